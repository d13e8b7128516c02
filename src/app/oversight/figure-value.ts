import { formatCell, unitOf } from '../../domain/forms/cell-text.ts'
import type { Content, ContentValue, FieldDefinition } from '../../domain/forms/form.ts'
import { maskPersonal } from '../../domain/forms/mask-personal.ts'
import { valueAt } from '../../domain/forms/value-at.ts'
import type { FigureLine } from '../../domain/results/index.ts'
import { formatWanYuan } from '../../domain/shared/money.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { RecordData } from '../records/record-data.ts'

/** What a figure said when it was fixed and what stands there today, as people read it. */
export type FigureValue = {
  readonly value: string
  readonly valueNow: string | null
  readonly isSame: boolean
}

/**
 * A figure of a signed report beside today's record. What is fixed is the frozen version; state, number and what
 * has no frozen version are fixed by the signed report itself, never by what the record says today.
 * @param frozen content of the frozen version the line names
 */
export function valueOfRecord(line: FigureLine, data: RecordData, frozen: Content | undefined): FigureValue {
  const { field = '', version } = line
  if (field === 'state') {
    const { state } = data.record
    const valueNow = data.kind.workflow.states[state]?.title ?? state
    return { value: line.text, valueNow, isSame: data.record.version === version }
  }
  if (field === 'documentNumber') {
    const valueNow = data.acts.findLast((act) => act.documentNumber)?.documentNumber ?? null
    return { value: line.text, valueNow, isSame: valueNow === line.text }
  }
  if (field === 'title') {
    const { title } = data.record
    return { value: line.text, valueNow: title, isSame: saysSame(line, title) }
  }
  const now = valueAt(data.content, field)
  const valueNow = textOf(data, now, field, data.content)
  if (frozen === undefined) return { value: line.text, valueNow, isSame: saysSame(line, now) }
  const then = valueAt(frozen, field)
  return {
    value: textOf(data, then, field, frozen) ?? line.text,
    valueNow,
    isSame: JSON.stringify(then ?? null) === JSON.stringify(now ?? null),
  }
}

/** The same for the project file, which has no frozen version: what the report says is what was fixed. */
export function valueOfProject(line: FigureLine, project: ProjectRow | undefined): FigureValue {
  if (!project) return { value: line.text, valueNow: null, isSame: false }
  const now = String({ ...project }[line.field as 'name'] ?? '')
  const valueNow = line.field?.endsWith('_fen') ? `${formatWanYuan(now)}万元` : now
  return { value: line.text, valueNow, isSame: saysSame(line, now) }
}

/** A line holds what was stored, or a numeral of words that were taken over. */
function saysSame({ basis, text, value }: FigureLine, now: ContentValue | undefined): boolean {
  const plain = now === undefined || now === null ? '' : String(now)
  return basis === 'quoted' ? plain.includes(text) : plain === value
}

/** Money in 万元, points and shares with their unit; people and their words stay masked. */
function textOf(
  data: RecordData,
  value: ContentValue | undefined,
  field: string,
  content: Content,
): string | null {
  const definition = definitionOf(data, field)
  const shown = valueAt(maskPersonal(data.form, content), field)
  if (value === undefined || value === null || shown === undefined || !definition) return null
  return `${formatCell(definition, shown, {})}${unitOf(definition) ?? ''}`
}

/** The field, or the column of a row, a place names. */
function definitionOf({ form }: RecordData, place: string): FieldDefinition | undefined {
  const [, field = place, column] = /^(\w+)\[\d+\]\.(\w+)$/.exec(place) ?? []
  const found = form.sections.flatMap(({ fields }) => fields).find(({ id }) => id === field)
  return column === undefined ? found : found?.columns?.find(({ id }) => id === column)
}
