import type { EvaluationFinanceContent } from '../../../forms/contents.ts'
import { foundIf } from '../../../shared/check.ts'
import type { Finding } from '../../../shared/finding.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'

/** EVA-113 先承诺后评价: no member writes, and no draft goes out, before declaration and pledge. */
export const EVA_113: RuleHeader = {
  id: 'EVA-113',
  name: '评价组成员先申报和承诺再评价',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2021-6', '严格避免利益冲突（评价组成员参照）'),
  parameters: ['evaluation.conflict_years', 'evaluation.group_pledge'],
}

/** @param nameOf by the id of the person */
export function checkPledges(
  { members }: Pick<EvaluationFinanceContent, 'members'>,
  nameOf: (person: string) => string,
): Finding[] {
  const missing = (members ?? []).filter(({ pledgedOn }) => !pledgedOn)
  const names = missing.map(({ person }) => nameOf(person ?? '')).join('、')
  const message = `评价组成员${names}还没有申报和承诺，请催办；不能参加的，撤回后重新组织。`
  return foundIf(missing.length > 0, EVA_113, message, { section: 'group', field: 'members' })
}
