import { openFields } from '../../../ledger/later-changes.ts'
import { sealedName } from '../../../ledger/seal-content.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import type { CaseRecord } from '../../consistency/case.ts'
import { contentDifferences } from '../../consistency/content-differences.ts'
import { placeWords, shownValue } from '../../consistency/place-words.ts'
import { byRecord } from '../../consistency/by-record.ts'
import { type ConsistencyFinding, inconsistent, type Relation } from '../../consistency/relation.ts'
import { isFixed, statesSince } from './live-is-frozen.ts'

/** PIL-143 前后定稿: between two formal acts only what stood open may have changed; an act may fill in what was blank. */
export const PIL_143: RuleHeader = {
  id: 'PIL-143',
  name: '前后两版定稿一致',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default'),
}

export const versionsFollow: Relation = {
  header: PIL_143,
  check: byRecord(compareVersions),
}

function compareVersions(record: CaseRecord): ConsistencyFinding[] {
  const { versions, form, kind, title, id } = record
  return versions.slice(1).flatMap((later, index) => {
    const earlier = versions[index]
    if (!earlier || kind.workflow.actions[later.action]?.isSystem) return []
    const open = openFields(kind, form, statesSince(record, earlier, later))
    return contentDifferences(earlier.content, later.content)
      .filter(
        ({ path, left }) =>
          (!open.has(sealedName(String(path[0]))) && !isNothing(left)) || isFixed(form, path, left),
      )
      .map(({ path, left, right }) => {
        const before = `第${earlier.number}版定稿为${shownValue(form, path, left)}`
        const after = `第${later.number}版定稿为${shownValue(form, path, right)}`
        return inconsistent(
          PIL_143,
          id,
          `“${title}”${placeWords(form, path)}${before}，${after}，期间没有办理修改，请查明原因。`,
        )
      })
  })
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0)
}
