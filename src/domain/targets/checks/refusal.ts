import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { GRADES, type Grade } from '../../shared/grade.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-111 不予通过: only what the review graded so low is refused; everything else can be improved. */
export const TGT_111: RuleHeader = {
  id: 'TGT-111',
  name: '绩效目标不予通过的条件',
  stage: 'targets',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2015-88', '审核结果处理'),
  parameters: ['targets.review_consequences'],
}

/** @param grade of the whole review; null while a line has no score */
export function checkRefusal(grade: Grade | null, rules: ParameterReader): Finding[] {
  const where = { section: 'review', field: 'review' }
  if (grade === null) {
    return foundIf(true, TGT_111, '审核要点还没有打分，请先完成审核打分，再办理“不予通过”。', where)
  }
  const outcome = rules.value('targets.review_consequences').value[grade]
  const message = `审核等级为“${GRADES[grade]}”，不应“不予通过”，请办理“退回修改”或“复核通过”。`
  return foundIf(outcome !== 'refuse', TGT_111, message, where)
}
