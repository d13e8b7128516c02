import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planDays } from '../../src/app/demo/calendar.ts'
import { whoPlays } from '../../src/app/demo/cast.ts'
import type { Part, Story } from '../../src/app/demo/story.ts'
import { makeWalk, type Walk } from '../../src/app/demo/walk.ts'
import { givePastYears } from '../../src/app/testing/past-years.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { type Desk, makeDesk, waitForRecord } from './desk.ts'
import { makeSight, type Sight } from './sight.ts'
import { PASSWORD, useSite } from './site.ts'

/**
 * A slow project: warned at the end of June, corrected, its budget and target changed, evaluated by itself
 * and by others, graded; another one stopped. What is not looked at goes through the use cases themselves.
 */
const site = useSite((cast) => ({
  ...cast,
  people: cast.people.map((person) => ({
    ...person,
    account: person.account ?? person.key.replaceAll('/', '.'),
  })),
}))
let browser: Browser
let watched: WatchedPage
let desk: Desk
let sight: Sight

beforeAll(async () => {
  browser = await openBrowser()
  watched = await openPage(browser, site.address)
  desk = makeDesk(watched.page, site.address, PASSWORD)
  sight = makeSight(desk)
}, 60_000)
afterAll(() => browser.close())

/** One project: its story, whoever walks it, and how far it has come. */
type Track = {
  readonly story: Story
  readonly walk: Walk
  readonly projectId: () => string
  /** Takes the steps of the story up to this one, each on its day, but those that are done another way. */
  readonly until: (last: string, ...skipped: string[]) => Promise<void>
}

function trackOf(key: string, change: Partial<Story>): Track {
  const found = site.data.stories.find((one) => one.key === key)
  if (!found) throw new Error(`no story ${key}`)
  const story: Story = { ...found, ...change }
  let projectId = ''
  const made = makeWalk(site.product, site.residents, story, () => site.today())
  const setProject = (id: string) => {
    projectId = id
    made.setProject(id)
  }
  const walk: Walk = { ...made, setProject }
  const steps = [...planDays([story], site.data.calendar)]
  return {
    story,
    walk,
    projectId: () => projectId,
    until: async (last, ...skipped) => {
      const end = steps.findIndex(({ step }) => step.take.name === last)
      if (end < 0) throw new Error(`the story ${key} has no step ${last}`)
      for (const { step, day } of steps.splice(0, end + 1)) {
        if (skipped.includes(step.take.name)) continue
        site.setDay(day)
        await step.take(walk)
      }
    },
  }
}

async function sitDown({ story }: Track, part: Part): Promise<void> {
  const person = site.cast.people.find(({ key }) => key === whoPlays(story, part))
  await desk.signIn(person?.account ?? '')
}

const pathOf = ({ story }: Track, rest: string) => `/${story.jurisdiction}/${story.fiscalYear}/${rest}`
let slow: Track
let broken: string | undefined

function step(sentence: string, walked: () => Promise<void>): void {
  it(sentence, async () => {
    if (broken !== undefined) throw new Error(`not reached: “${broken}” failed before`)
    try {
      await walked()
      expect(watched.faults).toEqual([])
      expect(watched.refusals).toEqual([])
    } catch (error) {
      broken = sentence
      await watched.page.screenshot({ path: 'var/test/journey-slow-project.png' }).catch(() => undefined)
      throw error
    }
  }, 120_000)
}

/** The round is of June, not of July as the story of the demonstration tells it. */
const IN_JUNE = {
  beginRound: '2023-06-28',
  reportRound: '2023-06-29',
  reviewRound: '2023-06-29',
  inspectSite: '2023-06-30',
  concludeRound: '2023-06-30',
  proposeOpinion: '2023-07-03',
  notifyFinding: '2023-07-05',
  planRectification: '2023-07-12',
}

