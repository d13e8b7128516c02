import type { EvaluationFinanceContent } from '../../forms/contents.ts'
import { foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { Grade } from '../../shared/grade.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EVA-107 问题清单: problems are listed one by one; without any, the report says why. */
export const EVA_107: RuleHeader = {
  id: 'EVA-107',
  name: '评价问题清单',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（五）以评促改'),
}

/** @param grade as computed; below 良 something must have been found */
export function checkProblemList(content: EvaluationFinanceContent, grade: Grade | null): Finding[] {
  if ((content.problems ?? []).length > 0) return []
  const isLow = grade === 'fair' || grade === 'poor'
  const where = { section: 'findings', field: 'problems' }
  if (isLow) return foundIf(true, EVA_107, '评价等级为中或差，请逐条列出存在的问题和建议。', where)
  const message = '没有列出问题，请填写问题清单，或在评价结论中填写“未发现问题的说明”。'
  return foundIf(!isWritten(content.noProblemReason), EVA_107, message, where)
}
