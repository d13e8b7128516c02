import type { FormDefinition } from '../../../forms/form.ts'
import { openFields } from '../../../ledger/later-changes.ts'
import { sealedName } from '../../../ledger/seal-content.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import type { CaseRecord } from '../../consistency/case.ts'
import { contentDifferences, type ValuePath } from '../../consistency/content-differences.ts'
import { definitionAt, placeWords, shownValue } from '../../consistency/place-words.ts'
import { byRecord } from '../../consistency/by-record.ts'
import { type ConsistencyFinding, inconsistent, type Relation } from '../../consistency/relation.ts'

/** PIL-140 现行与定稿: what nobody may have written in since the last formal act is as it was frozen. */
export const PIL_140: RuleHeader = {
  id: 'PIL-140',
  name: '现行数据与定稿一致',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default'),
}

export const liveIsFrozen: Relation = {
  header: PIL_140,
  check: byRecord(compareLive),
}

function compareLive(record: CaseRecord): ConsistencyFinding[] {
  const last = record.versions.at(-1)
  if (!last) return []
  const open = openFields(record.kind, record.form, statesSince(record, last))
  return contentDifferences(record.content, last.content)
    .filter(({ path, right }) => !open.has(sealedName(String(path[0]))) || isFixed(record.form, path, right))
    .map(({ path, left, right }) => {
      const shown = (value: unknown) => shownValue(record.form, path, value)
      const place = `“${record.title}”${placeWords(record.form, path)}`
      return inconsistent(
        PIL_140,
        record.id,
        `${place}现为${shown(left)}，与第${last.number}版定稿的${shown(right)}不一致，请查明谁在何时改动。`,
      )
    })
}

/** The states a record stood in from a formal act on. */
export function statesSince(
  { acts }: Pick<CaseRecord, 'acts'>,
  from: { readonly action: string; readonly frozenAt: string },
  to?: { readonly action: string; readonly frozenAt: string },
): string[] {
  const at = (act: { readonly action: string; readonly frozenAt: string } | undefined) =>
    act ? acts.findLastIndex(({ action, actedAt }) => action === act.action && actedAt === act.frozenAt) : -1
  const end = at(to)
  return acts.slice(Math.max(0, at(from)), end < 0 ? undefined : end).map(({ toState }) => toState)
}

/** The points of an official line stay what they were, whoever writes beside them. */
export function isFixed(form: FormDefinition, path: ValuePath, before: unknown): boolean {
  const isPoints = path.at(-1) === 'weight_x100' && definitionAt(form, path)?.readonly === true
  return isPoints && before !== undefined && before !== null
}
