import { afterEach, describe, expect, test } from 'vitest'
import type { RuleBook } from '../../rules/index.ts'
import { giveApprovedProject } from '../testing/approved-project.ts'
import { refusalOf, stepsIn } from '../testing/steps.ts'
import { useWorld } from '../testing/world.ts'
import { confirmSelfEvaluation } from './confirm-self.ts'
import { evaluationModule } from './index.ts'
import { reviewSelfEvaluation } from './review-self.ts'
import { submitSelfEvaluation } from './submit-self.ts'

const world = useWorld('2023-01-10')
const { see, save, act, textOf } = stepsIn(world)

/** The rules as they stand in another place and year: the made-up county lies elsewhere. */
function inPlace(jurisdiction: string, fiscalYear: number): () => void {
  const services = world.product.services as { rules: RuleBook }
  const book = services.rules
  services.rules = { ...book, at: (moment) => book.at({ ...moment, jurisdiction, fiscalYear }) }
  return () => {
    services.rules = book
  }
}
let leave: (() => void) | undefined
afterEach(() => {
  leave?.()
  leave = undefined
})

async function begin(): Promise<string> {
  const { projectId } = await giveApprovedProject(world)
  return (await world.as<{ recordId: string }>('unit', evaluationModule.begins[0] as object, { projectId }))
    .recordId
}

const ACTUALS = [
  { actual: '50' },
  { actual: '90.25', deviationReason: '两处返工' },
  { actual: '12' },
  { actual: '360' },
  { band: 'achieved', bandPercent: '85', deviationReason: '管护员未配齐' },
  { actual: '87', deviationReason: '宣传不够' },
]
const JUDGED = { band: 'achieved', bandPercent: '90', deviationReason: '资料不全' }

async function fill(recordId: string, actuals: readonly object[], more: object = {}) {
  const { content } = await see('unit', recordId)
  await save('unit', recordId, {
    funds: content['funds'].map((row: { fund: string }) =>
      row.fund === 'fiscal' ? { ...row, executed_fen: '438500000' } : row,
    ),
    executionReason: '尾款待付',
    actualGoal: '建成50个',
    scores: content['scores'].map((row: object, index: number) => ({
      ...row,
      ...actuals[index],
      sourceNote: '验收单',
    })),
    problems: '质量有差距',
    measures: '加强监督',
    filledBy: '张三',
    ...more,
  })
}

describe('银川市2021年度表式', () => {
  test('brings its own rows, rescales the groups, and prints the finance score beside the self score', async () => {
    leave = inPlace('640104', 2021)
    const recordId = await begin()
    const { content } = await see('unit', recordId)
    const weights = content['scores'].map((row: { weight_x100: number }) => row.weight_x100)
    expect(weights).toEqual([400, 300, 300, 500, 500, 500, 1200, 1200, 600, 1313, 1312, 875])
    expect(content['scores'][0]).toMatchObject({ level1: '决策', name: '立项依据充分性' })
    await fill(recordId, [...Array.from({ length: 6 }, () => JUDGED), ...ACTUALS])
    await act('unit', submitSelfEvaluation, recordId)
    await act('department', reviewSelfEvaluation, recordId, '属实')
    await save('finance_performance', recordId, {
      financeScores: [{ row: 7, score_x100: 1000, reason: '两个基地没有验收' }],
      financeNote: '抽查验收单',
    })
    await act('finance_performance', confirmSelfEvaluation, recordId)
    const after = await see('unit', recordId)
    // 22.50 judged, 12 + 11.40 + 6 + 13.13 + 11.15 + 8.46, 8.77 for execution.
    expect(after.content).toMatchObject({ totalScore_x100: 9341, financeTotal_x100: 9141 })
    expect(after.content['scores'][6]).toMatchObject({ score_x100: 1200 })
    const text = await textOf('unit', recordId, 'self-evaluation-form')
    for (const words of ['自评得分', '财政审核评分', '调整预算（A）', '财政复核总分', '与自评相差-2.00分'])
      expect(text).toContain(words)
    expect(text).toMatch(/12\.00 \| 10\.00/)
  })
})

describe('示例表式', () => {
  test('counts only in a demonstration', async () => {
    leave = inPlace('640181', 2024)
    const recordId = await begin()
    await fill(recordId, [{ actual: '29' }, { actual: '57' }, ...ACTUALS.slice(2)])
    const withExamples = await see('unit', recordId)
    // 29 of 50 is below the pass line of the example; the national rule gives its share.
    expect(withExamples.figures['scores[0].computedScore_x100']).toBe('11.60')
  })
})

