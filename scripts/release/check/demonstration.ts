import { readFileSync } from 'node:fs'
import path from 'node:path'
import { equal, holds } from './hold.ts'
import type { Installed } from './installed.ts'
import { formOf, signIn, type Visitor } from './visitor.ts'

const FIXTURES = path.join(import.meta.dirname, '../../../tests')
const PLACE = '640400'
const ZIP = 'PK\u0003\u0004'
const TABLES = {
  'official.xlsx': 'intake/fixtures/official.xlsx',
  'official.xls': 'intake/fixtures/official.xls',
  'word.docx': 'intake/fixtures/word.docx',
  'case.json': 'doctor/cases/sc-zhongjiang-shuibiaochi-2022.json',
} as const
const CSV = '一级指标,二级指标,三级指标,指标值,分值\n产出指标,数量指标,新增企业,≥15家,50\n'

/** The folder of the demonstration that later steps go on with. */
export const demoHome = ({ place }: Installed) => path.join(place, 'demo')
export const demoPassword = (installed: Installed) =>
  readFileSync(path.join(demoHome(installed), 'demo-password'), 'utf8').trim()

/** The demonstration is built and served; every worker does its work over HTTP. */
export async function checkDemonstration(installed: Installed): Promise<string[]> {
  const site = await installed.serve(demoHome(installed), ['demo'])
  try {
    const finance = await signIn(site.origin, 'finance.performance', demoPassword(installed))
    const { ids, total } = await projectsOf(finance)
    holds(total > 0, 'no demonstration projects')
    const documents = await checkDocuments(finance, ids)
    await checkExport(finance)
    await checkTables(finance)
    await checkAttachment(await signIn(site.origin, 'unit', demoPassword(installed)), ids)
    const publications = await checkPublicSite(site.origin)
    return [
      `公开站有 ${publications} 个项目可查，没有脚本和 Cookie，重算得分与公布一致`,
      `演示数据 ${total} 个项目可登录、可查询`,
      `文书 ${documents} 份（.docx、.pdf）、项目列表（.xlsx）`,
      '表格体检读 .xlsx、.xls、.docx、.csv、.json，在 .xlsx 中标注',
      '附件过文件闸、原样取回，改名的文件被拒',
    ]
  } finally {
    await site.stop()
  }
}

/** The public site, which the demonstration starts on the next port. */
async function checkPublicSite(origin: string): Promise<number> {
  const address = origin.replace(/\d+$/, (port) => String(Number(port) + 1))
  const page = async (url: string) => {
    const answer = await fetch(address + url)
    equal(answer.status, 200, url)
    equal(answer.headers.get('set-cookie'), null, `${url} cookie`)
    const text = await answer.text()
    holds(!/<script/i.test(text), `${url} has a script`)
    return text
  }
  const links = [...(await page('/')).matchAll(/href="(\/p\/[0-9a-f]{12}\/v\d+)"/g)].map(
    ([, url]) => url ?? '',
  )
  holds(links.length > 0, 'nothing is public')
  const computed = []
  for (const url of links)
    if ((await page(url)).includes(`${url}/compute`)) computed.push(await page(`${url}/compute`))
  holds(
    computed.length > 0 && computed.every((text) => text.includes('class="same"')),
    'a score computed again differs',
  )
  return links.length
}

async function projectsOf(who: Visitor) {
  const list = await who.json<{ items: readonly { id: string }[]; total: number }>(
    `/api/projects?jurisdiction=${PLACE}&year=2023`,
  )
  return { ids: list.items.map(({ id }) => id), total: list.total }
}

/** Every document that one project's records offer, in both formats. */
async function checkDocuments(who: Visitor, projectIds: readonly string[]): Promise<number> {
  const seen = new Set<string>()
  for (const id of projectIds) {
    const file = await who.json<{ records: readonly { id: string }[] }>(`/api/projects/${PLACE}/${id}`)
    for (const record of file.records) {
      const view = await who.json<{ documents: readonly { document: string; docx: string; pdf: string }[] }>(
        `/api/records/${record.id}`,
      )
      for (const { document, docx, pdf } of view.documents.filter((one) => !seen.has(one.document))) {
        seen.add(document)
        equal(await startOf(await who.get(docx)), ZIP, docx)
        equal(await startOf(await who.get(pdf)), '%PDF', pdf)
      }
    }
  }
  holds(seen.size >= 8, `only ${seen.size} documents`)
  return seen.size
}

async function checkExport(who: Visitor): Promise<void> {
  const answer = await who.get(`/api/projects/export?jurisdiction=${PLACE}&year=2023`)
  equal(await startOf(answer), ZIP, 'exported list')
}

async function checkTables(who: Visitor): Promise<void> {
  const files = Object.entries(TABLES).map(([name, file]) => ({
    name,
    bytes: readFileSync(path.join(FIXTURES, file)),
  }))
  for (const file of [...files, { name: 'table.csv', bytes: Buffer.from(CSV) }]) {
    const answer = await who.post('/api/doctor/tables', formOf(file))
    const read = (await answer.json()) as { tables?: readonly { indicators: readonly unknown[] }[] }
    holds(
      (read.tables?.[0]?.indicators.length ?? 0) > 0,
      `${file.name}: ${JSON.stringify(read).slice(0, 300)}`,
    )
  }
  for (const file of files)
    equal(await startOf(await who.post('/api/doctor/workbook', formOf(file))), ZIP, `marked ${file.name}`)
}

/** A picture of one point; and the same under a name that lies. */
async function checkAttachment(who: Visitor, [projectId = '']: readonly string[]): Promise<void> {
  const bytes = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const sent = await who.post('/api/attachments', formOf({ name: '现场.png', bytes }, { projectId }))
  const { attachmentId } = (await sent.json()) as { attachmentId?: string }
  const back = await who.get(`/api/attachments/${attachmentId}`)
  equal(Buffer.from(await back.arrayBuffer()).equals(bytes), true, `attachment: ${sent.status}`)
  const lie = await who.post('/api/attachments', formOf({ name: '现场.pdf', bytes }, { projectId }))
  equal(lie.status >= 400 && lie.status < 500, true, `a lying name: ${lie.status}`)
}

async function startOf(answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer())
  return answer.ok ? bytes.toString('latin1', 0, 4) : `${answer.status} ${bytes.toString().slice(0, 300)}`
}
