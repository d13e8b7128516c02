import type { Explained } from '../../shared/explanation.ts'
import { fraction, minus, over, times, toDecimal } from '../../shared/fraction.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, roundScore, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const EXA_023: RuleHeader = {
  id: 'EXA-023',
  name: '专家总分标准差',
  stage: 'exante',
  kind: 'compute',
  source: cite('jiheng-default', '统计方法：样本标准差'),
}

/**
 * EXA-023: sample standard deviation (n − 1) of the experts' totals; the variance is exact, the root is
 * rounded to two decimals. `null` with fewer than two.
 */
export function computeDeviation(
  totals_x100: readonly Score_x100[],
): Explained<{ readonly deviation_x100: Score_x100 | null }> {
  const deviation_x100 = totals_x100.length < 2 ? null : deviationOf(totals_x100)
  const result = deviation_x100 === null ? '待评' : `${formatScore(deviation_x100)}分`
  return {
    deviation_x100,
    explanation: explain(EXA_023, {
      sentence:
        deviation_x100 === null ? '不足两人评分，不能计算标准差。' : `各位专家总分的标准差为${result}。`,
      inputs: totals_x100.map((score, index) => ({
        label: `第${index + 1}位专家`,
        value: formatScore(score),
      })),
      formula: '√（Σ（总分 − 平均分）² ÷（人数 − 1））',
      result,
      rounding: '方差精确计算，开方后四舍五入到两位小数',
    }),
  }
}

function deviationOf(totals: readonly Score_x100[]): Score_x100 {
  const n = totals.length
  const sum = fraction(totals.reduce((total, score) => total + score, 0))
  const squares = fraction(totals.reduce((total, score) => total + score * score, 0))
  const variance = over(minus(squares, over(times(sum, sum), fraction(n))), fraction(n - 1))
  // Totals are hundredths, so the variance is in ten-thousandths of a point.
  return roundScore(toDecimal(variance).sqrt().div(100))
}
