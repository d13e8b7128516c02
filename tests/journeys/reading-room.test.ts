import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { planDays } from '../../src/app/demo/calendar.ts'
import { reportResults } from '../../src/app/demo/report-results.ts'
import type { Story } from '../../src/app/demo/story.ts'
import { makeWalk } from '../../src/app/demo/walk.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { type Desk, makeDesk } from './desk.ts'
import { PASSWORD, useSite } from './site.ts'

const site = useSite()
let browser: Browser
let watched: WatchedPage
let desk: Desk
let page: Page
let story: Story

/** The complete project up to its closed evaluation, then the year's reports: by use cases, not by pages. */
beforeAll(async () => {
  const { data, product, residents } = site
  story = { ...data.stories.find(({ key }) => key === 'caregiver-training')!, goesTo: 'closeEvaluation' }
  const walk = makeWalk(product, residents, story, site.today)
  for (const { step, day } of planDays([story], data.calendar)) {
    if (day !== site.today()) site.setDay(day)
    await step.take(walk)
  }
  await reportResults(walk, data.reports, site.setDay)
  site.setDay(data.calendar.today)
  browser = await openBrowser()
  watched = await openPage(browser, site.address)
  page = watched.page
  desk = makeDesk(page, site.address, PASSWORD)
}, 240_000)
afterAll(() => browser.close())

const main = async () => (await page.locator('main').textContent()) ?? ''

it('a People’s Congress reader opens the 专报 and follows a figure to its evidence', async () => {
  await desk.signIn('congress')
  await desk.goTo(`/${story.jurisdiction}/2023/oversight`)
  await page.getByRole('link', { name: '2023年度绩效评价结果专报' }).click()
  await page.locator('.oversight-text').waitFor()
  await page
    .getByRole('button', { name: /^\d+\.\d\d分$/ })
    .first()
    .click()
  const trace = page.locator('aside .facts')
  await trace.waitFor()
  expect(await trace.textContent()).toContain('与定稿时相同')
  const beside = (await page.locator('aside').textContent()) ?? ''
  for (const words of ['财政绩效评价第', '内容摘要', '确认评价结果', '契约账第', '下载证据包'])
    expect(beside).toContain(words)
  // A sum goes on to the lines it was made of.
  await page.getByRole('button', { name: '1个', exact: true }).first().click()
  await page.getByText('按规则“年度评价结果汇总”').waitFor()
  await page.locator('aside .plain-list .figure-link').first().click()
  await page.locator('aside .facts').waitFor()
})

it('opens the record as it stood then', async () => {
  await page.getByRole('link', { name: /^看\d{4}-\d\d-\d\d的情况$/ }).click()
  await page.getByRole('heading', { name: '此后谁改了什么' }).waitFor()
  expect(await main()).toContain('财政绩效评价')
})

it('looks at the place as of a day before the result was confirmed and sees the former value', async () => {
  await desk.goTo(`/${story.jurisdiction}/2023/oversight`)
  const row = page.getByRole('row').filter({ hasText: String(story.entry['name']) })
  const score = async () => (await row.locator('td').nth(2).textContent()) ?? ''
  const today = await score()
  expect(today).toMatch(/^\d+\.\d\d／[优良中差]$/)
  await page.getByLabel('查阅日期').fill('2024-04-30')
  await page.getByRole('button', { name: '查看', exact: true }).click()
  await page.getByRole('heading', { name: '2024-04-30的项目情况' }).waitFor()
  await expect.poll(score).toBe(`—今日：${today}`)
  expect(await row.locator('td').last().textContent()).toContain('评价得分')
  await row.getByText(/^事项\d+件/).click()
  await row.getByRole('link', { name: '财政绩效评价', exact: true }).click()
  await page.getByText('底色标出的是与今日不同的栏次').waitFor()
  expect(await main()).toContain('2024-04-30的内容')
})

it('what was read stands in the audit trail, and no fault was on the way', async () => {
  const { rows } = await site.owner.query<{ use_case: string }>(
    `select distinct use_case from audit where role = 'congress' and use_case like 'oversight.%' order by 1`,
  )
  expect(rows.map(({ use_case }) => use_case)).toEqual([
    'oversight.followFigure',
    'oversight.openRecord',
    'oversight.viewPlace',
    'oversight.viewReport',
  ])
  expect(watched.faults).toEqual([])
})
