import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserName, openBrowser, openPage, type WatchedPage } from './browser.ts'
import { beginInFile, type Desk, makeDesk, type Seen } from './desk.ts'
import { fillForm } from './fill-form.ts'
import { PASSWORD, useDemoSite } from './site.ts'

const site = useDemoSite()
const DOCTOR = '/640400/2023/doctor'
let browser: Browser
let watched: WatchedPage
let page: Page
let desk: Desk

beforeAll(async () => {
  browser = await openBrowser()
  watched = await openPage(browser, site.address)
  page = watched.page
  desk = makeDesk(page, site.address, PASSWORD)
  await desk.signIn('finance.performance')
}, 60_000)
afterAll(() => browser.close())

/** A self-evaluation whose second score is above its weight. */
async function makeWorkbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('自评表')
  for (const line of [
    ['项目支出绩效自评表（2023年度）'],
    ['项目名称', '通村道路硬化项目'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析'],
    ['产出指标', '数量指标', '硬化道路里程', '≥12公里', '12.5公里', '50', '50', ''],
    ['产出指标', '质量指标', '验收合格率', '≥98%', '99%', '20', '25', ''],
    ['效益指标', '社会效益指标', '受益人口', '≥3000人', '3100人', '20', '20', ''],
    ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '93%', '10', '10', ''],
  ])
    sheet.addRow(line)
  return Buffer.from(await book.xlsx.writeBuffer())
}

const hand = async () =>
  page.locator('.doctor-intake input[type=file]').setInputFiles({
    name: '自评表.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await makeWorkbook(),
  })

/** What the button saves. Chromium 90 tells the driver of no download; there the page's own bytes are taken. */
async function takeMarked(): Promise<Buffer> {
  const press = () => page.getByRole('button', { name: '下载标注后的表格' }).click()
  if (browserName() === 'chromium90') {
    const saved = page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const make = URL.createObjectURL.bind(URL)
          URL.createObjectURL = (given: Blob) => {
            void given.arrayBuffer().then((bytes) => resolve([...new Uint8Array(bytes)]))
            return make(given)
          }
        }),
    )
    await press()
    return Buffer.from(await saved)
  }
  const waiting = page.waitForEvent('download')
  await press()
  const download = await waiting
  expect(download.suggestedFilename()).toBe('自评表-体检.xlsx')
  const chunks: Uint8Array[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}

describe('表格体检', () => {
  test('a dropped workbook: the finding leads to its row, the marked copy carries it as a note', async () => {
    await desk.goTo(DOCTOR)
    await hand()
    const finding = page.locator('.rail .findings button', { hasText: '得分 25 分' })
    await finding.waitFor()
    await finding.click()
    const row = page.locator('.doctor-rows tbody tr.is-marked')
    expect(await row.locator('th').textContent()).toBe('验收合格率')
    await expect.poll(() => row.evaluate((element) => element === document.activeElement)).toBe(true)

    const bytes = await takeMarked()
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(new Uint8Array(bytes).buffer)
    const cell = book.getWorksheet('自评表')?.getCell('G5')
    expect(cell?.value).toBe('25')
    expect(JSON.stringify(cell?.note)).toContain('25')
  })

  test('pasted text whose cells ran together is read here; nothing is sent', async () => {
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url())
    })
    const given = JSON.parse(readFileSync('tests/doctor/cases/sc-zhongjiang-shuibiaochi-2022.json', 'utf8'))
    await desk.goTo(DOCTOR)
    await page.locator('#doctor-text').fill(given.raw_text)
    await page.getByRole('button', { name: '体检', exact: true }).click()
    await page.locator('.doctor-rows tbody tr').first().waitFor()
    expect(await page.locator('.doctor-rows').textContent()).toContain('安装坡面水标尺')
    expect(sent).toEqual([])
  })

  test('a file that cannot be opened and a text without a table say what to do next', async () => {
    await desk.goTo(DOCTOR)
    const broken = {
      name: '断.xlsx',
      mimeType: 'application/zip',
      buffer: (await makeWorkbook()).subarray(0, 900),
    }
    await page.locator('.doctor-intake input[type=file]').setInputFiles(broken)
    await page.locator('.state', { hasText: '打不开' }).waitFor()
    await page.locator('#doctor-text').fill('今天没有表格')
    await page.getByRole('button', { name: '体检', exact: true }).click()
    await page.locator('.state', { hasText: '没有读到绩效表' }).waitFor()
    expect(await page.locator('#doctor-text').inputValue()).toBe('今天没有表格')
  })
})

