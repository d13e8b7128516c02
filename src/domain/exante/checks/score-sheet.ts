import type { ExanteScoreSheetContent } from '../../forms/contents.ts'
import { found, foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EXA-104 专家评分: pledged, without interest in the matter, 中 and 差 with their reason. */
export const EXA_104: RuleHeader = {
  id: 'EXA-104',
  name: '专家承诺、回避和评分理由',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-376', '附录4 专家承诺书、附录5 专家意见汇总表'),
  standing: 'seen',
}

export function checkScoreSheet(content: ExanteScoreSheetContent): Finding[] {
  return [...checkPledge(content), ...checkConflict(content), ...checkComments(content)]
}

function checkPledge({ pledgeAccepted }: ExanteScoreSheetContent): Finding[] {
  const message = '请先阅读并作出承诺，再提交评分。'
  return foundIf(pledgeAccepted !== true, EXA_104, message, { section: 'pledge', field: 'pledgeAccepted' })
}

function checkConflict({ hasConflict }: ExanteScoreSheetContent): Finding[] {
  const message = '您申报了利害关系，按规定应当回避，不能提交评分，请联系财政绩效股更换专家。'
  return foundIf(hasConflict === true, EXA_104, message, { section: 'pledge', field: 'hasConflict' })
}

function checkComments({ scores }: ExanteScoreSheetContent): Finding[] {
  return (scores ?? []).flatMap((row, index) => {
    const isLow = row.option === 'fair' || row.option === 'poor'
    if (!isLow || isWritten(row.comment)) return []
    const where = { section: 'scores', field: 'scores', row: index, column: 'comment' }
    return [
      found(EXA_104, `“${row.item ?? ''}”评为${row.option === 'fair' ? '中' : '差'}，请写明理由。`, where),
    ]
  })
}
