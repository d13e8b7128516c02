import { describe, expect, test } from 'vitest'
import { giveApprovedProject } from '../testing/approved-project.ts'
import { refusalOf, stepsIn } from '../testing/steps.ts'
import { type PersonName, useWorld } from '../testing/world.ts'
import { notifyFinding, planRectification, proposeOpinion, verifyRectification } from './handle-finding.ts'
import { listTodos } from '../shell/list-todos.ts'
import { listPaymentHolds, monitoringModule } from './index.ts'
import {
  acknowledgeReferral,
  closeFinding,
  referFinding,
  reopenFinding,
  reportRectification,
  returnFinding,
} from './plain-acts.ts'

const world = useWorld('2022-08-20')
const { see, save, act, textOf, versionFor } = stepsIn(world)
const beginFinding = monitoringModule.begins[1]!
const view = (recordId: string) => see('finance_performance', recordId)
const FILE = '01890000-0000-7000-8000-000000000001'

const PROBLEM = {
  problem: '预算执行率36%,落后序时进度22.33个百分点',
  evidence: '国库集中支付系统1—7月支出明细',
  opinionType: 'recover',
  amount_fen: '170000000',
  requirement: '收回预计结余，督促加快招标',
  dueOn: '2022-09-30',
}

/** Each state of a finding, and the step that leads there. */
const STEPS: readonly (readonly [state: string, step: (recordId: string) => Promise<unknown>])[] = [
  ['proposed', (id) => act('finance_performance', proposeOpinion, id)],
  ['notified', (id) => act('finance_leader', notifyFinding, id)],
  [
    'rectifying',
    async (id) => {
      await save('unit', id, { measure: '重新招标', responsible: '李四', planDueOn: '2022-09-20' })
      await act('unit', planRectification, id)
    },
  ],
  [
    'reported',
    async (id) => {
      await save('unit', id, { result: '已开标并缴回结余', resultFiles: [FILE] })
      await act('unit', reportRectification, id)
    },
  ],
  [
    'verified',
    async (id) => {
      await save('finance_performance', id, { verification: '缴款书属实', verifiedAmount_fen: '170000000' })
      await act('finance_performance', verifyRectification, id, '核实无误')
    },
  ],
  ['closed', (id) => act('finance_business', closeFinding, id)],
]

async function findingIn(state: string, problem: object = PROBLEM): Promise<string> {
  const { projectId } = await giveApprovedProject(world)
  const { recordId } = await world.as<{ recordId: string }>('finance_performance', beginFinding, {
    projectId,
  })
  await save('finance_performance', recordId, problem)
  for (const [reached, step] of STEPS) {
    if ((await view(recordId)).record.state === state) break
    await step(recordId)
    expect((await view(recordId)).record.state).toBe(reached)
  }
  return recordId
}

