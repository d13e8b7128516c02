import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import type { CasePrint } from '../../consistency/case.ts'
import { type ConsistencyFinding, inconsistent, type Relation } from '../../consistency/relation.ts'

/** PIL-144 归档文书: every line of a filed document is the line its frozen content makes. */
export const PIL_144: RuleHeader = {
  id: 'PIL-144',
  name: '归档文书与定稿一致',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default'),
}

export const printedIsFrozen: Relation = {
  header: PIL_144,
  check: ({ prints }) => prints.flatMap(comparePrint),
}

function comparePrint({ recordId, title, filed, made }: CasePrint): ConsistencyFinding[] {
  const count = Math.max(filed.length, made.length)
  return Array.from({ length: count }, (_, index) => index)
    .filter((index) => filed[index] !== made[index])
    .map((index) => {
      const [before, now] = [filed[index] ?? '（没有这一行）', made[index] ?? '（没有这一行）']
      return inconsistent(
        PIL_144,
        recordId,
        `归档的“${title}”第${index + 1}行“${before}”，与按定稿打印的“${now}”不一致，请查明原因。`,
      )
    })
}
