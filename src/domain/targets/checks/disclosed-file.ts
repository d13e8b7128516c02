import type { TargetsSheetContent } from '../../forms/contents.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-304 公开文件与定稿一致: what the public reads is what was approved, byte for byte. */
export const TGT_304: RuleHeader = {
  id: 'TGT-304',
  name: '公开的文件与定稿一致',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（二）同步公开'),
}

/**
 * @param isSame whether the file is one of the official documents; nothing while that is not compared
 */
export function checkDisclosedFile(
  { disclosedFile, withheld }: Pick<TargetsSheetContent, 'disclosedFile' | 'withheld'>,
  isSame: boolean | undefined,
): Finding[] {
  const where = { section: 'disclosure', field: 'disclosedFile' }
  const hasFile = (disclosedFile ?? []).length > 0
  const isCut = (withheld ?? []).some(({ basis }) => basis !== 'falseAlarm')
  return [
    ...foundIf(
      !hasFile,
      TGT_304,
      '没有登记公开的文件，不能核对与定稿是否一致。建议上传从“文件”栏下载、实际公开的 PDF。',
      where,
      'warning',
    ),
    ...foundIf(
      hasFile && isSame === false && !isCut,
      TGT_304,
      '公开的文件与申报表、批复的定稿都不相同。请公开从“文件”栏下载的 PDF 原件；有不公开内容的，请逐项登记。',
      where,
    ),
  ]
}
