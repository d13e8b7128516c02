import { Type } from 'typebox'
import { describe, expect, test } from 'vitest'
import { OWED_DAYS } from '../../domain/results/index.ts'
import { findOverdueTasks } from '../../storage/rectification-repository.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { listTodos } from '../shell/list-todos.ts'
import { plantRecord } from '../testing/plant.ts'
import { refusalOf, stepsIn } from '../testing/steps.ts'
import { type PersonName, useWorld } from '../testing/world.ts'
import {
  askTaskChange,
  grantTaskChange,
  refuseTaskChange,
  returnTaskChange,
  supportTaskChange,
  withdrawTaskChange,
} from './change-task.ts'
import { resultsModule } from './index.ts'
import { closeNotice } from './issue-notice.ts'
import { rectificationIn } from './rectification.fixture.ts'
import { acknowledgeTask, referTask } from './rectify-problem.ts'

const world = useWorld('2024-05-10')
const steps = stepsIn(world, resultsModule)
const { see, save, act, versionFor, textOf } = steps
const { issued, planned, rectified } = rectificationIn(world, steps)
const beginChange = resultsModule.begins.find(({ recordKind }) => recordKind.kind === 'results.taskChange')
const KIND = 'results.taskChange'

async function request(projectId: string, task: string, content: object) {
  const { recordId } = await world.as<{ recordId: string }>('unit', beginChange as object, {
    projectId,
    subjectId: task,
  })
  await save('unit', recordId, { reason: '须经乡镇人大审议', ...content })
  return recordId
}

async function granted(projectId: string, task: string, content: object) {
  const recordId = await request(projectId, task, content)
  await act('unit', askTaskChange, recordId)
  await act('department', supportTaskChange, recordId, '情况属实')
  await act('finance_leader', grantTaskChange, recordId, '同意')
  return recordId
}

const EXTENSION = { changeType: 'extension', newDueOn: '2024-08-30' }
const EXEMPTION = { changeType: 'exemption', evidenceNote: '项目已终止，见政府会议纪要' }

