import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { type SelfEvaluationInput, scoreSelfEvaluation } from './self-score.ts'

export const EVA_061: RuleHeader = {
  id: 'EVA-061',
  name: '自评复核得分',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('jiheng-default', '复核得分与自评得分并列，见于银川2021年表式'),
}

/**
 * EVA-061 自评复核得分: the form's total once more with the scores a reviewer gave; rows the reviewer left
 * alone keep the score on the form. The self-score stays as it is; the two stand side by side.
 * @param rechecked score by row of the form, from 0
 */
export function computeRecheckScore(
  input: SelfEvaluationInput,
  rechecked: ReadonlyMap<number, Score_x100>,
  rules: ParameterReader,
): Explained<{
  readonly total_x100: Score_x100 | null
  readonly difference_x100: Score_x100 | null
  readonly rows: readonly (Score_x100 | null)[]
}> {
  const before = scoreSelfEvaluation(input, rules)
  const rows = input.rows.map((row, at) => ({
    ...row,
    entered_x100: rechecked.get(at) ?? before.shown_x100[at] ?? null,
  }))
  const after = scoreSelfEvaluation({ ...input, rows }, rules)
  const { total_x100 } = after
  const difference_x100 =
    total_x100 === null || before.total_x100 === null ? null : total_x100 - before.total_x100
  const changed = [...rechecked].filter(([at, score]) => score !== before.shown_x100[at])
  const words =
    difference_x100 === null
      ? '总分待定'
      : `复核得分${formatScore(total_x100 ?? 0)}分，与自评相差${formatScore(difference_x100)}分`
  return {
    total_x100,
    difference_x100,
    rows: after.shown_x100,
    explanation: explain(EVA_061, {
      sentence: `复核改动${changed.length}项指标的得分，${words}。`,
      inputs: changed.map(([at, score]) => ({
        label: input.rows[at]?.target.name ?? `第${at + 1}项`,
        value: `${formatScore(before.shown_x100[at] ?? 0)} → ${formatScore(score)}`,
      })),
      formula: '预算执行率得分 + 复核后的各指标得分 + 各项调整',
      result: total_x100 === null ? '待填' : `${formatScore(total_x100)}分`,
    }),
  }
}
