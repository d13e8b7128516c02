import type { Explained } from '../../shared/explanation.ts'
import { fraction, roundFraction } from '../../shared/fraction.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_009: RuleHeader = {
  id: 'EVA-009',
  name: '要素法得分',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '附件2'),
}

/** EVA-009 要素法: weight × elements met ÷ elements; no elements, no score. */
export function computeElementScore(
  weight_x100: Score_x100,
  elements: readonly { readonly label: string; readonly isMet: boolean }[],
): Explained<{ readonly score_x100: Score_x100 | null; readonly met: number }> {
  const met = elements.filter((element) => element.isMet).length
  const score_x100 =
    elements.length === 0 ? null : Number(roundFraction(fraction(weight_x100 * met, elements.length)))
  const result = score_x100 === null ? '不计分' : `${formatScore(score_x100)}分`
  return {
    score_x100,
    met,
    explanation: explain(EVA_009, {
      sentence: `${elements.length}个要素中有${met}个符合，分值${formatWeight(weight_x100)}分，${result === '不计分' ? result : `得${result}`}。`,
      inputs: elements.map(({ label, isMet }) => ({ label, value: isMet ? '符合' : '不符合' })),
      formula: '分值 × 符合的要素数 ÷ 要素总数',
      result,
      rounding: '四舍五入到两位小数',
    }),
  }
}
