import type { EvaluationSelfContent } from '../../forms/contents.ts'
import { found, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EVA-101 佐证: every actual value has a file that proves it, or says where the figure comes from. */
export const EVA_101: RuleHeader = {
  id: 'EVA-101',
  name: '实际完成值须有佐证',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2020-10', '绩效评价资料真实、完整'),
}

export function checkEvidence({ scores }: EvaluationSelfContent): Finding[] {
  return (scores ?? []).flatMap((row, index) => {
    if ((row.evidence ?? []).length > 0 || isWritten(row.sourceNote)) return []
    const where = { section: 'scores', field: 'scores', row: index, column: 'evidence' }
    return [found(EVA_101, `“${row.name ?? ''}”没有佐证，请上传附件或填写数据来源说明。`, where)]
  })
}
