import type { TargetsSheetContent } from '../../forms/contents.ts'
import { foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-303 不公开内容: what is kept back has a reason, and a second person has agreed to it. */
export const TGT_303: RuleHeader = {
  id: 'TGT-303',
  name: '不公开内容须有理由并经第二人核定',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('law-budget', '第十四条'),
}

/** @param isAgreed whether another person has agreed to these rows as they stand */
export function checkWithheld(
  { withheld }: Pick<TargetsSheetContent, 'withheld'>,
  isAgreed: boolean,
): Finding[] {
  const rows = withheld ?? []
  const where = { section: 'disclosure', field: 'withheld' }
  const reasonless = rows.flatMap((row, index) =>
    foundIf(
      !isWritten(row.what) || !row.basis || !isWritten(row.reason),
      TGT_303,
      `不公开内容第 ${index + 1} 行请写明内容、理由类别和理由。`,
      { ...where, row: index, column: 'reason' },
    ),
  )
  if (reasonless.length > 0) return reasonless
  const message = '有不公开的内容，须由第二人核定：请财政业务股办理“核定不公开内容”；内容有改动的须重新核定。'
  return foundIf(rows.length > 0 && !isAgreed, TGT_303, message, where)
}
