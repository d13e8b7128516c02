import { Decimal } from '../../shared/decimal.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { formatScore } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { nameFund, report } from '../finding.ts'
import { roundTo } from '../read/numbers.ts'
import type { ReportFinding } from '../report.ts'
import type { Study } from '../study.ts'

/** CHK-EXEC-SCORE 预算执行率得分: weight × rate to two decimals, at most the weight. */
export const CHK_EXEC_SCORE: RuleHeader = {
  id: 'CHK-EXEC-SCORE',
  name: '预算执行率得分算错',
  stage: 'doctor',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2020-10', '附件1（得分=分值×执行率，最高不超过分值）'),
}

/** From the unrounded rate or from the printed one: both are done, and both are right. */
export function checkExecutionScore({ funds }: Study): ReportFinding[] {
  return funds.flatMap((fund) => {
    const { weight, score, rate, computedRate, computed_x100, index } = fund
    if (!weight || !score || computed_x100 === null || weight.value.lte(0)) return []
    const rates = [computedRate, rate?.value].filter((each) => each !== undefined)
    const right = rates.map((each) => roundTo(weight.value.times(clamp(each)).div(100), 2))
    if (right.length === 0 || right.some((points) => points.eq(score.value))) return []
    const used = computedRate ?? rate?.value
    const message = `${nameFund(fund)}得分印为 ${fund.fund.score?.trim()}，按分值 ${weight.value.toFixed()} × 执行率 ${used?.toFixed(2)}% 应为 ${formatScore(computed_x100)} 分（保留两位小数，不取整）。请改正得分，并核对总分。`
    return [report(CHK_EXEC_SCORE, { fund: index, field: 'score' }, message)]
  })
}

function clamp(percent: Decimal): Decimal {
  return Decimal.max(0, Decimal.min(100, percent))
}
