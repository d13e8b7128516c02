import type { Content, ContentRow, ContentValue } from '../forms/form.ts'
import { targetCells } from '../intake/target-cells.ts'
import type { Entity } from './profile.ts'

/** What another system says of a row: our fields that differ, as text. */
export type Said = Readonly<Record<string, string>>

/**
 * The fields of a record as they stand once the values of an exchange row are taken over, and which of the
 * values that are. What the system fills itself has no place here: it is left where it is.
 */
export type TakenOver = { readonly patch: Content; readonly taken: readonly string[] }

type Taking = (own: Entity, said: Said, content: Content) => TakenOver

const NOTHING: TakenOver = { patch: {}, taken: [] }

/** Kind of record behind each table, and how a row of it is taken over. */
const TAKINGS: Readonly<Record<string, { readonly kind: string; readonly take: Taking }>> = {
  goal: {
    kind: 'targets.sheet',
    take: (own, said) => fields({ goal: own['isLongTerm'] === 'true' ? 'periodGoal' : 'annualGoal' }, said),
  },
  indicator: {
    kind: 'targets.sheet',
    take: (own, said, content) => row('indicators', { id: own['id'] }, said, content, indicatorCells),
  },
  annualBudget: {
    kind: 'project.budgetLine',
    take: (_own, said) =>
      fields(
        { requested_fen: 'requested_fen', control_fen: 'control_fen', arranged_fen: 'arranged_fen' },
        said,
      ),
  },
  selfEvaluation: {
    kind: 'evaluation.self',
    take: (_own, said) => fields({ problems: 'problems', measures: 'measures' }, said),
  },
  selfGoal: { kind: 'evaluation.self', take: (_own, said) => fields({ actual: 'actualGoal' }, said) },
  selfIndicator: {
    kind: 'evaluation.self',
    take: (own, said, content) =>
      row('scores', { id: own['id'] }, said, content, (before, one) => ({
        ...measured('actual', before, one['actualText']),
        ...given('deviationReason', one),
        ...(one['score_x100'] === undefined ? {} : { score_x100: Number(one['score_x100']) }),
      })),
  },
  selfFund: {
    kind: 'evaluation.self',
    take: (own, said, content) =>
      row('funds', { fund: own['fund'] }, said, content, (_before, one) => ({
        ...given('initial_fen', one),
        ...given('adjusted_fen', one),
        ...given('executed_fen', one),
      })),
  },
  monitorLine: { kind: 'monitoring.round', take: takeMonitorLine },
}

/** The kind of record a row of this table is taken over into; nothing where none is. */
export function takenInto(entity: string): string | undefined {
  return TAKINGS[entity]?.kind
}

/**
 * @param entity name of the entity in the profile
 * @param own our row
 * @param content of the record it belongs to; earlier rows of the same file may be in it already
 */
export function takeOver(entity: string, own: Entity, said: Said, content: Content): TakenOver {
  return TAKINGS[entity]?.take(own, said, content) ?? NOTHING
}

function fields(names: Readonly<Record<string, string>>, said: Said): TakenOver {
  const taken = Object.keys(names).filter((field) => said[field] !== undefined)
  return {
    patch: Object.fromEntries(taken.map((field) => [names[field] ?? field, said[field] ?? null])),
    taken,
  }
}

function given(field: string, said: Said): ContentRow {
  return said[field] === undefined ? {} : { [field]: said[field] }
}

/** One row of a field of rows, found by its key; every said field that changes a cell counts as taken. */
function row(
  field: string,
  key: Readonly<Record<string, string | null | undefined>>,
  said: Said,
  content: Content,
  cellsOf: (before: ContentRow, said: Said) => ContentRow,
): TakenOver {
  const rows = (content[field] ?? []) as readonly ContentRow[]
  const [[column, value] = []] = Object.entries(key)
  const at = rows.findIndex((one) => column !== undefined && one[column] === value)
  const before = rows[at]
  if (before === undefined) return NOTHING
  const taken = Object.keys(said).filter(
    (name) => Object.keys(cellsOf(before, { [name]: said[name] ?? '' })).length > 0,
  )
  if (taken.length === 0) return NOTHING
  const after = { ...before, ...cellsOf(before, said) }
  return { patch: { [field]: rows.map((one, index) => (index === at ? after : one)) as ContentValue }, taken }
}

/** A printed value becomes sign, number and unit, as when it is pasted. */
function indicatorCells(before: ContentRow, said: Said): ContentRow {
  const about = { name: String(before['name'] ?? ''), level2: String(before['level2'] ?? '') }
  const value = said['valueText']
  const weight = said['weight_x100']
  return {
    ...given('name', said),
    ...given('level1', said),
    ...given('level2', said),
    ...given('explanation', said),
    ...(value === undefined
      ? {}
      : { value: null, upper: null, dateValue: null, ...targetCells(value, about) }),
    ...given('unit', said),
    ...(weight === undefined ? {} : { weight_x100: Number(weight) }),
  }
}

/** Numbers stay numbers where the row counts in numbers; anything else is kept as it was written. */
function measured(column: string, before: ContentRow, text: string | undefined): ContentRow {
  if (text === undefined) return {}
  const isNumber = /^-?\d{1,15}(\.\d{1,6})?$/.test(text) && !before[`${column}Text`]
  return isNumber ? { [column]: text } : { [`${column}Text`]: text }
}

/** Figures of a round; its money only where it has one fund, for the table does not say which. */
function takeMonitorLine(own: Entity, said: Said, content: Content): TakenOver {
  const line = row('progress', { id: own['id'] }, said, content, (before, one) => ({
    ...measured('actual', before, one['actualText']),
    ...measured('expected', before, one['expectedText']),
    ...given('causeText', one),
    ...given('likelihood', one),
  }))
  const funds = (content['execution'] ?? []) as readonly ContentRow[]
  const used = funds.filter(
    ({ adjusted_fen, paid_fen }) => Number(adjusted_fen ?? 0) + Number(paid_fen ?? 0) > 0,
  )
  const fund = used.length === 1 ? used[0]?.['fund'] : undefined
  if (typeof fund !== 'string') return line
  const money = row('execution', { fund }, said, content, (_before, one) => ({
    ...given('paid_fen', one),
    ...given('expected_fen', one),
  }))
  return { patch: { ...line.patch, ...money.patch }, taken: [...line.taken, ...money.taken] }
}
