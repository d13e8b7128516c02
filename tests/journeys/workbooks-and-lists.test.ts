import ExcelJS from 'exceljs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { plantProject, plantRecord } from '../../src/app/testing/plant.ts'
import { browserName, openBrowser, openPage, type WatchedPage } from './browser.ts'
import { type Desk, makeDesk, type Seen, waitForRecord } from './desk.ts'
import { saveNow } from './fill-form.ts'
import { plantingWorld } from './planting.ts'
import { PASSWORD, useSite } from './site.ts'

const site = useSite()
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const NAME = '月牙湖乡河道治理工程'
let browser: Browser
let watched: WatchedPage
let desk: Desk
let page: Page
let place = ''
let projectId = ''
let recordId = ''

beforeAll(async () => {
  browser = await openBrowser()
  watched = await openPage(browser, site.address)
  page = watched.page
  desk = makeDesk(page, site.address, PASSWORD)
  const account = site.cast.people.find((one) => one.account === 'unit')!
  place = site.cast.bodies.find(({ key }) => key === account.body)!.jurisdiction
  site.setDay('2023-02-01')
  const world = plantingWorld(site)
  projectId = await plantProject(world, { name: NAME })
  recordId = await plantRecord(world, { kind: 'targets.sheet', projectId })
  await desk.signIn('unit')
}, 180_000)
afterAll(() => browser.close())

const read = () => desk.read<Seen>(`/api/records/${recordId}`)
const rowsNow = async () =>
  ((await read()).content['indicators'] ?? []) as readonly Readonly<Record<string, unknown>>[]
const grid = () => page.locator('#f-indicators')

/** What somebody copied in WPS arrives at the grid. */
function paste(text: string): Promise<number> {
  return page.evaluate((copied) => {
    const own = document.querySelector('#f-indicators')
    const target = own?.querySelector('textarea.cell-input') ?? own?.querySelector('.grid-empty')
    const data = new DataTransfer()
    data.setData('text/plain', copied)
    const began = performance.now()
    target?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
    return new Promise<number>((resolve) =>
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began), 0)),
    )
  }, text)
}

/** Rows of the grid, drawn or not, as those who hear the page are told. */
const rowCount = async () => Number(await grid().locator('table').getAttribute('aria-rowcount')) - 1

it('pastes a block with its headings: values taken apart, one wrong cell marked, one step to undo', async () => {
  await desk.goTo(`/${place}/2023/records/${recordId}`)
  await waitForRecord(page)
  const lines = Array.from(
    { length: 500 },
    (_, index) =>
      `产出指标\t数量指标\t治理河道第${index + 1}段\t≥${index + 1}公里\t${index === 7 ? '很多' : '0.1'}\t无`,
  )
  const ms = await paste(['一级指标\t二级指标\t指标名称\t年度指标值\t分值\t备注', ...lines].join('\r\n'))
  console.log(`${browserName()}：粘贴 500 行到绩效指标表并画出，${Math.round(ms)} 毫秒`)
  expect(await rowCount()).toBe(500)
  expect(await grid().locator('tbody tr[data-row]').count()).toBeLessThan(100)
  const wrong = grid().locator('td.has-error[title*="很多"]')
  expect(await wrong.count()).toBe(1)
  await walkLongTable()
  await saveNow(page)
  expect(await rowsNow()).toHaveLength(500)
  expect((await rowsNow())[499]).toMatchObject({ name: '改过的一行', value: '500', unit: '公里' })
  await grid().getByRole('button', { name: '撤销' }).click()
  await grid().getByRole('button', { name: '撤销' }).click()
  expect(await grid().locator('tbody tr').count()).toBe(0)
  await paste(
    '一级指标\t指标名称\t年度指标值\t分值\n产出指标\t治理河道长度\t≥12公里\t50\n效益指标\t受益农户\t≥300户\t40',
  )
  await saveNow(page)
  expect(await rowsNow()).toMatchObject([
    { name: '治理河道长度', operator: 'ge', value: '12', unit: '公里', weight_x100: 5000 },
    { name: '受益农户', value: '300' },
  ])
})

/** Scrolling draws what comes into sight, the cursor keeps its place, a finding leads to its cell. */
async function walkLongTable() {
  await page.locator('#f-indicators-0-name').click()
  await scrollToEnd()
  expect(await page.locator('#f-indicators-0-name textarea').count()).toBe(1)
  await page.keyboard.press('ArrowDown')
  await page.locator('#f-indicators-1-name textarea').waitFor()
  expect(await page.locator('#f-indicators-1-name').evaluate(isInWindow)).toBe(true)
  const missing = page.locator('details.missing')
  if ((await missing.getAttribute('open')) === null) await missing.locator('summary').click()
  const place = missing.getByRole('button', { name: /第 8 行“权重”/ })
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await place.click()
  expect(await page.locator('#f-indicators-7-weight_x100').evaluate(isInWindow)).toBe(true)
  await scrollToEnd()
  await page.locator('#f-indicators-499-name').click()
  await page.keyboard.type('改过的一行')
  await page.keyboard.press('Enter')
}

