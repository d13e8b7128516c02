import { beforeAll, describe, expect, test } from 'vitest'
import { giveApprovedProject } from '../testing/approved-project.ts'
import { refusalOf, stepsIn } from '../testing/steps.ts'
import { useWorld } from '../testing/world.ts'
import { confirmSelfEvaluation } from './confirm-self.ts'
import { evaluationModule } from './index.ts'
import { returnSelfEvaluation } from './plain-acts.ts'
import { reviewSelfEvaluation } from './review-self.ts'
import { submitSelfEvaluation } from './submit-self.ts'

const world = useWorld('2023-01-10')
const beginSelf = evaluationModule.begins[0]!

const { see, save, act, textOf, print, versionFor } = stepsIn(world)
const view = (recordId: string) => see('unit', recordId)

async function begin(): Promise<string> {
  const { projectId } = await giveApprovedProject(world)
  return (await world.as<{ recordId: string }>('unit', beginSelf, { projectId })).recordId
}

/** The worked form of the field notes: 90.25 of 95, 438.5 of 500, 360 of 300, 85 %, 87 of 90. */
const ACTUALS = [
  { actual: '50', sourceNote: '验收单' },
  { actual: '90.25', deviationReason: '两处返工，已加强旁站监督', sourceNote: '质检报告' },
  { actual: '12', sourceNote: '竣工报告' },
  { actual: '360', sourceNote: '入户登记表' },
  { band: 'achieved', bandPercent: '85', deviationReason: '村级管护员未配齐', sourceNote: '管护办法' },
  { actual: '87', deviationReason: '宣传不够，已补做入户讲解', sourceNote: '问卷' },
]

async function fill(recordId: string, actuals: readonly object[] = ACTUALS) {
  const { content } = await view(recordId)
  await save('unit', recordId, {
    funds: content['funds'].map((row: { fund: string }) =>
      row.fund === 'fiscal' ? { ...row, executed_fen: '438500000' } : row,
    ),
    executionReason: '尾款待审计后支付',
    actualGoal: '建成示范基地50个，带动360户',
    scores: content['scores'].map((row: object, index: number) => ({ ...row, ...actuals[index] })),
    problems: '质量控制有差距',
    measures: '加强监督，结果用于下年预算',
    filledBy: '张三',
  })
}

describe('单位自评', () => {
  test('begins with the approved target: goal, indicators with weights, budgets', async () => {
    const { content } = await view(await begin())
    expect(content['expectedGoal']).toBe('建成示范基地50个，带动300户增收')
    expect(content['scores']).toHaveLength(6)
    expect(content['scores'][0]).toMatchObject({ level1: '产出指标', targetText: '≥50个', weight_x100: 2000 })
    expect(content['funds'][0]).toMatchObject({ fund: 'fiscal', adjusted_fen: '500000000' })
  })

  test('every row, the execution rate, total and grade are computed and explained', async () => {
    const recordId = await begin()
    await fill(recordId)
    const { figures, explanations } = await view(recordId)
    const rows = [0, 1, 2, 3, 4, 5].map((row) => figures[`scores[${row}].computedScore_x100`])
    expect(rows).toEqual(['20.00', '19.00', '10.00', '15.00', '12.75', '9.67'])
    expect(figures).toMatchObject({
      executionScore_x100: '8.77',
      executionRate: '87.70%',
      totalScore_x100: '95.19',
      grade: '优',
    })
    for (const key of Object.keys(figures)) expect(explanations[key]?.sentence, key).toBeTruthy()
  })

  test('goes from the unit through the department to finance, with the figures stored at submission', async () => {
    const recordId = await begin()
    await fill(recordId)
    await act('unit', submitSelfEvaluation, recordId)
    const { content } = await view(recordId)
    expect(content).toMatchObject({ executionScore_x100: 877, totalScore_x100: 9519, grade: 'excellent' })
    expect(content['scores'][1]).toMatchObject({ score_x100: 1900, computedScore_x100: 1900 })
    await act('department', reviewSelfEvaluation, recordId, '数据与佐证相符')
    await act('finance_performance', confirmSelfEvaluation, recordId)
    const after = await view(recordId)
    expect(after.record.state).toBe('confirmed')
    expect(after.project.status).toBe('evaluation')
  })

  test('a score the unit gives itself is kept beside the computed one and counts in the total', async () => {
    const recordId = await begin()
    const given = { score_x100: 1400, deviationReason: '部分农户增收未满一年' }
    await fill(
      recordId,
      ACTUALS.map((row, index) => (index === 3 ? { ...row, ...given } : row)),
    )
    await act('unit', submitSelfEvaluation, recordId)
    const { content } = await view(recordId)
    expect(content['scores'][3]).toMatchObject({ score_x100: 1400, computedScore_x100: 1500 })
    expect(content['totalScore_x100']).toBe(9419)
  })

  test('after a return the scores follow changed figures, those of the unit stay', async () => {
    const recordId = await begin()
    await fill(recordId)
    await act('unit', submitSelfEvaluation, recordId)
    await act('department', returnSelfEvaluation, recordId, '质量指标佐证不足')
    await fill(
      recordId,
      ACTUALS.map((row, index) => (index === 1 ? { ...row, actual: '95' } : row)),
    )
    await act('unit', submitSelfEvaluation, recordId)
    expect((await view(recordId)).content['scores'][1]).toMatchObject({ score_x100: 2000 })
  })

  test('a percentage outside its band is refused with the place', async () => {
    const recordId = await begin()
    await fill(
      recordId,
      ACTUALS.map((row, index) => (index === 4 ? { ...row, bandPercent: '70' } : row)),
    )
    await expect(act('unit', submitSelfEvaluation, recordId)).rejects.toMatchObject({ code: 'RULE_VIOLATED' })
    expect((await view(recordId)).record).toMatchObject({ state: 'draft' })
  })
})

