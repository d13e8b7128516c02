import type { EvaluationSelfContent } from '../../forms/contents.ts'
import { found, foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

/** EVA-109 超额完成复核: points are taken only from rows far above their target, never more than they have. */
export const EVA_109: RuleHeader = {
  id: 'EVA-109',
  name: '超额完成复核扣分',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2020-10', '附件1填报说明（目标值设定偏低的，按偏离程度调减）'),
  parameters: ['evaluation.over_achievement_flag'],
}

/** What the reviewer's entries are held against, row by row of the form. */
export type ReviewedRow = { readonly isFarAbove: boolean; readonly score_x100: Score_x100 | null }

export function checkOverReview(
  { overDeductions, scores }: EvaluationSelfContent,
  rows: readonly ReviewedRow[],
): Finding[] {
  const entries = overDeductions ?? []
  return entries.flatMap((entry, index) => {
    const where = { section: 'overReview', field: 'overDeductions', row: index }
    const number = entry.row ?? 0
    const reviewed = rows[number - 1]
    if (!reviewed) {
      return [found(EVA_109, `没有第 ${number} 项指标，请核对序号。`, { ...where, column: 'row' })]
    }
    const isTwice = entries.findIndex((other) => other.row === number) < index
    const cause = scores?.[number - 1]?.overReason
    const most = reviewed.score_x100 ?? 0
    return [
      ...foundIf(isTwice, EVA_109, `第 ${number} 项指标重复，请合并。`, { ...where, column: 'row' }),
      ...foundIf(
        !reviewed.isFarAbove,
        EVA_109,
        `第 ${number} 项指标没有明显超额完成，不能以目标值偏低扣分，请删除。`,
        { ...where, column: 'row' },
      ),
      ...foundIf(
        (entry.points_x100 ?? 0) > most,
        EVA_109,
        `第 ${number} 项指标得 ${formatScore(most)} 分，扣分不能超过得分，请改正。`,
        { ...where, column: 'points_x100' },
      ),
      ...foundIf(
        reviewed.isFarAbove && cause !== 'targetTooLow',
        EVA_109,
        `单位填写的第 ${number} 项超额原因不是“目标值设定偏低”，请在理由中写明认定依据。`,
        { ...where, column: 'reason' },
        'warning',
      ),
    ]
  })
}
