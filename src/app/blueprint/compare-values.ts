import type { PackManifest, PackParameter } from '../../domain/blueprint/index.ts'
import type { PilotBlueprintUsePartsRow } from '../../domain/forms/contents.ts'
import { canonicalJson } from '../../domain/ledger/canonical-json.ts'
import type { ParameterId } from '../../domain/rules/parameter-values.ts'
import type { ParameterUse } from '../../domain/shared/explanation.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { type PlaceValue, type RuleBook, type Source, withPlaceValues } from '../../rules/index.ts'
import { type Compared, rowOf } from './proposal.ts'

export type Place = { readonly jurisdiction: string; readonly today: string }
type Part = 'parameters' | 'templates' | 'calendars'

const STARTS = {
  fiscal_year: '按预算年度执行，从生效日期以后开始的年度起。',
  event_date: '自生效日期起执行。',
} as const

/** How a blueprint is cited wherever something of it decides. */
export function blueprintSource(
  manifest: Pick<PackManifest, 'name' | 'version' | 'publisher' | 'publishedOn'>,
  sha256: string,
): Source {
  return {
    id: `blueprint-${sha256.slice(0, 16)}`,
    title: manifest.name,
    number: `${manifest.version}版`,
    issuer: manifest.publisher,
    issuedOn: manifest.publishedOn,
    text: 'full',
  }
}

/**
 * A parameter of the blueprint beside what is in force at a place.
 * @returns nothing when it is the same; a row that cannot be taken says why
 */
export function compareValue(
  book: RuleBook,
  { part, entry, source }: { readonly part: Part; readonly entry: PackParameter; readonly source: Source },
  place: Place,
): Compared | undefined {
  const definition = book.parameters.find(({ id }) => id === entry.id)
  const row = (outcome: PilotBlueprintUsePartsRow['outcome'] & string, currentText: string, why: string) =>
    rowOf({
      part,
      itemId: entry.id,
      title: definition?.title ?? entry.title,
      currentText,
      proposedText: entry.text,
      outcome,
      why,
    })
  if (!definition) return { row: row('kept', '—', '本系统没有这项参数，请先升级系统。') }
  const current = readNow(book, definition.id, place)
  if (current && canonicalJson(current.value) === canonicalJson(entry.value)) return undefined
  const currentText = current?.text ?? '没有取值'
  if (definition.overlay === 'locked') {
    return { row: row('kept', currentText, '法定的或上级统一规定的，下级不能改动。') }
  }
  const value: Omit<PlaceValue, 'from'> = {
    jurisdiction: place.jurisdiction,
    parameter: definition.id,
    value: entry.value,
    source,
    article: `来自蓝本${source.number ?? ''}；原依据${entry.sourceTitle} ${entry.article}`,
    standing: entry.standing,
    approvedOn: place.today,
    origin: `“${definition.title}”`,
  }
  const { faults } = withPlaceValues(book, [{ ...value, from: place.today }])
  if (faults.length > 0) return { row: row('kept', currentText, `${faults[0] ?? ''}。`) }
  return { row: row('different', currentText, STARTS[definition.selects]), values: [value] }
}

/** The budget year a blueprint is for: what is decided today holds from the next one that begins. */
export function nextYear(today: string): number {
  return Number(today.slice(0, 4)) + 1
}

/** What is in force at a place on a day; by budget year, what is decided for the next one. */
export function readNow(
  book: RuleBook,
  id: ParameterId,
  { jurisdiction, today }: Place,
): { readonly value: unknown; readonly text: string; readonly use: ParameterUse } | undefined {
  try {
    const moment = { date: today, jurisdiction, fiscalYear: nextYear(today) }
    const { value, use } = book.at(moment).value(id)
    return { value, text: use.value, use }
  } catch (error) {
    if (error instanceof DomainError && error.code === 'PARAMETER_NOT_IN_FORCE') return undefined
    throw error
  }
}
