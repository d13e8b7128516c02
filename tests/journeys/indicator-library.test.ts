import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { plantProject, plantRecord } from '../../src/app/testing/plant.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { type Desk, makeDesk, openWaiting, perform, waitForRecord } from './desk.ts'
import { pickFromList, saveNow } from './fill-form.ts'
import { plantingWorld } from './planting.ts'
import { PASSWORD, useSite } from './site.ts'

const site = useSite()
let browser: Browser
let watched: WatchedPage
let desk: Desk
let page: Page
let place = ''

beforeAll(async () => {
  browser = await openBrowser()
  watched = await openPage(browser, site.address)
  page = watched.page
  desk = makeDesk(page, site.address, PASSWORD)
  const account = site.cast.people.find((one) => one.account === 'unit')!
  place = site.cast.bodies.find(({ key }) => key === account.body)!.jurisdiction
}, 60_000)
afterAll(() => browser.close())

it('a unit types a name, takes the library’s indicator with what belongs to it, and undoes it', async () => {
  site.setDay('2023-02-01')
  const world = plantingWorld(site)
  const projectId = await plantProject(world, { name: '月牙湖乡河道治理工程' })
  const recordId = await plantRecord(world, { kind: 'targets.sheet', projectId })
  await desk.signIn('unit')
  await desk.goTo(`/${place}/2023/records/${recordId}`)
  await waitForRecord(page)
  const grid = page.locator('#f-indicators')
  await grid.getByRole('button', { name: '增加一行' }).click()
  await page.locator('#f-indicators-0-name').click()
  await page.keyboard.type('治理河道')
  const list = page.getByRole('listbox', { name: /指标库推荐/ })
  await list.waitFor()
  expect(await list.textContent()).toContain('名称含“治理河道”')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await list.waitFor({ state: 'hidden' })
  const cell = (column: string) => page.locator(`#f-indicators-0-${column} .cell-text`).textContent()
  expect([await cell('name'), await cell('level2'), await cell('operator'), await cell('unit')]).toEqual([
    '治理河道长度',
    '数量指标',
    '≥',
    '公里',
  ])
  expect(await cell('libraryId')).toBe('WAT-001')
  expect(await cell('value')).toBe('')
  await page.keyboard.press('Control+z')
  expect(await cell('libraryId')).toBe('')
  await page.keyboard.press('Control+y')
  await saveNow(page)
  const stored = await desk.read<{ content: { indicators: { libraryId: string }[] } }>(
    `/api/records/${recordId}`,
  )
  expect(stored.content.indicators[0]?.libraryId).toBe('WAT-001')
})

it('Enter without choosing keeps what was typed', async () => {
  await page.locator('#f-indicators').getByRole('button', { name: '增加一行' }).click()
  await page.locator('#f-indicators-1-name').click()
  await page.keyboard.type('验收合格')
  await page.getByRole('listbox', { name: /指标库推荐/ }).waitFor()
  await page.keyboard.press('Enter')
  expect(await page.locator('#f-indicators-1-name .cell-text').textContent()).toBe('验收合格')
  expect(await page.locator('#f-indicators-1-libraryId .cell-text').textContent()).toBe('')
  await saveNow(page)
})

it('the library is searched with reasons; a card shows everything; a locked one offers no change', async () => {
  await desk.signIn('finance.business')
  await desk.goTo(`/${place}/2023/rules`)
  await page.locator('main').getByRole('link', { name: '指标库' }).click()
  await page.locator('main h1', { hasText: '指标库' }).waitFor()
  await page.getByPlaceholder('名称、同义写法或编号').fill('群众满意度')
  await page.keyboard.press('Enter')
  const first = page.locator('.indicator-card').first()
  await page.locator('.indicator-why').first().waitFor()
  expect(await first.textContent()).toContain('同义写法“群众满意度”')
  await first.locator('.indicator-line').click()
  await page.locator('.indicator-facts').waitFor()
  expect(await first.textContent()).toContain('有效问卷总数')
  expect(await first.getByRole('button', { name: '提出修订' }).count()).toBe(0)
})

it('one proposes a revision, another approves it, and the place has its own version', async () => {
  await page.getByPlaceholder('名称、同义写法或编号').fill('单方供水成本')
  await page.keyboard.press('Enter')
  const card = page.locator('.indicator-card').first()
  await card.filter({ hasText: '单方供水成本' }).waitFor()
  await card.locator('.indicator-line').click()
  await card.getByRole('button', { name: '提出修订' }).click()
  await page.waitForURL(/\/records\//)
  await waitForRecord(page)
  await pickFromList(page, page.locator('#f-reason'), '本地项目需要')
  await page.locator('#f-reasonText').fill('本县供水以扬水为主，电费占比高。')
  await page.locator('#f-example').fill('≤5元/立方米')
  await saveNow(page)
  await perform(desk, '提出修订建议')
  await desk.signIn('finance.performance')
  expect(await openWaiting(desk, '指标库修订建议', '')).toBe(true)
  await perform(desk, '审定并生效')
  await desk.goTo(`/${place}/2023/rules/indicators?state=local`)
  const own = page.locator('.indicator-card').first()
  await own.waitFor()
  expect(await own.textContent()).toContain('本地修订')
  expect(await own.textContent()).toContain('≤5元/立方米')
  expect(watched.faults).toEqual([])
  expect(watched.refusals).toEqual([])
})