/** To the last row, as a hand does: rows that were not drawn before may be higher than supposed. */
async function scrollToEnd() {
  const last = page.locator('#f-indicators-499-name')
  for (
    let turn = 0;
    turn < 10 && !((await last.count()) === 1 && (await last.evaluate(isInWindow)));
    turn += 1
  ) {
    await page.evaluate(() =>
      document.querySelector('#f-indicators tbody tr:last-child')?.scrollIntoView({ block: 'end' }),
    )
    await desk.quiet()
  }
}

function isInWindow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= window.innerHeight
}

/** Replaces the one cell of the exported workbook that says this. */
async function editedWorkbook(
  edits: readonly (readonly [before: string | number, after: string | number])[],
) {
  const bytes = await page.evaluate(
    async (url) => [...new Uint8Array(await (await fetch(url)).arrayBuffer())],
    `/api/records/${recordId}/workbook`,
  )
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as never)
  for (const [before, after] of edits)
    book.worksheets[0]?.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.value === before && cell.master === cell) cell.value = after
      }),
    )
  return Buffer.from(await book.xlsx.writeBuffer())
}

const hand = (buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name: '填好.xlsx', mimeType: XLSX, buffer })

it('takes the sheet along in Excel and accepts what changed, cell by cell', async () => {
  const workbook = await editedWorkbook([
    [12, 15],
    ['受益农户', '受益农户数'],
  ])
  await page.getByRole('link', { name: 'Excel 离线填报' }).click()
  await page
    .getByRole('button', { name: '导出离线填报表（.xlsx）' })
    .or(page.getByRole('link', { name: '导出离线填报表（.xlsx）' }))
    .waitFor()
  await hand(workbook)
  const table = page.locator('.workbook-differences')
  await table.waitFor()
  expect(await table.locator('tbody tr').count()).toBe(2)
  await table
    .getByRole('row', { name: /三级指标/ })
    .getByText('系统的')
    .click()
  await page.getByRole('button', { name: '采纳 1 处改动，写入草稿' }).click()
  await waitForRecord(page)
  expect(await rowsNow()).toMatchObject([{ value: '15' }, { name: '受益农户' }])
})

it('brings a list in: faults first, then the totals, then all of it', async () => {
  const { project } = await desk.read<{ project: { code: string } }>(`/api/projects/${place}/${projectId}`)
  const list = async (value: string) => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('清单')
    sheet.addRow(['项目代码', '项目名称', '一级指标', '二级指标', '指标名称', '年度指标值', '分值'])
    sheet.addRow([project.code, NAME, '产出指标', '质量指标', '验收合格率', value, 'x' === value ? 'x' : 20])
    return Buffer.from(await book.xlsx.writeBuffer())
  }
  await page.locator('.nav').getByRole('link', { name: '项目' }).click()
  await page.getByRole('link', { name: '批量导入' }).click()
  await page.getByText('绩效指标', { exact: true }).click()
  await hand(await list('x'))
  await page.getByText('有 1 处需要改正').waitFor()
  await page.getByRole('button', { name: '换一个文件' }).click()
  await hand(await list('≥95%'))
  await page.getByRole('button', { name: '写入 1 个项目' }).click()
  await page.getByText('已写入 1 个项目。').waitFor()
  expect(await rowsNow()).toMatchObject([{ value: '15' }, {}, { name: '验收合格率', value: '95', unit: '%' }])
  expect(watched.faults).toEqual([])
})

it('takes new and withdrawn rows of an exchange file over, chosen by keyboard', async () => {
  const { project } = await desk.read<{ project: { code: string } }>(`/api/projects/${place}/${projectId}`)
  const own = { MOF_DIV_CODE: `${place}000`, FISCAL_YEAR: '2023', PRO_CODE: project.code }
  const row = { table: 'PM_PERF_INDICATOR', ...own, KPI_LV1: '产出指标', KPI_LV2: '时效指标' }
  const lines = [
    { profile: 'mof-v2' },
    { ...row, KPI_ID: (await rowsNow())[2]?.['id'], IS_DELETED: '1' },
    { ...row, KPI_ID: 'VENDOR-1', KPI_LV3: '工期', KPI_VAL: '≤10个月', WEIGHT: '10.00' },
    { table: 'PM_PERF_GOAL_INFO', ...own, YEARFLAG: '0', KPI_TARGET: '治理河道十五公里' },
  ]
  await page.locator('.nav').getByRole('link', { name: '项目' }).click()
  await page.getByRole('link', { name: '一体化交换表' }).click()
  await page.locator('input[type=file]').setInputFiles({
    name: '交换.jsonl',
    mimeType: 'application/jsonl',
    buffer: Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n')),
  })
  const boxes = page.locator('.exchange-differences input[type=checkbox]:not([disabled])')
  await boxes.nth(2).waitFor()
  expect(await boxes.count()).toBe(3)
  for (const at of [0, 1, 2]) {
    await boxes.nth(at).focus()
    await page.keyboard.press('Space')
  }
  await page.getByRole('button', { name: '采纳选中的 3 行，写入草稿' }).click()
  await page.getByText('已采纳 3 行，写入 1 张表。').waitFor()
  await page.getByText('没有不同。').waitFor()
  expect((await read()).content['annualGoal']).toBe('治理河道十五公里')
  expect(await rowsNow()).toMatchObject([
    { value: '15' },
    { name: '受益农户' },
    { name: '工期', operator: 'le', value: '10', unit: '个月', weight_x100: 1000 },
  ])
  expect(watched.faults).toEqual([])
})
