import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { nameFund, nameRow, report, reportRow } from '../finding.ts'
import type { ReportFinding } from '../report.ts'
import type { Study } from '../study.ts'

/** CHK-SCORE-ABOVE-WEIGHT 得分超过分值. */
export const CHK_SCORE_ABOVE_WEIGHT: RuleHeader = {
  id: 'CHK-SCORE-ABOVE-WEIGHT',
  name: '得分超过分值',
  stage: 'doctor',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2020-10', '附件1填表说明（得分不得突破分值）'),
}

export function checkScoreAboveWeight({ rows, funds }: Study): ReportFinding[] {
  const words = (weight: string, score: string) =>
    `分值 ${weight} 分，得分 ${score} 分，得分最高不能超过分值。请改正得分，并核对总分。`
  return [
    ...rows.flatMap((row) => {
      if (!row.weight || !row.score || row.score.value.lte(row.weight.value)) return []
      const message = `${nameRow(row)}${words(row.weight.value.toFixed(), row.score.value.toFixed())}`
      return [reportRow(CHK_SCORE_ABOVE_WEIGHT, row, 'score', message)]
    }),
    ...funds.flatMap((fund) => {
      if (!fund.weight || !fund.score || fund.score.value.lte(fund.weight.value)) return []
      const message = `${nameFund(fund)}${words(fund.weight.value.toFixed(), fund.score.value.toFixed())}`
      return [report(CHK_SCORE_ABOVE_WEIGHT, { fund: fund.index, field: 'score' }, message)]
    }),
  ]
}