/** The worked form: 一级, name, target, reached, weight, printed score, score by the rules. */
const WORKED = [
  ['产出指标', '数量', '≥50个', '50个', '20', '20', '20.00'],
  ['产出指标', '质量', '≥95%', '90.25%', '10', '9.5', '9.50'],
  ['产出指标', '完成月数', '≤12个月', '12个月', '10', '10', '10.00'],
  ['产出指标', '成本', '≤480万元', '438.5万元', '10', '10', '10.00'],
  ['效益指标', '受益户数', '≥300户', '360户', '15', '15', '15.00'],
  ['效益指标', '可持续影响', '达成', '达成', '15', '12.75', undefined],
  ['满意度指标', '群众满意度', '≥90%', '87%', '10', '9.67', '9.67'],
] as const
const CELLS = ['一级指标', '三级指标', '指标值', '实际完成值', '分值', '印的得分']

describe('自己算一遍', () => {
  test('the worked form comes to 95.69, 优, and says why', async () => {
    await desk.goTo(`${DOCTOR}?tab=recompute`)
    await page.locator('#figure-budget').fill('500')
    await page.locator('#figure-executed').fill('438.5')
    await page.locator('#figure-printedTotal').fill('95.69')
    for (let added = 3; added < WORKED.length; added += 1)
      await page.getByRole('button', { name: '增加一行' }).click()
    for (const [index, row] of WORKED.entries())
      for (const [at, label] of CELLS.entries())
        await page.getByLabel(`第 ${index + 1} 行${label}`, { exact: true }).fill(row[at] ?? '')

    const result = page.locator('.doctor-result')
    expect(await columns(result.locator('table').first())).toEqual([
      ['预算执行率', '87.70%'],
      ['执行率得分', '8.77'],
      ['总分', '95.69 相符'],
      ['等级', '优'],
    ])
    const shown = await result.locator('.doctor-rows tbody tr td:nth-child(7)').allTextContents()
    expect(shown).toEqual(
      WORKED.map(([, , , , , , score]) => (score === undefined ? '不计' : `${score} 相符`)),
    )

    await page.getByRole('button', { name: '质量：为什么' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.waitFor()
    expect(await drawer.textContent()).toMatch(/得9\.50分.*EVA-003/s)
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'hidden' })
  })

  test('a self-evaluation leads there with its own figures', async () => {
    const { items } = await desk.read<{ items: { recordId: string; document: string }[] }>('/api/documents')
    const record = items.find(({ document }) => document === 'self-evaluation-form')?.recordId ?? ''
    const { content } = await desk.read<{ content: { totalScore_x100: number } }>(`/api/records/${record}`)
    await desk.goTo(`/640400/2023/records/${record}`)
    await page.getByRole('link', { name: '自己算一遍' }).click()
    await page.locator('.doctor-result').waitFor()
    expect(new URL(page.url()).search).toBe(`?tab=recompute&record=${record}`)
    const total = (content.totalScore_x100 / 100).toFixed(2)
    expect(await page.locator('#figure-printedTotal').inputValue()).toBe(total)
    expect(await columns(page.locator('.doctor-result table').first())).toContainEqual([
      '总分',
      `${total} 相符`,
    ])
  })

  test('whoever may not read the record is told that there is none', async () => {
    const address = page.url()
    await desk.signIn('outsider')
    await page.goto(address)
    await page.locator('main', { hasText: /没有找到|不在您的管理范围/ }).waitFor()
    expect(await page.locator('.doctor-result').count()).toBe(0)
  })
})

describe('申报表边填边查', () => {
  test('the doctor speaks of what was just typed; its finding leads to the cell', async () => {
    await desk.signIn('unit')
    const { items } = await desk.read<{ items: { id: string; name: string }[] }>(
      '/api/projects?jurisdiction=640400&year=2025',
    )
    const project = items.find(({ name }) => name === '2025年残疾人康复和托养服务项目')?.id ?? ''
    const record = await beginInFile(desk, `/640400/2025/projects/${project}`, 'targets.sheet')
    const { form, content: before } = await desk.read<Seen>(`/api/records/${record}`)
    // Nothing is saved: what is found is found in the browser.
    await page.route('**/api/records/*', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    )
    const served = { level1: 'output', level2: 'quantity', name: '康复服务人数', kind: 'quant' }
    const row = { ...served, operator: 'le', value: '120', unit: '人', weight_x100: 2000 }
    await fillForm(page, { form, before, content: { indicators: [row] }, nameOf: (id) => id })
    const finding = page.locator('.panel .findings button', { hasText: '方向疑似写反' })
    await finding.waitFor()
    await finding.click()
    const place = await page.evaluate(() => document.querySelector('td.is-active')?.id)
    expect(place).toBe('f-indicators-0-value')
    await page.unroute('**/api/records/*')
  })
})

/** Title and computed figure of each line. */
async function columns(table: Locator): Promise<string[][]> {
  const lines = await table.locator('tbody tr').all()
  return Promise.all(
    lines.map(async (line) => [
      (await line.locator('th').textContent()) ?? '',
      (await line.locator('td').last().textContent()) ?? '',
    ]),
  )
}

test('nothing went wrong on the way', async () => {
  expect(watched.faults).toEqual([])
})
