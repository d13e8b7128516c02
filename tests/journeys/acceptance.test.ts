import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { planDays } from '../../src/app/demo/calendar.ts'
import type { CastPerson } from '../../src/app/demo/cast.ts'
import * as closing from '../../src/app/demo/steps/close-pilot.ts'
import { setUpProgramme } from '../../src/app/demo/steps/run-programme.ts'
import type { Story } from '../../src/app/demo/story.ts'
import { makeWalk, type Walk } from '../../src/app/demo/walk.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { type Desk, makeDesk } from './desk.ts'
import { makePageWalk, type PageWalk } from './page-walk.ts'
import { makeSight, type Sight } from './sight.ts'
import { PASSWORD, useSite } from './site.ts'

/** Two places at the end of their pilot: one is accepted, the other sent back, answers, and is accepted. */
const ACCEPTED = 'caregiver-training'
const RETURNED = 'forest-care'

const withAccount = (person: CastPerson): CastPerson => ({
  ...person,
  account: person.account ?? person.key.replaceAll('/', '.'),
})
const site = useSite((cast) => ({ ...cast, people: cast.people.map(withAccount) }))
let browser: Browser
let watched: WatchedPage
let desk: Desk
let sight: Sight
let behind: Readonly<Record<string, Walk>>
let pages: Readonly<Record<string, PageWalk>>

beforeAll(async () => {
  browser = await openBrowser()
  watched = await openPage(browser, site.address)
  desk = makeDesk(watched.page, site.address, PASSWORD)
  sight = makeSight(desk)
  const stories = [ACCEPTED, RETURNED].map(storyOf)
  behind = Object.fromEntries(
    stories.map((story) => [story.key, makeWalk(site.product, site.residents, story, site.today)]),
  )
  pages = Object.fromEntries(stories.map((story) => [story.key, makePageWalk(desk, site, story)]))
  site.setDay('2022-08-05')
  await setUpProgramme(behind[ACCEPTED] as Walk)
  for (const { story, step, day } of planDays(stories, site.data.calendar)) {
    if (CLOSING.includes(step.take.name)) continue
    site.setDay(day)
    await step.take(behind[story.key] as Walk)
  }
  site.setDay('2024-06-21')
  await closing.requestAcceptance(behind[RETURNED] as Walk)
}, 180_000)
afterAll(() => browser?.close())
afterEach(() => {
  expect(watched.faults).toEqual([])
  expect(watched.refusals).toEqual([])
})

const CLOSING = [
  'requestAcceptance',
  'returnForCorrection',
  'answerDefects',
  'checkCorrections',
  'inspectPilot',
  'acceptPilot',
]

function storyOf(key: string): Story {
  const story = site.data.stories.find((one) => one.key === key)
  if (!story) throw new Error(`no story ${key}`)
  // Told to the end, wherever the demonstration leaves it.
  return { ...story, goesTo: 'acceptPilot' }
}

describe('验收', () => {
  test('the region sends one place its list of what is to be corrected', async () => {
    site.setDay('2024-06-22')
    await closing.returnForCorrection(pages[RETURNED] as PageWalk)
    await sight.state('待补正', '财政绩效股')
    await sight.paper('试点验收补正通知', '病虫害防治面积没有验收单', '2024年7月5日')
  })

  test('another place is inspected, judged by the region’s own criteria, and accepted by a second person', async () => {
    await closing.requestAcceptance(behind[ACCEPTED] as Walk)
    site.setDay('2024-06-23')
    await closing.inspectPilot(pages[ACCEPTED] as PageWalk)
    expect(await sight.why('验收得分和合格线')).toContain('各项标准得分合计96.50分，达到合格线80分')
    await closing.acceptPilot(pages[ACCEPTED] as PageWalk)
    await sight.state('验收合格')
    await sight.paper('试点验收意见', '得分96.50分，合格线为80分', '审定的试点方案设置')
  })

  test('the place answers line by line: without evidence nothing goes back', async () => {
    site.setDay('2024-06-24')
    const walk = pages[RETURNED] as PageWalk
    await walk.newest('performance', 'pilot.acceptance')
    expect(await sight.obstacle('报送补正情况')).toContain('佐证')
    await closing.answerDefects(walk)
    await sight.state('待核查', '自治区财政厅')
  })

  test('the region looks at each answer, and the place is accepted', async () => {
    site.setDay('2024-06-25')
    const walk = pages[RETURNED] as PageWalk
    await walk.newest('province1', 'pilot.acceptance')
    expect(await sight.obstacle('完成核查')).toContain('请核实')
    await closing.checkCorrections(walk)
    await closing.inspectPilot(walk)
    await closing.acceptPilot(walk)
    await sight.state('验收合格')
    await sight.paper('试点验收意见', '已补传防治验收单12份', '已补正')
  })

  test('calendar, ranking and cockpit tell of both', async () => {
    await desk.goTo('/640000/2023/pilot')
    expect(await sight.main()).toContain('试点周期 2022-08-01 至 2024-06-30')
    expect(await sight.main()).toContain('各节点都已完成')
    await desk.goTo('/640000/2023/pilot?tab=ranking')
    const ranking = await sight.main()
    for (const words of ['固原市', '盐池县', '验收得96.50分']) expect(ranking).toContain(words)
    await desk.goTo('/640000/2023/pilot?tab=selection')
    const selection = await sight.main()
    expect(selection).toContain('偏少')
    // The region chooses no project itself and is not told that it has too few.
    expect(selection).not.toContain('已选试点项目0个')
    await desk.goTo('/640000/2023/cockpit')
    expect(await sight.main()).toContain('2/27')
  })
})
