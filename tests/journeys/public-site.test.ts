import { AxeBuilder } from '@axe-core/playwright'
import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { planDays } from '../../src/app/demo/calendar.ts'
import { makeWalk } from '../../src/app/demo/walk.ts'
import { openPublicDatabase, type PublicDatabase } from '../../src/public-site/public-database.ts'
import { buildPublicServer } from '../../src/public-site/public-server.ts'
import { publicAddressOf } from '../../src/public-site/public-address.fixture.ts'
import { browserName, openBrowser, openPage, SCREEN, type WatchedPage } from './browser.ts'
import { type Desk, makeDesk } from './desk.ts'
import { PASSWORD, useSite } from './site.ts'

const site = useSite()
let browser: Browser
let database: PublicDatabase
let server: FastifyInstance
let address: string
let citizen: BrowserContext
let page: Page
let project: string
let whole: string
let policy: string

/** The training project from entry to the published supplement, by its people's use cases; then the public site. */
beforeAll(async () => {
  const story = site.data.stories.find(({ key }) => key === 'caregiver-training')
  if (!story) throw new Error('no story')
  const walk = makeWalk(site.product, site.residents, story, site.today)
  for (const { step, day } of planDays([{ ...story, goesTo: 'publishSupplement' }], site.data.calendar)) {
    site.setDay(day)
    await step.take(walk)
  }
  database = openPublicDatabase(await publicAddressOf(site.database))
  server = buildPublicServer(database, { isDemonstration: true })
  address = await server.listen({ host: '127.0.0.1', port: 0 })
  browser = await openBrowser()
  citizen = await browser.newContext({ viewport: SCREEN, locale: 'zh-CN', javaScriptEnabled: false })
  page = await citizen.newPage()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await server.close()
  await database.close()
})

const text = async (selector: string) => (await page.locator(selector).first().textContent()) ?? ''

it('a citizen finds a project without script and reads what it cost, did and was worth', async () => {
  await page.goto(address)
  await page.fill('input[name=q]', '护工')
  await page.selectOption('select[name=grade]', '良')
  await page.click('form.search button')
  expect(await text('main')).toContain('共1个项目符合条件')
  await page.click('ul.items a')
  project = page.url()
  const shown = await text('main')
  for (const figure of ['3,750.00', '3,163.16', '89.03', '94.47', '已核实', '3,250.00', '补充公开整改情况'])
    expect(shown).toContain(figure)
  await page.click('text=大白话')
  expect(await text('main')).toContain('全年可用3,200.00万元，实际花了3,163.16万元')
})

it('computes the published score again, then with an own figure', async () => {
  await page.click('text=自己算一遍')
  expect(await text('#recomputed')).toBe('94.47')
  expect(await text('.same')).toBe('一致')
  await page.fill('input[name=a0]', '6250')
  await page.click('button:has-text("重新计算")')
  // 12 points × 6250 ÷ 12500 instead of 11.68
  expect(await text('#own-total')).toBe('88.79')
  expect(await page.inputValue('input[name=a0]')).toBe('6250')
  await page.fill('input[name=a0]', '很多')
  await page.click('button:has-text("重新计算")')
  expect(await text('[role=alert]')).toContain('不是数字')
})

/** Somebody of the bureau at a browser of their own, on a page with a table, at the row that says something. */
async function atRow(
  username: string,
  where: { readonly page: string; readonly row: string },
  act: (row: Locator, seen: Page) => Promise<void>,
): Promise<void> {
  const office = await openBrowser()
  const watched: WatchedPage = await openPage(office, site.address)
  const desk: Desk = makeDesk(watched.page, site.address, PASSWORD)
  await desk.signIn(username)
  await desk.goTo(`/640400/2023/${where.page}`)
  await act(watched.page.locator('tr', { hasText: where.row }), watched.page)
  expect(watched.faults).toEqual([])
  expect(watched.refusals).toEqual([])
  // The old browser is one process: it may end with the context that is closed in it.
  await office.close()
}

const FEEDBACK = { page: 'feedback', row: '我村参加培训的人数' }

