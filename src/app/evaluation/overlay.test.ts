import { expect, test } from 'vitest'
import { saveDraft } from '../records/save-draft.ts'
import { giveApprovedProject } from '../testing/approved-project.ts'
import { type SeenRecord, stepsIn } from '../testing/steps.ts'
import { useWorld } from '../testing/world.ts'
import { evaluationModule } from './index.ts'
import { submitSelfEvaluation } from './submit-self.ts'

/** 示例县 lies in the city of the example overlay, the other county in a city without one. */
const world = useWorld('2024-01-10', { isDemo: true })
const { see } = stepsIn(world)
const beginSelf = evaluationModule.begins[0]!

const ACTUALS = [
  { actual: '50' },
  { actual: '95' },
  { actual: '12' },
  { actual: '450', overReason: 'extraWork', deviationReason: '加大了推广力度' },
  { band: 'achieved', bandPercent: '100' },
  { actual: '90' },
]

/** The same form in a county and year: 375 of 500 万元 spent, 450 of 300 households, the rest as planned. */
async function selfEvaluate(by: 'unit' | 'outsiderUnit', fiscalYear: number): Promise<SeenRecord> {
  const { projectId } = await giveApprovedProject(world, { by, fiscalYear })
  const { recordId } = await world.as<{ recordId: string }>(by, beginSelf, { projectId })
  const { content, record } = await see(by, recordId)
  await world.as(by, saveDraft, {
    recordId,
    version: record.version,
    content: {
      funds: content['funds'].map((row: { fund: string }) =>
        row.fund === 'fiscal' ? { ...row, executed_fen: '375000000' } : row,
      ),
      executionReason: '尾款待审计后支付',
      actualGoal: '建成示范基地50个，带动450户',
      scores: content['scores'].map((row: object, index: number) => ({
        ...row,
        ...ACTUALS[index],
        sourceNote: '验收单',
      })),
      problems: '支付进度慢',
      measures: '加快支付',
      filledBy: '张三',
    },
  })
  const { version } = (await see(by, recordId)).record
  await world.as(by, submitSelfEvaluation, { recordId, version })
  return see(by, recordId)
}

test('the same form scores differently where the city caps and deducts', async () => {
  const capped = await selfEvaluate('unit', 2023)
  const free = await selfEvaluate('outsiderUnit', 2023)
  expect(free.content).toMatchObject({ totalScore_x100: 9750, grade: 'excellent' })
  expect(free.content['adjustments']).toBeUndefined()
  expect(capped.content).toMatchObject({ totalScore_x100: 8900, grade: 'good' })
  expect(capped.content['adjustments']).toEqual([
    { label: '超额完成扣分', points_x100: -200 },
    { label: '预算执行率偏低封顶', points_x100: -650 },
  ])
})

test('the reason names the rule of that city, and the place that set it', async () => {
  const { explanations } = await selfEvaluate('unit', 2023)
  const total = explanations['totalScore_x100']
  const used = total?.children.flatMap((child) => child.parameters) ?? []
  expect(used).toContainEqual(
    expect.objectContaining({
      id: 'evaluation.low_execution_cap',
      from: '2023-01-01',
      jurisdiction: '640200',
      sourceTitle: '《某市项目支出绩效自评得分规定》',
    }),
  )
  expect(total?.children.find(({ ruleId }) => ruleId === 'EVA-016')?.sentence).toContain(
    '超出目标50.00%，扣2.00分',
  )
})

test('the year before the rule keeps its own, in the same county', async () => {
  const earlier = await selfEvaluate('unit', 2022)
  expect(earlier.content).toMatchObject({ totalScore_x100: 9750, grade: 'excellent' })
})
