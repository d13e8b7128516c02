import type { TargetsLibraryChangeContent } from '../../forms/contents.ts'
import type { LibraryEntry } from '../../indicators/resolve-library.ts'
import { likeness, plainText, runsOf } from '../../indicators/runs.ts'
import { found } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-142 指标不重复: the same thing is defined in one place of the library. */
export const TGT_142: RuleHeader = {
  id: 'TGT-142',
  name: '指标库指标不重复',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default', '指标库管理'),
}

/** Name and definition this much alike are shown to whoever decides; it is a hint, not a bound. */
const ALIKE = 0.5

/** @param entries the library as it stands for the place */
export function checkLibraryTwin(
  { change, indicatorId, name, definition }: TargetsLibraryChangeContent,
  entries: readonly LibraryEntry[],
): Finding[] {
  if (change === 'retire' || !name) return []
  const others = entries.filter(({ id, status }) => status === 'active' && id !== indicatorId)
  const where = { section: 'indicator', field: 'name' }
  const same = others.find((other) => plainText(other.name) === plainText(name))
  if (same) {
    return [found(TGT_142, `指标库中已有“${same.name}”（${same.id}），请修订原有指标，不要重复新增。`, where)]
  }
  const runs = (text: string) => new Set(runsOf(plainText(text), 2))
  const own = runs(`${name}。${definition ?? ''}`)
  const alike = others.find((other) => likeness(own, runs(`${other.name}。${other.definition}`)) >= ALIKE)
  if (!alike) return []
  const message = `与指标库中的“${alike.name}”（${alike.id}）相近，请核对是否同一指标。`
  return [found(TGT_142, message, where, 'warning')]
}