describe('a slow project', () => {
  step('has an approved target, and six others of its kind a year behind them', async () => {
    slow = trackOf('caregiver-training', { days: IN_JUNE })
    await slow.until('publishTarget')
    const past = [20, 24, 28, 30, 34, 38].map((part) => ({ part, end: part + 42 }))
    await givePastYears(site.owner, slow.projectId(), past, { month: 6 })
  })

  step('gets its task with every other project of the place, in one act', async () => {
    site.setDay('2023-06-28')
    await sitDown(slow, 'performance')
    await desk.goTo(pathOf(slow, 'monitoring-tasks'))
    const { page } = watched
    await page.locator('.task-tools .ant-select').first().click()
    await page.locator('.ant-select-item-option', { hasText: '每季度' }).click()
    await page.locator('.task-tools .ant-select').nth(1).click()
    await page.locator('.ant-select-item-option', { hasText: '1—6月' }).click()
    await page.getByRole('button', { name: '下达监控任务（1 个项目）' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '下达监控任务' }).click()
    const said = '已下达 1 个项目，其中重点监控 1 个，2023-07-20 前报送'
    await page.locator('.ant-message', { hasText: said }).waitFor()
    await page.getByRole('link', { name: '有一轮还没有形成结论' }).waitFor()
    await page.screenshot({ path: 'var/test/slow-project-tasks.png' })
  })

  step('whoever answers for its indicators reports them by a link, without signing in', async () => {
    const recordId = await slow.walk.newest('unit', 'monitoring.round')
    await sitDown(slow, 'unit')
    await desk.goTo(pathOf(slow, `records/${recordId}`))
    await waitForRecord(watched.page)
    const answered = watched.page.waitForResponse(/update-links/)
    await watched.page.getByRole('button', { name: '生成链接' }).click()
    const { links } = (await (await answered).json()) as { links: { token: string }[] }
    await watched.page.getByRole('button', { name: '复制链接' }).first().waitFor()
    await watched.page.screenshot({ path: 'var/test/slow-project-links.png' })
    const visitor = await openPage(browser, site.address)
    await visitor.page.setViewportSize({ width: 390, height: 780 })
    await visitor.page.goto(`${site.address}/u/${links[0]?.token}`)
    await visitor.page.getByLabel('实际完成数').first().fill('1')
    await visitor.page.getByLabel('数据来源和说明').first().fill('培训签到表')
    await visitor.page.getByRole('button', { name: '保存' }).click()
    await visitor.page.locator('.ant-message', { hasText: '已保存，谢谢' }).waitFor()
    await visitor.page.screenshot({ path: 'var/test/slow-project-own.png', fullPage: true })
    expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect([visitor.faults, visitor.refusals]).toEqual([[], []])
    await visitor.page.context().close()
  })

  step('is warned in June: the light, what it points to, and how the year may end', async () => {
    await slow.until('reviewRound', 'beginRound')
    const recordId = await slow.walk.newest('performance', 'monitoring.round')
    await sitDown(slow, 'performance')
    await desk.goTo(pathOf(slow, `records/${recordId}`))
    await waitForRecord(watched.page)
    expect(await sight.figure('监控灯')).toBe('■超限')
    expect(await sight.figure('风险提示')).toContain('偏离绩效目标')
    expect(await sight.figure('年底执行率预测')).toMatch(/^[\d.]+%（[\d.]+%—[\d.]+%）$/)
    expect(await sight.why('年底执行率预测')).toMatch(/直线推算[\d.]+%。模拟回测\d+次/)
    await slow.until('concludeRound')
    await desk.goTo(pathOf(slow, `projects/${slow.projectId()}?tab=monitoring`))
    await watched.page.locator('.outlook canvas').nth(1).waitFor()
    const seen = await sight.main()
    for (const words of ['截至6月落后计划', '同类项目往年6条', '数据不足', '2023年1—6月', '就业率落后'])
      expect(seen).toContain(words)
    await watched.page.locator('.outlook-words').first().scrollIntoViewIfNeeded()
    await watched.page.screenshot({ path: 'var/test/slow-project-outlook.png' })
  })

  step('is corrected: 550 万元 are to be cut, and next year begins with less', async () => {
    await slow.until('planRectification')
    const recordId = await slow.walk.newest('performance', 'monitoring.finding')
    await desk.goTo(pathOf(slow, `records/${recordId}`))
    await waitForRecord(watched.page)
    expect(await sight.why('对下一年度的影响')).toContain('比本年少550.00万元')
    expect(await sight.figure('预算调整或调剂')).toContain('预算调剂')
    await watched.page.screenshot({ path: 'var/test/slow-project-finding.png' })
  })

  step('its target is adjusted, the rectification verified and closed', async () => {
    await slow.until('closeFinding')
    await desk.goTo(pathOf(slow, `projects/${slow.projectId()}?tab=monitoring`))
    expect(await sight.records()).toContain('监控问题及整改已销号')
  })

  step('is evaluated by itself and by an agency that heard its reply, and graded', async () => {
    await slow.until('confirmResult')
    await desk.goTo(pathOf(slow, `projects/${slow.projectId()}?tab=evaluation`))
    expect((await sight.facts())['评价等级']).toBe('良')
  })
})

describe('another project', () => {
  step('is stopped: whoever pays finds it in the list and takes the list along', async () => {
    const found = site.data.stories.find(({ key }) => key === 'soil-conservation')
    if (!found?.finding) throw new Error('the story has no finding')
    const opinion = { ...found.finding.opinion, opinionType: 'stop' }
    const other = trackOf('soil-conservation', { finding: { ...found.finding, opinion } })
    await other.until('notifyFinding')
    await sitDown(other, 'business')
    await desk.goTo(pathOf(other, 'monitoring-tasks'))
    const holds = watched.page.locator('section[aria-labelledby=holds]')
    await holds.getByRole('link', { name: '清河沟小流域水土流失综合治理项目' }).waitFor()
    expect(await holds.textContent()).toMatch(/停止拨款.*〔2023〕\d+号.*仍在执行/)
    await holds.getByRole('button', { name: '下载清单' }).waitFor()
    await watched.page.screenshot({ path: 'var/test/slow-project-holds.png' })
  })
})