it('leaves feedback, which is seen outside only when one has answered and another let it out', async () => {
  await page.click('text=我要反馈')
  await page.fill('textarea', '我村参加培训的人数和公布的不一样，请核实。')
  await page.click('button:has-text("提交反馈")')
  expect(await text('#receipt')).toMatch(/^[0-9A-Z]{10}$/)
  await page.goto(project)
  expect(await text('main')).not.toContain('我村参加培训')

  await atRow('finance.performance', FEEDBACK, async (row) => {
    await row.locator('textarea').fill('已与报名表核对，公布数无误；名册可到县局查阅。')
    await row.getByRole('button', { name: '答复', exact: true }).click()
    await row.getByText('请由另一名绩效股人员或分管领导公开').waitFor()
    expect(await row.getByRole('button', { name: '公开反馈和答复' }).count()).toBe(0)
  })
  await atRow('finance.leader', FEEDBACK, async (row) => {
    await row.getByRole('button', { name: '公开反馈和答复' }).click()
    await row.getByText('已公开', { exact: true }).waitFor()
  })

  await page.goto(project)
  expect(await text('main')).toContain('名册可到县局查阅')
})

it('finds the target of the department and of a policy by their kind', async () => {
  await page.goto(address)
  await page.selectOption('select[name=kind]', 'departmentWhole')
  await page.click('form.search button')
  await page.click('ul.items a')
  whole = new URL(page.url()).pathname
  for (const said of ['年度主要任务', '620.00', '服务事项按时办结率', '契约账第'])
    expect(await text('main')).toContain(said)
  await page.goto(address)
  await page.selectOption('select[name=kind]', 'policy')
  await page.click('form.search button')
  await page.click('ul.items a')
  policy = new URL(page.url()).pathname
  for (const said of [POLICY.row, '10,800.00', '每人补贴不超过3000元', '享受补贴的培训人数'])
    expect(await text('main')).toContain(said)
})

const POLICY = { page: 'publications', row: '农村劳动力技能培训补贴政策' }

it('what should not have been public is taken down by two people, and its address says so', async () => {
  await atRow('finance.performance', POLICY, async (row, seen) => {
    await row.getByRole('button', { name: '提出撤下' }).click()
    const dialog = seen.getByRole('dialog')
    await dialog.getByText('数据错误').click()
    await dialog.getByLabel('理由（内部）').fill('补贴标准写错，以省里文件为准。')
    await dialog.getByText('名称和更正原因不含').click()
    await dialog.getByRole('button', { name: '提出撤下' }).click()
    await row.getByText('待分管领导审批').waitFor()
  })
  expect((await page.goto(address + policy))?.status()).toBe(200)
  await atRow('finance.leader', POLICY, async (row) => {
    await row.getByRole('button', { name: '批准撤下' }).click()
    await row.getByText('已撤下').waitFor()
  })
  expect((await page.goto(address + policy))?.status()).toBe(410)
  expect(await text('main')).toContain('数据有错误，已经撤下，更正后另行公开。')
  expect(await text('main')).not.toContain('3000元')
})

it('no page has a serious fault for people who do not see it, and none scrolls sideways on a phone', async () => {
  const inspector = await openBrowser()
  const context = await inspector.newContext({ viewport: SCREEN, bypassCSP: true })
  const sighted = await context.newPage()
  const paths = [
    '/',
    '/data',
    '/verify',
    whole,
    policy,
    ...['', '/plain', '/compute?a0=6250', '/feedback'].map(
      (end) => new URL(project + end).pathname + new URL(project + end).search,
    ),
  ]
  for (const path of paths) {
    await sighted.setViewportSize(SCREEN)
    await sighted.goto(address + path)
    // What axe finds lies in the page, not in the browser; in the old one it takes half a minute.
    if (browserName() === 'chromium') expect(await graveFaults(sighted), path).toEqual([])
    await sighted.setViewportSize({ width: 375, height: 667 })
    expect(await sighted.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(375)
  }
  await inspector.close()
})

async function graveFaults(seen: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: seen }).setLegacyMode(true).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return grave.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
}
