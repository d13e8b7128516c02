import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { type Fen, formatWanYuan } from '../../shared/money.ts'
import { formatBp, formatRatio, ratioOf } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_015: RuleHeader = {
  id: 'EVA-015',
  name: '预算执行率偏低的自评封顶',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('local-city-self-rule', '自评得分封顶'),
  parameters: ['evaluation.low_execution_cap'],
  switchedBy: 'evaluation.low_execution_cap',
}

type Funds = { readonly budget_fen: Fen; readonly executed_fen: Fen }

/** EVA-015 without its reason in words: the lowest cap whose line the rate stays below, if any. */
export function findExecutionCap({ budget_fen, executed_fen }: Funds, rules: ParameterReader) {
  const { isOn, steps } = rules.value('evaluation.low_execution_cap').value
  if (!isOn || budget_fen <= 0n) return null
  const hit = steps.filter(({ below_bp }) => executed_fen * 10_000n < budget_fen * BigInt(below_bp))
  return [...hit].sort((a, b) => a.cap_x100 - b.cap_x100)[0] ?? null
}

/**
 * EVA-015: a low execution rate limits the whole self-score, whatever the rows add up to. Off unless
 * the jurisdiction switched it on; on the line itself the cap does not yet apply.
 * @param input.total_x100 what the form adds up to before the cap
 */
export function computeExecutionCap(
  input: Funds & { readonly total_x100: Score_x100 },
  rules: ParameterReader,
): Explained<{ readonly cap_x100: Score_x100 | null; readonly total_x100: Score_x100 }> {
  const parameter = rules.value('evaluation.low_execution_cap')
  const step = findExecutionCap(input, rules)
  const total_x100 = step ? Math.min(input.total_x100, step.cap_x100) : input.total_x100
  const rate = formatRatio(input.budget_fen > 0n ? ratioOf(input.executed_fen, input.budget_fen) : undefined)
  const result = `${formatScore(total_x100)}分`
  return {
    cap_x100: step?.cap_x100 ?? null,
    total_x100,
    explanation: explain(EVA_015, {
      sentence: step
        ? `执行率${rate}，低于${formatBp(step.below_bp)}，自评总分最高${formatWeight(step.cap_x100)}分，计${result}。`
        : `执行率${rate}，${parameter.value.isOn ? '不在封顶范围内' : '本地没有规定封顶'}，总分不变。`,
      inputs: [
        { label: '全年预算数（A）', value: `${formatWanYuan(input.budget_fen)}万元` },
        { label: '全年执行数（B）', value: `${formatWanYuan(input.executed_fen)}万元` },
        { label: '封顶前得分', value: formatScore(input.total_x100) },
      ],
      parameters: [parameter],
      formula: parameter.use.value,
      result,
    }),
  }
}
