import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { stepsOf } from '../../src/app/demo/way.ts'
import type { Walk } from '../../src/app/demo/walk.ts'
import { planDays } from '../../src/app/demo/calendar.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { type Desk, makeDesk } from './desk.ts'
import { enterProject } from './enter-project.ts'
import { makePageWalk, type PageWalk } from './page-walk.ts'
import { PASSWORD, useSite } from './site.ts'

const site = useSite()
let browser: Browser
let watched: WatchedPage
let desk: Desk
let walk: PageWalk
const plan = new Map<string, { day: string; take: (walk: Walk) => Promise<void> }>()
let isBroken = false

beforeAll(async () => {
  browser = await openBrowser()
  watched = await openPage(browser, site.address)
  desk = makeDesk(watched.page, site.address, PASSWORD)
  const story = site.data.stories.find(({ key }) => key === 'caregiver-training')!
  walk = makePageWalk(desk, site, story)
  for (const { step, day } of planDays([story], site.data.calendar))
    plan.set(step.take.name, { day, take: step.take })
  expect(stepsOf(story)).toHaveLength(plan.size)
}, 60_000)
afterAll(() => browser.close())

async function go(...names: string[]) {
  if (isBroken) throw new Error('an earlier step failed')
  try {
    for (const name of names) {
      const { day, take } = plan.get(name)!
      site.setDay(day)
      const from = performance.now()
      if (name === 'enterProject') await enterProject(walk, desk)
      else await take(walk)
      console.log(name, Math.round(performance.now() - from))
    }
    expect(watched.faults).toEqual([])
    expect(watched.refusals).toEqual([])
  } catch (error) {
    isBroken = true
    await watched.page.screenshot({ path: '/tmp/shots/broken.png' })
    throw error
  }
}

describe('a project', () => {
  it.each([
    ...[
      'enterProject',
      'proposeSelection',
      'endorseSelection',
      'confirmSelection',
      'submitMaterials',
      'openScoring',
      'scoreAsFirstExpert',
      'assessAffordability',
      'scoreAsSecondExpert',
      'closeScoring',
      'concludeEvaluation',
      'approveConclusion',
      'declareTarget',
      'applyForBudget',
      'reviewTarget',
      'adviseOnTarget',
      'recheckTarget',
      'arrangeBudget',
      'approveTarget',
      'publishTarget',
      'beginRound',
      'reportRound',
      'reviewRound',
      'inspectSite',
      'concludeRound',
      'proposeOpinion',
      'notifyFinding',
      'planRectification',
      'reportRectification',
      'verifyRectification',
      'closeFinding',
      'evaluateItself',
      'reviewSelf',
      'confirmSelf',
      'assignAgency',
      'scoreEvaluation',
      'consultUnit',
      'replyToDraft',
      'finaliseReport',
      'confirmResult',
      'proposeDisclosure',
      'checkDisclosure',
      'publishResult',
      'proposeNotice',
      'issueNotice',
      'proposeDecision',
      'decideBudget',
      'planTasks',
      'reportTasks',
      'reviewTasks',
      'verifyTasks',
      'closeNotice',
      'closeEvaluation',
      'writeStageReports',
      'approveStageReports',
      'writeIntegratedReport',
      'approveIntegratedReport',
      'writeCountyReport',
      'approveCountyReport',
      'requestAcceptance',
      'inspectPilot',
      'acceptPilot',
    ],
  ])('%s', async (name) => {
    await go(name)
  })
})
