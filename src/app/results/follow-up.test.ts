import { describe, expect, test } from 'vitest'
import { listTodos } from '../shell/list-todos.ts'
import { plantRecord, walkOn } from '../testing/plant.ts'
import { recordsOf, refusalOf, stepsIn } from '../testing/steps.ts'
import { type PersonName, useWorld } from '../testing/world.ts'
import { viewPersonDuties, viewResponsibility } from './answerable.ts'
import { assessFollowUp, reportFollowUp, returnFollowUp } from './follow-up-behaviour.ts'
import { resultsModule } from './index.ts'
import { closeNotice } from './issue-notice.ts'
import { listRectification } from './list-rectification.ts'
import { rectificationIn } from './rectification.fixture.ts'
import { viewKnownProblems } from './view-known-problems.ts'

const world = useWorld('2024-05-10')
const steps = stepsIn(world, resultsModule)
const { see, save, act, versionFor, textOf } = steps
const { issued, rectified } = rectificationIn(world, steps)
const KIND = 'results.followUp'

async function closed() {
  const { projectId, notice, tasks } = await issued()
  for (const task of tasks) await rectified(task)
  await act('finance_performance', closeNotice, notice)
  return { projectId, notice, followUps: await recordsOf(world, 'unit', projectId, KIND) }
}

const REPORT = { effect: '执行率提高到98%', evidenceNote: '支付系统截图存档', reportedBy: '张三' }
const ASSESSMENT = { verdict: 'lasting', assessment: '抽查属实', checkedHow: '查阅资料' }

describe('跟踪问效', () => {
  test('closing the notice schedules three, with what was put right', async () => {
    const { followUps } = await closed()
    const seen = await Promise.all(followUps.map((one) => see('unit', one)))
    expect(seen.map(({ record }) => record.dueOn)).toEqual(['2024-08-10', '2024-11-10', '2025-05-10'])
    expect(seen[0]?.content).toMatchObject({
      months: 3,
      problems: [{ problemNumber: 1, problem: '支出进度偏慢', outcome: '已完成' }, { problemNumber: 2 }],
    })
  })

  test('is in nobody’s to-do list before its day, then in that of the unit and of who asks for it', async () => {
    const { followUps } = await closed()
    const waiting = async (by: PersonName) =>
      (await world.as<{ items: { recordId: string; task: string }[] }>(by, listTodos, {})).items.filter(
        ({ recordId }) => recordId === followUps[0],
      )
    world.setToday('2024-08-09')
    expect(await waiting('unit')).toEqual([])
    expect(await refusalOf(act('unit', reportFollowUp, followUps[0]!))).toMatchObject({
      code: 'RULE_VIOLATED',
    })
    world.setToday('2024-08-10')
    expect(await waiting('unit')).toMatchObject([{ task: '报告整改成效' }])
    expect(await waiting('finance_performance')).toMatchObject([{ task: '催报整改成效' }])
    expect(await waiting('outsiderUnit')).toEqual([])
    await save('unit', followUps[0]!, REPORT)
    await act('unit', reportFollowUp, followUps[0]!)
    expect(await waiting('finance_performance')).toMatchObject([{ task: '待财政核查' }])
    await save('finance_performance', followUps[0]!, ASSESSMENT)
    expect(await act('finance_performance', assessFollowUp, followUps[0]!)).toMatchObject({
      state: 'assessed',
    })
    world.setToday('2024-05-10')
  })

  test('nothing is scheduled where every problem was exempted', async () => {
    const { projectId, notice, tasks } = await issued()
    for (const task of tasks) await walkOn(world, task, 'exempt')
    await act('finance_performance', closeNotice, notice)
    expect(await recordsOf(world, 'unit', projectId, KIND)).toEqual([])
  })

  test('a problem that came back is open again in what is known, until a later look finds it put right', async () => {
    const { projectId, followUps } = await closed()
    const looked = async (at: number, today: string, verdict: string) => {
      world.setToday(today)
      await save('unit', followUps[at]!, REPORT)
      await act('unit', reportFollowUp, followUps[at]!)
      await save('finance_performance', followUps[at]!, { ...ASSESSMENT, verdict })
      await act('finance_performance', assessFollowUp, followUps[at]!)
      const { items } = await world.as<{
        items: { year: number; problem: string; stateTitle: string; isClosed: boolean }[]
      }>('finance_performance', viewKnownProblems, { projectId })
      return items
        .filter(({ problem, stateTitle }) => problem === '支出进度偏慢' && stateTitle.includes('跟踪核查'))
        .map(({ stateTitle, isClosed }) => [stateTitle, isClosed])
    }
    expect(await looked(0, '2024-08-10', 'relapsed')).toContainEqual(['已核实，跟踪核查：出现反弹', false])
    const after = await looked(1, '2024-11-10', 'lasting')
    expect(after).toContainEqual(['已核实，跟踪核查：成效巩固', true])
    expect(after.filter(([, isClosed]) => isClosed === false)).toEqual([])
    world.setToday('2024-05-10')
  })

  const cases: readonly [name: string, object, from: string[], right: PersonName, wrong: PersonName][] = [
    ['report', reportFollowUp, [], 'unit', 'department'],
    ['assess', assessFollowUp, ['report'], 'finance_performance', 'unit'],
    ['return', returnFollowUp, ['report'], 'finance_performance', 'finance_business'],
  ]
  test.each(cases)('who may: %s', async (_name, useCase, from, right, wrong) => {
    const { projectId } = await issued()
    const content = { ...REPORT, ...ASSESSMENT, dueOn: '2024-05-01' } as never
    const recordId = await plantRecord(world, { kind: KIND, projectId, content, acts: from })
    const { recordKind, action } = useCase as (typeof resultsModule.acts)[number]
    const opinion = recordKind.workflow.actions[action]?.opinion ? { opinion: '同意' } : {}
    const call = (by: PersonName, version: number) => world.as(by, useCase, { recordId, version, ...opinion })
    const version = await versionFor(recordId)
    expect(await refusalOf(call(wrong, version))).toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await refusalOf(call('outsider', version))).toMatchObject({ code: 'NOT_FOUND' })
    await call(right, version)
    expect(await refusalOf(call(right, version + 1))).toMatchObject({ code: 'ACTION_NOT_AVAILABLE' })
  })
})