describe('延期', () => {
  test('is granted with a number, moves the day and keeps the first one; a second one is refused', async () => {
    const { projectId, tasks } = await issued()
    await planned(tasks[0])
    const change = await granted(projectId, tasks[0], EXTENSION)
    const task = await see('unit', tasks[0])
    expect(task.content).toMatchObject({ completionDueOn: '2024-08-30', firstDueOn: '2024-07-31' })
    expect(task.record).toMatchObject({ state: 'planned', dueOn: '2024-08-30' })
    expect(task.history.at(-1)).toMatchObject({ action: 'extend' })
    const text = await textOf('finance_leader', change, 'rectification-change')
    expect(text).toContain('由2024年7月31日延长到2024年8月30日')
    expect(text).not.toContain('草稿')
    const again = await request(projectId, tasks[0], { ...EXTENSION, newDueOn: '2024-09-15' })
    expect((await refusalOf(act('unit', askTaskChange, again))).places).toEqual([
      { section: 'request', field: 'changeType' },
    ])
  })

  test('before measures are handed in it moves only the day of completion', async () => {
    const { projectId, tasks } = await issued()
    await granted(projectId, tasks[1], EXTENSION)
    const task = await see('unit', tasks[1])
    expect(task.content).toMatchObject({ completionDueOn: '2024-08-30', planDueOn: '2024-06-09' })
    expect(task.record).toMatchObject({ state: 'open', dueOn: '2024-06-09' })
  })

  test('a refused request leaves the task as it was; one request at a time', async () => {
    const { projectId, tasks } = await issued()
    const recordId = await request(projectId, tasks[0], EXTENSION)
    expect(await refusalOf(request(projectId, tasks[0], EXTENSION))).toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
    })
    await act('unit', askTaskChange, recordId)
    await act('department', supportTaskChange, recordId, '情况属实')
    await act('finance_leader', refuseTaskChange, recordId, '没有充分理由')
    expect((await see('unit', tasks[0])).content).toMatchObject({ completionDueOn: '2024-07-31' })
    await request(projectId, tasks[0], EXTENSION)
  })

  test('a request the task has overtaken is withdrawn by the unit, at any step before the decision', async () => {
    const { projectId, tasks } = await issued()
    await planned(tasks[0])
    for (const steps of [[], ['ask'], ['ask', 'support']]) {
      const recordId = await request(projectId, tasks[0], EXTENSION)
      if (steps.includes('ask')) await act('unit', askTaskChange, recordId)
      if (steps.includes('support')) await act('department', supportTaskChange, recordId, '情况属实')
      await act('unit', withdrawTaskChange, recordId)
      expect((await see('unit', recordId)).record.state).toBe('withdrawn')
    }
    expect((await see('unit', tasks[0])).content).toMatchObject({ completionDueOn: '2024-07-31' })
  })

  test('is begun from a task only', async () => {
    const { projectId, notice } = await issued()
    expect(await refusalOf(request(projectId, notice, EXTENSION))).toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('免予整改', () => {
  test('lets the notice close, but is not counted as verified', async () => {
    const { projectId, notice, tasks } = await issued()
    await rectified(tasks[0])
    await granted(projectId, tasks[1], EXEMPTION)
    expect((await see('unit', tasks[1])).record.state).toBe('exempted')
    const { figures } = await see('finance_performance', notice)
    expect(figures['rectificationRate']).toBe('50.00%')
    expect(await act('finance_performance', closeNotice, notice)).toMatchObject({ state: 'closed' })
  })
})

describe('收回资金', () => {
  test('is claimed by the notice, reported payment by payment and verified by somebody else', async () => {
    const { notice, tasks } = await issued([{ recover_fen: '12345678' }])
    const recoveries = [{ paidOn: '2024-05-10', paid_fen: '2345678', voucher: '记-31' }]
    await rectified(tasks[0], { recovered_fen: '2345678', recoveries }, { verifiedRecovered_fen: '2345677' })
    const { explanations } = await see('finance_performance', notice)
    expect(explanations['recovery']?.sentence).toBe(
      '应收回123,456.78元，已报收回23,456.78元，已核实23,456.77元，尚余100,000.01元。',
    )
  })
})

describe('移送', () => {
  test('by the leader with a letter; the receipt puts the task back into work', async () => {
    const { tasks } = await issued()
    await planned(tasks[0])
    await save('finance_leader', tasks[0], { referredTo: 'discipline', referralReason: '涉嫌虚列支出' })
    await act('finance_leader', referTask, tasks[0])
    const text = await textOf('audit', tasks[0], 'rectification-referral')
    for (const words of ['本级纪检监察机关', '涉嫌虚列支出', '2024年5月10日印发'])
      expect(text).toContain(words)
    await save('audit', tasks[0], { receiptNumber: '收〔2024〕3号', receivedOn: '2024-05-10' })
    expect(await act('audit', acknowledgeTask, tasks[0])).toMatchObject({ state: 'open' })
  })
})

describe('逾期升级 in the to-do list', () => {
  const escalated = async (by: PersonName, recordId: string) => {
    const { items } = await world.as<{ items: { recordId: string; task: string }[] }>(by, listTodos, {})
    return items.filter((item) => item.recordId === recordId).map(({ task }) => task)
  }
  test.each<[today: string, seen: Partial<Record<PersonName, string[]>>]>([
    ['2024-06-09', { unit: ['待制定整改措施'], finance_performance: [] }],
    [
      '2024-06-10',
      {
        unit: ['待制定整改措施（逾期1天提醒单位）'],
        department: [],
        finance_performance: ['逾期1天提醒单位'],
        outsiderUnit: [],
      },
    ],
    [
      '2024-06-16',
      {
        unit: ['待制定整改措施（逾期7天提醒主管部门）'],
        department: ['逾期7天提醒主管部门'],
        finance_leader: [],
      },
    ],
    ['2024-06-24', { finance_leader: ['逾期15天报财政分管领导'] }],
    ['2024-07-09', { finance_leader: ['逾期30天在通报中点名'], unit2: [] }],
  ])('%s', async (today, seen) => {
    world.setToday('2024-05-10')
    const { tasks } = await issued()
    world.setToday(today)
    for (const [by, expected] of Object.entries(seen)) {
      expect(await escalated(by as PersonName, tasks[0]), by).toEqual(expected)
    }
    world.setToday('2024-05-10')
  })
})

test('a task is looked for by the day it owes now, not by one that was met', async () => {
  const { tasks } = await issued()
  await planned(tasks[0])
  const overdueBefore = async (before: string) => {
    const rows = await world.as<{ recordId: string }[]>('finance_performance', findOverdue, { before })
    return rows.filter(({ recordId }) => recordId === tasks[0] || recordId === tasks[1]).length
  }
  expect(await overdueBefore('2024-06-10')).toBe(1)
  expect(await overdueBefore('2024-08-01')).toBe(2)
})

const findOverdue = defineUseCase({
  id: 'test.findOverdue',
  title: '测试逾期任务',
  stage: 'shell',
  kind: 'query',
  by: 'everyone',
  input: Type.Object({ before: Type.String() }),
  run: (context, { before }) => findOverdueTasks(context.db, { owed: OWED_DAYS, before }),
})

describe('who may do what', () => {
  const cases: readonly [
    name: string,
    useCase: object,
    kind: string,
    from: string[],
    right: PersonName,
    wrong: PersonName,
  ][] = [
    ['change.ask', askTaskChange, KIND, [], 'unit', 'department'],
    ['change.support', supportTaskChange, KIND, ['ask'], 'department', 'unit'],
    ['change.grant', grantTaskChange, KIND, ['ask', 'support'], 'finance_leader', 'finance_performance'],
    ['change.refuse', refuseTaskChange, KIND, ['ask', 'support'], 'finance_leader', 'department'],
    ['change.return', returnTaskChange, KIND, ['ask'], 'department', 'unit'],
    ['change.withdraw', withdrawTaskChange, KIND, ['ask', 'support'], 'unit', 'department'],
    ['task.refer', referTask, 'results.task', ['plan'], 'finance_leader', 'finance_performance'],
    [
      'task.acknowledge',
      acknowledgeTask,
      'results.task',
      ['plan', 'refer'],
      'finance_performance',
      'finance_leader',
    ],
  ]
  test.each(cases)('%s', async (_name, useCase, kind, from, right, wrong) => {
    const { projectId, tasks } = await issued()
    const whole = { ...EXTENSION, completionDueOn: '2024-07-31', reason: '理由' }
    const referral = {
      referredTo: 'audit',
      referralReason: '理由',
      receiptNumber: '1',
      receivedOn: '2024-05-10',
    }
    const recordId = await plantRecord(world, {
      kind,
      projectId,
      content: (kind === KIND ? whole : referral) as never,
      acts: from,
      ...(kind === KIND ? { subjectId: tasks[0] } : {}),
    })
    const { recordKind, action } = useCase as (typeof resultsModule.acts)[number]
    const opinion = recordKind.workflow.actions[action]?.opinion ? { opinion: '同意' } : {}
    const call = (by: PersonName, version: number) => world.as(by, useCase, { recordId, version, ...opinion })
    const version = await versionFor(recordId)
    expect(await refusalOf(call(wrong, version))).toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await refusalOf(call('outsider', version))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusalOf(call(right, version - 1 || 99))).toMatchObject({ code: 'VERSION_CONFLICT' })
    await call(right, version)
    expect(await refusalOf(call(right, version + 1))).toMatchObject({ code: 'ACTION_NOT_AVAILABLE' })
  })
})