describe('监控问题', () => {
  test('goes from opinion to 销号, the opinion under a number of the bureau', async () => {
    const recordId = await findingIn('closed')
    const { history, frozen } = await view(recordId)
    expect(history.find(({ action }) => action === 'notify')?.documentNumber).toMatch(
      /^示财（绩）发〔2022〕\d+号$/,
    )
    // Both acts enter the contract ledger, and what is sealed is frozen.
    expect(frozen.map(({ action }) => action)).toEqual(['notify', 'close'])
  })

  test.each([
    ['taking back without an amount', { ...PROBLEM, amount_fen: null }, 'amount_fen'],
    ['a day that has passed', { ...PROBLEM, dueOn: '2022-08-19' }, 'dueOn'],
    ['no requirement', { ...PROBLEM, requirement: null }, 'requirement'],
  ])('%s is refused', async (_why, problem, field) => {
    const recordId = await findingIn('open', problem)
    const refusal = await refusalOf(act('finance_performance', proposeOpinion, recordId))
    expect(refusal.code).toBe('RULE_VIOLATED')
    expect(refusal.places.map((place) => place.field)).toContain(field)
  })

  test('stopping payment needs no amount, but the leader', async () => {
    const recordId = await findingIn('proposed', { ...PROBLEM, opinionType: 'suspend', amount_fen: null })
    await expect(act('finance_performance', notifyFinding, recordId)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    })
    expect((await act('finance_leader', notifyFinding, recordId)).documentNumber).toBeTruthy()
  })

  test('a plan that ends after the day set is refused', async () => {
    const recordId = await findingIn('notified')
    await save('unit', recordId, { measure: '重新招标', responsible: '李四', planDueOn: '2022-10-01' })
    await expect(act('unit', planRectification, recordId)).rejects.toMatchObject({ code: 'RULE_VIOLATED' })
  })

  test('a report without evidence is refused', async () => {
    const recordId = await findingIn('rectifying')
    await save('unit', recordId, { result: '已整改' })
    await expect(act('unit', reportRectification, recordId)).rejects.toMatchObject({ code: 'RULE_VIOLATED' })
  })

  test('money is verified in money; less than decided is allowed but shown', async () => {
    const recordId = await findingIn('reported')
    await save('finance_performance', recordId, { verification: '缴款书属实' })
    await expect(act('finance_performance', verifyRectification, recordId, '核实')).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
    })
    await save('finance_performance', recordId, { verifiedAmount_fen: '100000000' })
    const { findings } = await view(recordId)
    expect(findings).toMatchObject([{ ruleId: 'MON-901', severity: 'warning' }])
    expect((await act('finance_performance', verifyRectification, recordId, '其余下月缴回')).state).toBe(
      'verified',
    )
  })

  test('what was not put right goes on; a returned opinion is written again', async () => {
    const reported = await findingIn('reported')
    expect((await act('finance_performance', reopenFinding, reported, '缴款书缺页')).state).toBe('rectifying')
    const proposed = await findingIn('proposed')
    expect((await act('finance_leader', returnFinding, proposed, '金额请再核')).state).toBe('open')
  })

  test('the opinion prints with number, problem and amount', async () => {
    const recordId = await findingIn('notified')
    const text = await textOf('finance_leader', recordId, 'monitoring-opinion')
    for (const words of ['示财（绩）发〔2022〕', '收回资金', '170.00', '落后序时进度'])
      expect(text).toContain(words)
  })
})