describe('整改与跟踪', () => {
  type List = {
    items: { recordId: string; problem: string; isOverdue: boolean; escalation: string | null }[]
    total: number
    overdue: number
    rate: { value: string }
    recovery: { value: string }
    application: { value: string; explanation: { sentence: string } }
  }
  const list = (by: PersonName, input: object) =>
    world.as<List>(by, listRectification, { jurisdiction: '640221', year: 2023, ...input })

  test('shows the tasks of a project, filtered and counted; others see none of them', async () => {
    const { projectId, tasks } = await issued([{ recover_fen: '100' }])
    await rectified(tasks[1])
    world.setToday('2024-06-10')
    const all = await list('finance_leader', { projectId })
    expect(all).toMatchObject({
      total: 2,
      overdue: 1,
      rate: { value: '50.00%' },
      recovery: { value: '尚余1.00元' },
    })
    expect(all.items.map(({ isOverdue, escalation }) => [isOverdue, escalation])).toEqual([
      [true, '逾期1天提醒单位'],
      [false, null],
    ])
    for (const [filter, total] of [
      [{ show: 'open' }, 1],
      [{ show: 'overdue' }, 1],
      [{ show: 'verified' }, 1],
      [{ show: 'exempted' }, 0],
      [{ requirementType: 'policy' }, 0],
      [{ words: '满意度' }, 1],
      [{ page: 0 }, 2],
    ] as const) {
      expect((await list('finance_leader', { projectId, ...filter })).total, JSON.stringify(filter)).toBe(
        total,
      )
    }
    expect((await list('finance_leader', { projectId, page: 1 })).items).toEqual([])
    for (const by of ['outsider', 'outsiderUnit', 'unit2'] as const) {
      expect((await list(by, { projectId })).items, by).toEqual([])
    }
    world.setToday('2024-05-10')
  })

  test('the rate of application says which result was not applied, and why', async () => {
    await issued()
    const { application } = await list('province', {})
    expect(application.value).toBe('0.00%')
    expect(application.explanation.sentence).toContain('未作预算挂钩决定')
  })
})

describe('责任记录', () => {
  test('says person by person who did what, on the page and on paper', async () => {
    const { projectId, notice } = await closed()
    const { people } = await world.as<{ people: { duties: { title: string; acts: string[] }[] }[] }>(
      'audit',
      viewResponsibility,
      { projectId },
    )
    const titles = people.flatMap(({ duties }) => duties.map(({ title }) => title))
    expect(titles).toEqual(expect.arrayContaining(['批准', '整改', '核实', '审核']))
    const one = await world.as<{
      projects: { projectId: string; duties: { title: string; count: number }[] }[]
    }>('audit', viewPersonDuties, {
      jurisdiction: '640221',
      year: 2023,
      personId: world.people.finance_leader.personId,
    })
    expect(one.projects.find((project) => project.projectId === projectId)?.duties).toEqual([
      { title: '批准', count: 1 },
    ])
    const hidden = await world.as<{ projects: unknown[] }>('outsider', viewPersonDuties, {
      jurisdiction: '640221',
      year: 2023,
      personId: world.people.finance_leader.personId,
    })
    expect(hidden.projects).toEqual([])
    const text = await textOf('audit', notice, 'responsibility-list')
    for (const words of [
      '整改任务：核实通过',
      '绩效评价整改通知：签发整改通知',
      '不自动作出处理',
      '截至2024年5月10日',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('草稿')
    expect(await refusalOf(world.as('outsider', viewResponsibility, { projectId }))).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
