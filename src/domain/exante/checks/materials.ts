import type { ExanteEvaluationContent, ExanteEvaluationMaterialsRow } from '../../forms/contents.ts'
import { found, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EXA-101 评估资料齐全: what is required for this kind of subject is there and was not turned down. */
export const EXA_101: RuleHeader = {
  id: 'EXA-101',
  name: '评估资料齐全',
  stage: 'exante',
  kind: 'check',
  severity: 'error',
  source: cite('nx-2022-376', '附录1 资料准备清单'),
}

/** What the unit still has to hand in, as a letter lists it. */
export type MaterialGap = { readonly item: string; readonly says: string; readonly note: string }

export function materialGaps({ materials, subject }: ExanteEvaluationContent): MaterialGap[] {
  return (materials ?? []).flatMap((row) => {
    const what = fault(row, subject)
    return what ? [{ item: row.item ?? '', says: what.gap, note: row.note ?? '' }] : []
  })
}

/** Paper that is not in the system is named in the note instead of attached. */
export function checkMaterials({ materials, subject }: ExanteEvaluationContent): Finding[] {
  return (materials ?? []).flatMap((row, index) => {
    const what = fault(row, subject)
    if (what === undefined) return []
    const where = { section: 'materials', field: 'materials', row: index, column: what.column }
    return [found(EXA_101, `资料“${row.item ?? ''}”${what.says}`, where)]
  })
}

function fault(
  row: ExanteEvaluationMaterialsRow,
  subject: ExanteEvaluationContent['subject'],
): { readonly column: string; readonly gap: string; readonly says: string } | undefined {
  const isOurs = !row.appliesTo || row.appliesTo === 'both' || row.appliesTo === (subject ?? 'project')
  if (!isOurs || !row.isRequired) return undefined
  if (row.status === 'returned')
    return { column: 'status', gap: '不符合要求', says: '已被驳回，请补正后重新提交。' }
  if (!row.status || row.status === 'missing')
    return { column: 'status', gap: '缺少', says: '缺失，请提交后改为“已收”。' }
  const isShown = (row.file ?? []).length > 0 || isWritten(row.note)
  return isShown
    ? undefined
    : { column: 'file', gap: '没有附件', says: '没有附件，请上传，或在说明中写明纸质件存放处。' }
}