describe('移送、调剂和拨款', () => {
  const referred = async () => {
    const recordId = await findingIn('rectifying')
    await save('finance_leader', recordId, { referralReason: '逾期不退回资金' })
    const { documentNumber } = await act('finance_leader', referFinding, recordId)
    return { recordId, documentNumber }
  }

  test('what is referred to the audit office comes back with a receipt, and the rectification goes on', async () => {
    const { recordId, documentNumber } = await referred()
    expect(documentNumber).toMatch(/〔2022〕\d+号$/)
    const text = await textOf('finance_leader', recordId, 'monitoring-referral')
    for (const words of ['移送审计的函', documentNumber!, '逾期不退回资金', '李四'])
      expect(text).toContain(words)
    await expect(act('unit', reportRectification, recordId)).rejects.toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
    })
    await expect(act('audit', acknowledgeReferral, recordId)).rejects.toMatchObject({ code: 'RULE_VIOLATED' })
    await save('audit', recordId, { receiptNumber: '示审收〔2022〕7号', receivedOn: '2022-08-20' })
    expect((await act('audit', acknowledgeReferral, recordId)).state).toBe('rectifying')
    await save('unit', recordId, { result: '已缴回', resultFiles: [FILE] })
    expect((await act('unit', reportRectification, recordId)).state).toBe('reported')
  })

  test('a referral without a reason is refused, and it is nobody’s task', async () => {
    const recordId = await findingIn('rectifying')
    await expect(act('finance_leader', referFinding, recordId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
    })
    const todos = await world.as<{ items: { recordId: string }[] }>('finance_leader', listTodos, {})
    expect(todos.items.map((todo) => todo.recordId)).not.toContain(recordId)
  })

  const line = (direction: string, amount_fen: string) => ({ direction, projectName: '某项目', amount_fen })
  const TRANSFER = {
    ...PROBLEM,
    opinionType: 'reallocate',
    amount_fen: '1910000',
    transfers: [line('out', '1910000'), line('in', '630000'), line('in', '1280000')],
  }

  test('a transfer balances to the fen or is not proposed', async () => {
    const off = { ...TRANSFER, transfers: [line('out', '1910000'), line('in', '1909999')] }
    const wrong = await findingIn('open', off)
    const refusal = await refusalOf(act('finance_performance', proposeOpinion, wrong))
    expect(refusal.places.map(({ field }) => field)).toEqual(['transfers'])
    const right = await findingIn('notified', TRANSFER)
    const text = await textOf('finance_leader', right, 'monitoring-opinion')
    for (const words of ['预算调剂明细', '1.28', '属于预算调剂']) expect(text).toContain(words)
  })

  test('what needs the standing committee is proposed with a mark and not issued without its approval', async () => {
    const recordId = await findingIn('proposed', { ...TRANSFER, adjustmentCases: ['keySpending'] })
    const { code, places } = await refusalOf(act('finance_leader', notifyFinding, recordId))
    expect([code, places[0]?.field]).toEqual(['RULE_VIOLATED', 'congressDecision'])
    expect((await view(recordId)).explanations['budgetChange']?.sentence).toContain('须报本级人大常委会批准')
    await act('finance_leader', returnFinding, recordId, '请附批准文号')
    await save('finance_performance', recordId, { congressDecision: '示人常〔2022〕5号' })
    await act('finance_performance', proposeOpinion, recordId)
    expect((await act('finance_leader', notifyFinding, recordId)).state).toBe('notified')
    expect(await textOf('finance_leader', recordId, 'monitoring-opinion')).toContain('示人常〔2022〕5号')
  })

  test('the payment side reads what to hold back, and when it may go on', async () => {
    const HOLD = { ...PROBLEM, opinionType: 'suspend', amount_fen: null }
    const recordId = await findingIn('notified', HOLD)
    const proposed = await findingIn('proposed', HOLD)
    const where = { jurisdiction: '640221', year: 2022 }
    type Holds = { items: { recordId: string; opinion: string; liftedOn: string | null }[] }
    const listed = async () => (await world.as<Holds>('finance_business', listPaymentHolds, where)).items
    expect(await listed()).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ recordId, opinion: '暂缓拨款', liftedOn: null })]),
    )
    expect((await listed()).map((one) => one.recordId)).not.toContain(proposed)
    for (const [reached, step] of STEPS.slice(2)) {
      await step(recordId)
      expect((await view(recordId)).record.state).toBe(reached)
    }
    expect((await listed()).find((one) => one.recordId === recordId)?.liftedOn).toBe('2022-08-20')
    expect((await world.as<Holds>('outsider', listPaymentHolds, where)).items).toEqual([])
  })

  test.each([
    ['2022-09-30', undefined, undefined],
    ['2022-10-01', '逾期1天提醒财政绩效股', undefined],
    ['2022-10-15', '逾期15天报财政分管领导', '逾期15天报财政分管领导'],
    ['2022-10-30', '逾期30天提请约谈或移送', '逾期30天提请约谈或移送'],
  ])(
    'on %s an overdue rectification stands in the to-do list of whom it concerns',
    async (day, section, leader) => {
      const recordId = await findingIn('rectifying')
      world.setToday(day)
      const taskOf = async (by: PersonName) =>
        (await world.as<{ items: { recordId: string; task: string }[] }>(by, listTodos, {})).items.find(
          (todo) => todo.recordId === recordId,
        )?.task
      const found = [await taskOf('finance_performance'), await taskOf('finance_leader')]
      world.setToday('2022-08-20')
      expect(found).toEqual([section, leader])
    },
  )
})

type Case = [act: string, useCase: object, from: string, right: PersonName, opinion?: string]
const ACTS: Case[] = [
  ['propose', proposeOpinion, 'open', 'finance_performance'],
  ['notify', notifyFinding, 'proposed', 'finance_leader'],
  ['return', returnFinding, 'proposed', 'finance_leader', '退回'],
  ['plan', planRectification, 'notified', 'unit'],
  ['report', reportRectification, 'rectifying', 'unit'],
  ['reopen', reopenFinding, 'reported', 'finance_performance', '继续整改'],
  ['verify', verifyRectification, 'reported', 'finance_performance', '核实'],
  ['close', closeFinding, 'verified', 'finance_business'],
]

test.each<Case>(ACTS)(
  '%s: only in its turn, by its post, on the present version',
  async (_name, useCase, from, right, opinion) => {
    const recordId = await findingIn(from)
    await expect(act('department', useCase, recordId, opinion)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    })
    const stale = { recordId, version: (await versionFor(recordId)) - 1, ...(opinion ? { opinion } : {}) }
    await expect(world.as(right, useCase, stale)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
    const elsewhere = await findingIn(from === 'open' ? 'proposed' : 'open')
    await expect(act(right, useCase, elsewhere, opinion)).rejects.toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
    })
  },
)
