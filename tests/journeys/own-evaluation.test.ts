import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { planDays } from '../../src/app/demo/calendar.ts'
import {
  assignAgency,
  consultUnit,
  scoreEvaluation,
  undertakeTask,
} from '../../src/app/demo/steps/evaluate.ts'
import type { Part } from '../../src/app/demo/story.ts'
import { makeWalk, type Walk } from '../../src/app/demo/walk.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { type Desk, makeDesk, waitForRecord } from './desk.ts'
import { makePageWalk, type PageWalk } from './page-walk.ts'
import { makeSight, type Sight } from './sight.ts'
import { PASSWORD, useSite } from './site.ts'

/** A county evaluates one of its projects itself: group, pledges, scores, and the unit is asked. */
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
let walk: PageWalk
/** The same people past the pages, for what other journeys look at. */
let beside: Walk

beforeAll(async () => {
  browser = await openBrowser()
  watched = await openPage(browser, site.address)
  desk = makeDesk(watched.page, site.address, PASSWORD)
  sight = makeSight(desk)
  const story = site.data.stories.find(({ key }) => key === 'social-relief')
  if (!story) throw new Error('no story social-relief')
  walk = makePageWalk(desk, site, story)
  beside = makeWalk(site.product, site.residents, story, () => site.today())
  const setProject = (id: string) => {
    beside.setProject(id)
    walk.setProject(id)
  }
  for (const { step, day } of planDays([story], site.data.calendar)) {
    if (step.take.name === 'assignAgency') break
    site.setDay(day)
    await step.take({ ...beside, setProject })
  }
}, 120_000)
afterAll(() => browser.close())

type Group = readonly { readonly by: Part; readonly task: string }[]
const withGroup = <T extends Walk>(own: T, group: Group): T => {
  const { finance } = own.story
  return finance ? { ...own, story: { ...own.story, finance: { ...finance, group } } } : own
}
/** One member pledges on the pages, the others past them. */
const only = (part: Part, group: Group) =>
  withGroup(
    walk,
    group.filter(({ by }) => by === part),
  )
const besideBut = (part: Part, group: Group) =>
  withGroup(
    beside,
    group.filter(({ by }) => by !== part),
  )

const sections = () => watched.page.locator('.section-list').textContent()

it('the bureau chooses to evaluate itself: nothing of an institution is asked for any more', async () => {
  site.setDay('2024-03-05')
  await assignAgency(walk)
  await sight.state('评价实施中', '财政绩效股、财政业务股、专家')
  expect(await watched.page.locator('.ant-notification').textContent()).not.toContain('第三方机构')
  const text = await sight.main()
  for (const words of ['受托第三方机构', '选定方式', '主评人']) expect(text).not.toContain(words)
  expect(await sections()).toContain('评价组')
})

it('nobody writes before the pledge; each member declares and pledges alone', async () => {
  expect(await sight.main()).toContain('还没有申报和承诺')
  expect(await watched.page.locator('.section.is-open').count()).toBe(0)
  site.setDay('2024-03-07')
  const group = walk.story.finance?.group ?? []
  await undertakeTask(besideBut('expert11', group))
  await undertakeTask(only('expert11', group))
  await sight.state('已承诺')
  await sight.paper('评价组成员承诺书', '入户调查和效益评分', '承诺时间')
})

it('the leader scores and asks the unit; the leader of the bureau, who confirms, only reads', async () => {
  site.setDay('2024-04-11')
  await scoreEvaluation(beside)
  const record = `/640422/2023/records/${await beside.newest('leader', 'evaluation.finance')}`
  await walk.signIn('leader')
  await desk.goTo(record)
  await waitForRecord(watched.page)
  expect(await watched.page.locator('.section.is-open').count()).toBe(0)
  await consultUnit(walk)
  await sight.state('征求单位意见', '单位经办')
  await sight.paper('财政绩效评价报告', '自行组织', '评价组组长', '组织单位（盖章）')
  expect(watched.faults).toEqual([])
  expect(watched.refusals).toEqual([])
})
