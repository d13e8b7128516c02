import { describe, expect, test } from 'vitest'
import { actOf, firstStagesIn } from '../testing/first-stages.ts'
import type { PersonName } from '../testing/world.ts'
import { useWorld } from '../testing/world.ts'

const world = useWorld('2022-10-10')
const way = firstStagesIn(world)
const { see, save, act } = way
const budget = (action: string) => actOf('project.budgetLine', action)
const continuing = () => way.enter({ isNew: false, isMajor: false })

async function applied() {
  const projectId = await continuing()
  const sheetId = await way.declareTarget(projectId)
  const recordId = await way.applyBudget(projectId)
  return { projectId, sheetId, recordId }
}

describe('项目预算: 申报', () => {
  test('begins with the project and the amount it was entered with', async () => {
    const recordId = await way.budgetLineOf(await continuing())
    const { content, explanations, record } = await see('unit', recordId)
    expect(record.state).toBe('draft')
    expect(content).toMatchObject({ requested_fen: '500000000' })
    expect(explanations['duty']?.sentence).toContain('延续项目')
  })

  test('waits for the target, which is declared in the same step', async () => {
    const projectId = await continuing()
    await expect(way.applyBudget(projectId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining('绩效目标还没有申报'),
    })
    await way.declareTarget(projectId)
    await way.applyBudget(projectId)
    expect((await see('unit', await way.budgetLineOf(projectId))).record.state).toBe('applied')
  })

  test('asks for the money of the target, not another', async () => {
    const projectId = await continuing()
    await way.declareTarget(projectId)
    await expect(way.applyBudget(projectId, { requested_fen: '500000001' })).rejects.toMatchObject({
      message: expect.stringContaining('不一致'),
    })
  })

  test('a new major project waits for its evaluation (G1)', async () => {
    const projectId = await way.enter()
    await way.declareTarget(projectId)
    await expect(way.applyBudget(projectId)).rejects.toMatchObject({
      message: expect.stringContaining('还没有事前绩效评估'),
    })
    await way.openEvaluation(projectId)
    await expect(way.applyBudget(projectId)).rejects.toMatchObject({
      message: expect.stringContaining('还没有审定'),
    })
  })

  test('a new small project does not', async () => {
    const small = { total_fen: '80000000', annual_fen: '80000000' }
    const fundSources = [{ fund: 'fiscal', ...small }]
    const projectId = await way.enter({ isMajor: false, ...small, fundSources })
    await way.declareTarget(projectId, {
      periodTotal_fen: '80000000',
      total_fen: '80000000',
      fiscal_fen: '80000000',
      quarterPlan: ['q1', 'q2', 'q3', 'q4'].map((quarter) => ({ quarter, planned_fen: '20000000' })),
    })
    await way.applyBudget(projectId)
  })

  test.each<[why: string, conclusion: Record<string, unknown>, said: string]>([
    ['refused by the evaluation', { decision: 'REJECT', suggested_fen: '0' }, '不予支持'],
    [
      'more than the evaluation suggests',
      {
        decision: 'PARTIAL',
        suggested_fen: '499999999',
        cutLines: [{ item: '宣传', requested_fen: '1', cut_fen: '1', reason: '非必要' }],
      },
      '高于事前评估建议',
    ],
  ])('is refused: %s', async (_why, conclusion, said) => {
    const projectId = await way.enter()
    await way.approveEvaluation(projectId, conclusion as never)
    await way.declareTarget(projectId)
    await expect(way.applyBudget(projectId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining(said),
    })
  })
})

describe('项目预算: 安排', () => {
  test('waits for the review of the target (G2)', async () => {
    const { recordId, sheetId } = await applied()
    await expect(way.arrangeBudget(recordId)).rejects.toMatchObject({
      message: expect.stringContaining('还没有通过财政复核'),
    })
    await way.recheckTarget(sheetId)
    expect((await way.arrangeBudget(recordId)).state).toBe('arranged')
  })

  test('a refused target keeps the gate shut', async () => {
    const { recordId, sheetId } = await applied()
    await act('department', actOf('targets.sheet', 'review'), sheetId, '有保留意见')
    await way.fillReview(sheetId, 0.5)
    await act('finance_performance', actOf('targets.sheet', 'refuse'), sheetId, '目标与职责不符')
    await expect(way.arrangeBudget(recordId)).rejects.toMatchObject({
      message: expect.stringContaining('未通过'),
    })
  })

  test('another amount than the target was made for is refused; above the control number too', async () => {
    const { recordId, sheetId } = await applied()
    await way.recheckTarget(sheetId)
    await expect(way.arrangeBudget(recordId, '400000000')).rejects.toMatchObject({
      message: expect.stringContaining('不一致'),
    })
    const low = { control_fen: '400000000' }
    await expect(way.arrangeBudget(recordId, '500000000', low)).rejects.toMatchObject({
      message: expect.stringContaining('超过控制数'),
    })
    const explained = { ...low, deviationReason: '县委常委会研究同意' }
    expect((await way.arrangeBudget(recordId, '500000000', explained)).state).toBe('arranged')
  })

  test('goes back to the unit with a reason', async () => {
    const { recordId } = await applied()
    await act('finance_business', budget('return'), recordId, '科目有误')
    expect((await see('unit', recordId)).record.state).toBe('draft')
  })

  test('is never approved by itself: that act belongs to the target', async () => {
    expect(() => budget('approve')).toThrow()
  })
})

describe('项目预算: 谁不能做', () => {
  test.each<[by: PersonName, action: string, code: string]>([
    ['finance_business', 'apply', 'NOT_PERMITTED'],
    ['department', 'apply', 'NOT_PERMITTED'],
    ['unit', 'arrange', 'NOT_PERMITTED'],
    ['finance_leader', 'arrange', 'NOT_PERMITTED'],
    ['unit', 'return', 'NOT_PERMITTED'],
    ['unit2', 'apply', 'NOT_FOUND'],
    ['outsider', 'arrange', 'NOT_FOUND'],
    ['agency', 'apply', 'NOT_FOUND'],
    ['finance_business', 'arrange', 'ACTION_NOT_AVAILABLE'],
    ['finance_business', 'return', 'ACTION_NOT_AVAILABLE'],
  ])('%s cannot %s a draft: %s', async (by, action, code) => {
    const recordId = await way.budgetLineOf(await continuing())
    const opinion = action === 'return' ? '退回' : undefined
    await expect(act(by, budget(action), recordId, opinion)).rejects.toMatchObject({ code })
  })

  test('an old version is refused', async () => {
    const recordId = await way.budgetLineOf(await continuing())
    await save('unit', recordId, { accountSubject: '2130122 农业生产发展' })
    const stale = world.as('unit', budget('apply'), { recordId, version: 1 })
    await expect(stale).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
  })
})
