import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { UseCase } from '../../src/app/kernel/use-case.ts'
import { plantPilot } from '../../src/app/testing/plant-pilot.ts'
import { plantProject } from '../../src/app/testing/plant.ts'
import { makeWalk } from '../../src/app/demo/walk.ts'
import { publishBlueprint } from '../../src/app/demo/roll-out.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { beginInFile, type Desk, fillRecord, makeDesk, openWaiting, perform, waitForRecord } from './desk.ts'
import { plantingWorld } from './planting.ts'
import { PASSWORD, useSite } from './site.ts'

/** Where the pilot was, which set weights of its own for 2025 (`rules/overlays/nx/640324`). */
const PILOT = '640324'
const site = useSite()
let browser: Browser
let watched: WatchedPage
let desk: Desk
let page: Page
let place = ''
let projectId = ''

beforeAll(async () => {
  site.setDay('2024-06-20')
  const { product, data, residents, cast } = site
  const planter = residents.posts.get(`${PILOT}/performance`)!
  const story = data.stories.find(({ key }) => key === data.rollOut.from)!
  const body = (kind: string) => cast.bodies.find((one) => one.kind === kind)!
  await product.run(
    plantPilot as unknown as UseCase,
    {
      unitId: residents.bodies.get(body('unit').key),
      departmentId: residents.bodies.get(body('department').key),
      name: '旱作节水示范项目',
      content: { actualGoal: '建成节水面积12345亩。', totalScore_x100: 9735 },
    },
    { credentials: { postId: planter.postId } },
  )
  const walk = makeWalk(product, residents, story, site.today)
  const name = product.divisions.find(({ id }) => id === PILOT)!.name
  const lesson = {
    stage: 'evaluation',
    problem: '佐证资料不全。',
    practice: '按清单逐项收集。',
    figure: '自评97.35分',
    place: name,
    recordKind: 'evaluation.self',
  }
  await publishBlueprint(walk, {
    ...data.rollOut,
    blueprint: { ...data.rollOut.blueprint, lessons: [lesson] },
  })
  browser = await openBrowser()
  watched = await openPage(browser, site.address)
  page = watched.page
  desk = makeDesk(page, site.address, PASSWORD)
  place = cast.bodies.find(
    ({ key }) => key === cast.people.find(({ account }) => account === 'unit')!.body,
  )!.jurisdiction
}, 120_000)
afterAll(() => browser.close())

it('the performance section of a third county sees what differs and what stays as it is', async () => {
  await desk.signIn('finance.performance')
  await desk.goTo(`/${place}/2024/rules?show=blueprints`)
  await page.getByRole('button', { name: '看差别并采用' }).waitFor()
  await page.getByRole('button', { name: '看差别并采用' }).click()
  await page.waitForURL(/\/records\//)
  await waitForRecord(page)
  const seen = await desk.read<{ content: { parts: { itemId: string; outcome: string }[] } }>(
    `/api/records/${desk.recordId()}`,
  )
  expect(seen.content.parts.map(({ itemId, outcome }) => [itemId, outcome])).toContainEqual([
    'targets.level1_weights',
    'different',
  ])
  expect(await page.locator('#f-parts').textContent()).toContain('产出40、效益40')
})

it('it proposes from a day, and the leader approves', async () => {
  const content = { effectiveFrom: '2024-07-01', reasonText: '采用试点的分值。' }
  await fillRecord(desk, { content, nameOf: (id) => id })
  await perform(desk, '提出采用')
  await desk.signIn('finance.leader')
  expect(await openWaiting(desk, '采用', '')).toBe(true)
  await perform(desk, '审定采用')
})

it('a unit begins next year’s target, and the weights are the blueprint’s, with their source', async () => {
  site.setDay('2024-10-15')
  projectId = await plantProject(plantingWorld(site), { name: '月牙湖乡河道治理工程' })
  await site.owner.query('update project set fiscal_year = 2025 where id = $1', [projectId])
  await desk.signIn('unit')
  const recordId = await beginInFile(desk, `/${place}/2025/projects/${projectId}`, 'targets.sheet')
  expect(recordId).not.toBe('')
  const { explanations } = await desk.read<{
    explanations: { indicators: { sentence: string; parameters: { sourceTitle: string; article: string }[] } }
  }>(`/api/records/${recordId}`)
  expect(explanations.indicators.sentence).toContain('产出指标合计0分，应为40分')
  expect(explanations.indicators.parameters[0]).toMatchObject({
    sourceTitle: '《预算绩效规范管理蓝本》（2024-1版）',
    article: expect.stringContaining('来自蓝本2024-1版'),
  })
  await page.locator('main').getByRole('button', { name: '为什么' }).first().click()
  await page.getByText('来自蓝本2024-1版').first().waitFor()
  expect(watched.faults).toEqual([])
  expect(watched.refusals).toEqual([])
})