describe('分地区完成情况', () => {
  const PLACES = [
    { row: 1, place: '东乡', money_fen: '300000000', actual: '30' },
    { row: 1, place: '西镇', money_fen: '200000000', actual: '20' },
    { row: 6, place: '东乡', money_fen: '300000000', actual: '90' },
    { row: 6, place: '西镇', money_fen: '200000000', actual: '80' },
  ]
  const without = ACTUALS.map((row, index) =>
    index === 0 || index === 5 ? { deviationReason: '个别地区偏低' } : row,
  )

  test('amounts add up, rates are weighted by money, the score follows, and the form lists the places', async () => {
    const recordId = await begin()
    await fill(recordId, without, { placeResults: PLACES })
    const { figures, explanations } = await see('unit', recordId)
    expect(figures).toMatchObject({ 'scores[0].actual': '50', 'scores[5].actual': '86' })
    expect(explanations['scores[5].actual']?.sentence).toContain('按资金加权平均')
    expect(figures['scores[5].computedScore_x100']).toBe('9.56')
    await act('unit', submitSelfEvaluation, recordId)
    expect((await see('unit', recordId)).content['scores'][5]).toMatchObject({
      actual: '86',
      score_x100: 956,
    })
    const text = await textOf('unit', recordId, 'self-evaluation-form')
    expect(text).toContain('转移支付区域（项目）绩效目标自评表')
    expect(text).toContain('西镇')
  })

  test.each([
    ['an indicator that is not there', [{ ...PLACES[0]!, row: 9 }], 'row'],
    ['a place named twice', [PLACES[0]!, PLACES[0]!], 'place'],
  ])('%s is refused', async (_why, placeResults, column) => {
    const recordId = await begin()
    await fill(recordId, ACTUALS, { placeResults })
    const { places } = await refusalOf(act('unit', submitSelfEvaluation, recordId))
    expect(places).toContainEqual(expect.objectContaining({ field: 'placeResults', column }))
  })
})

describe('复核', () => {
  /** All full marks, copied values, one score above the rules: what nobody should pass on unread. */
  const CARELESS = [
    { actual: '50', actualText: '≥50个' },
    { actual: '90', actualText: '≥95%', score_x100: 2000, deviationReason: '基本达到' },
    { actual: '12', actualText: '≤12个月' },
    { actual: '300', actualText: '≥300户' },
    { band: 'achieved', bandPercent: '100', actualText: '已完成' },
    { actual: '90', actualText: '≥90%' },
  ]

  test('a risky form does not pass without a word; rechecked scores stand beside the self-score', async () => {
    const recordId = await begin()
    await fill(recordId, CARELESS)
    await act('unit', submitSelfEvaluation, recordId)
    const refusal = await refusalOf(act('department', reviewSelfEvaluation, recordId, '同意'))
    expect(refusal.places).toContainEqual({ section: 'departmentRecheck', field: 'departmentNote' })
    const seen = await see('department', recordId)
    expect(seen.findings.map(({ ruleId }) => ruleId)).toContain('EVA-065')
    expect(seen.explanations['departmentNote']?.sentence).toMatch(/全部满分.*照抄.*高于按规则计算/)
    expect((await see('unit', recordId)).findings.map(({ ruleId }) => ruleId)).not.toContain('EVA-065')
    await save('department', recordId, {
      departmentScores: [{ row: 2, score_x100: 1895, reason: '质检报告为90%' }],
    })
    await act('department', reviewSelfEvaluation, recordId, '按质检报告复核')
    expect((await see('unit', recordId)).content).toMatchObject({
      totalScore_x100: 9877,
      departmentTotal_x100: 9772,
    })
    await save('finance_performance', recordId, {
      financeScores: [{ row: 4, score_x100: 1400, reason: '入户登记表只有280户' }],
    })
    await act('finance_performance', confirmSelfEvaluation, recordId)
    const { content, figures } = await see('unit', recordId)
    // Finance starts from what the department gave.
    expect(content).toMatchObject({ totalScore_x100: 9877, financeTotal_x100: 9672 })
    expect(figures['financeTotal_x100']).toBe('96.72')
    expect(content['scores'][1]).toMatchObject({ score_x100: 2000 })
  })

  test.each([
    ['a row that is not there', { row: 7, score_x100: 100, reason: '无' }, 'row'],
    ['more than the row weighs', { row: 1, score_x100: 2001, reason: '无' }, 'score_x100'],
  ])('%s is refused', async (_why, entry, column) => {
    const recordId = await begin()
    await fill(recordId, ACTUALS)
    await act('unit', submitSelfEvaluation, recordId)
    await save('department', recordId, { departmentScores: [entry] })
    const { places } = await refusalOf(act('department', reviewSelfEvaluation, recordId, '同意'))
    expect(places).toContainEqual(expect.objectContaining({ field: 'departmentScores', column }))
  })

  test('neither the unit nor finance out of turn writes into the recheck of the department', async () => {
    const recordId = await begin()
    await fill(recordId, ACTUALS)
    await act('unit', submitSelfEvaluation, recordId)
    for (const by of ['unit', 'finance_performance'] as const)
      await expect(save(by, recordId, { departmentNote: '已看' })).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      })
  })
})

test('what was left of last year’s budget is carried over into this year’s form', async () => {
  const recordId = await begin()
  await fill(recordId, ACTUALS)
  await act('unit', submitSelfEvaluation, recordId)
  await act('department', reviewSelfEvaluation, recordId, '属实')
  await act('finance_performance', confirmSelfEvaluation, recordId)
  const { project } = await see('unit', recordId)
  const { code } = project as unknown as { code: string }
  const next = await giveApprovedProject(world, { fiscalYear: 2023 })
  await world.owner.query('update project set code = $1 where id = $2', [code, next.projectId])
  const begun = await world.as<{ recordId: string }>('unit', evaluationModule.begins[0] as object, {
    projectId: next.projectId,
  })
  const { content } = await see('unit', begun.recordId)
  expect(content['funds'][1]).toMatchObject({
    fund: 'carryOver',
    initial_fen: '61500000',
    adjusted_fen: '61500000',
  })
})