test.each([
  ['lost points without a reason', 1, { deviationReason: null }, 'deviationReason'],
  ['a figure without evidence or source', 0, { sourceNote: null }, 'evidence'],
  ['far above the target without a cause', 3, { actual: '400' }, 'overReason'],
  ['no figure at all', 0, { actual: null }, undefined],
])('%s is refused with its place', async (_why, row, change, column) => {
  const recordId = await begin()
  await fill(
    recordId,
    ACTUALS.map((actual, index) => (index === row ? { ...actual, ...change } : actual)),
  )
  const refusal = await refusalOf(act('unit', submitSelfEvaluation, recordId))
  expect(refusal.code).toBe('RULE_VIOLATED')
  expect(refusal.places).toContainEqual(expect.objectContaining({ row, ...(column ? { column } : {}) }))
})

describe('目标值设定偏低', () => {
  const FAR = ACTUALS.map((row, index) =>
    index === 3 ? { ...row, actual: '400', overReason: 'targetTooLow', deviationReason: '目标值偏低' } : row,
  )
  const entry = (row: number, points_x100: number) => ({
    overDeductions: [{ row, points_x100, reason: '上年实际已达380户' }],
  })

  test('the department takes points from the row far above its target, and the total follows', async () => {
    const recordId = await begin()
    await fill(recordId, FAR)
    await act('unit', submitSelfEvaluation, recordId)
    await save('department', recordId, entry(4, 500))
    await act('department', reviewSelfEvaluation, recordId, '目标值明显偏低')
    const { content } = await view(recordId)
    expect(content).toMatchObject({
      totalScore_x100: 9019,
      adjustments: [{ label: '超额完成扣分', points_x100: -500 }],
    })
    expect(content['scores'][3]).toMatchObject({ score_x100: 1500, scoringMethod: 'met' })
    expect(await textOf('unit', recordId, 'self-evaluation-form')).toContain('-5.00')
  })

  test.each([
    ['a row that is not far above', 1, 100, 'row'],
    ['a row that is not there', 7, 100, 'row'],
    ['more than the row has', 4, 1501, 'points_x100'],
  ])('%s is refused', async (_why, row, points_x100, column) => {
    const recordId = await begin()
    await fill(recordId, FAR)
    await act('unit', submitSelfEvaluation, recordId)
    await save('department', recordId, entry(row, points_x100))
    const refusal = await refusalOf(act('department', reviewSelfEvaluation, recordId, '同意'))
    expect(refusal.code).toBe('RULE_VIOLATED')
    expect(refusal.places).toContainEqual(
      expect.objectContaining({ field: 'overDeductions', row: 0, column }),
    )
  })

  test('the unit cannot enter deductions, nor the department before it is handed in', async () => {
    const recordId = await begin()
    await fill(recordId, FAR)
    await expect(save('unit', recordId, entry(4, 500))).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await expect(save('department', recordId, entry(4, 500))).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })
})

test('the form prints with its total and the opinion of the department', async () => {
  const recordId = await begin()
  await fill(recordId)
  await act('unit', submitSelfEvaluation, recordId)
  await act('department', reviewSelfEvaluation, recordId, '数据与佐证相符')
  const data = await textOf('unit', recordId, 'self-evaluation-form')
  expect(data).toContain('95.19')
  expect(data).toContain('数据与佐证相符')
  expect((await print('unit', recordId, 'self-evaluation-form')).fileName).toContain('项目支出绩效自评表')
})

describe('who may do what', () => {
  let recordId = ''
  beforeAll(async () => {
    recordId = await begin()
    await fill(recordId)
  })

  test('another post cannot submit, another unit does not even see it', async () => {
    await expect(act('department', submitSelfEvaluation, recordId)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    })
    await expect(act('unit2', submitSelfEvaluation, recordId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test.each([
    ['department' as const, reviewSelfEvaluation, '同意'],
    ['finance_performance' as const, confirmSelfEvaluation, undefined],
    ['department' as const, returnSelfEvaluation, '退回'],
  ])('%s cannot act out of turn', async (by, useCase, opinion) => {
    await expect(act(by, useCase, recordId, opinion)).rejects.toMatchObject({ code: 'ACTION_NOT_AVAILABLE' })
  })

  test('an old version is refused', async () => {
    const version = (await versionFor(recordId)) - 1
    await expect(world.as('unit', submitSelfEvaluation, { recordId, version })).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    })
  })

  test('one project has one self-evaluation', async () => {
    const { project } = await view(recordId)
    await expect(world.as('unit', beginSelf, { projectId: project.id })).rejects.toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
    })
  })
})
