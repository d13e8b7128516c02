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

/** Before the score fields open: the pledge is read and given, and nothing stands against this expert. */
export function checkPledge({ pledgeAccepted, hasConflict }: ExanteScoreSheetContent): Finding[] {
  return [
    ...foundIf(pledgeAccepted !== true, EXA_104, '请先阅读承诺书，勾选“本人已阅读并承诺”后再签署。', {
      section: 'pledge',
      field: 'pledgeAccepted',
    }),
    ...checkConflict(hasConflict),
  ]
}

/** Before handing in: still without interest in the matter, 中 and 差 with their reason. */
export function checkScoreSheet(content: ExanteScoreSheetContent): Finding[] {
  return [...checkConflict(content.hasConflict), ...checkComments(content)]
}

/** Before standing back: with what interest, in words. */
export function checkRecusal({ hasConflict, conflictNote }: ExanteScoreSheetContent): Finding[] {
  const isSaid = hasConflict === true && isWritten(conflictNote)
  return foundIf(!isSaid, EXA_104, '申报回避的，请在“回避”中选“是”并写明利害关系。', {
    section: 'conflict',
    field: 'conflictNote',
  })
}

function checkConflict(hasConflict: boolean | null | undefined): Finding[] {
  const message = '您填写了存在利害关系，按规定应当回避，不能承诺和评分，请办理“申报回避”。'
  return foundIf(hasConflict === true, EXA_104, message, { section: 'conflict', field: 'hasConflict' })
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
