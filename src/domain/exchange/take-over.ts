import type { Content, ContentRow, ContentValue } from '../forms/form.ts'
import { targetCells } from '../intake/target-cells.ts'
import type { Change } from './compare-tables.ts'
import type { Entity } from './profile.ts'

/** What another system says of a row: our fields that differ, as text. */
export type Said = Readonly<Record<string, string>>

/**
 * The fields of a record as they stand once the values of an exchange row are taken over, and which of the
 * values that are. What the system fills itself has no place here: it is left where it is.
 */
export type TakenOver = { readonly patch: Content; readonly taken: readonly string[] }

/** `own` is our row; of a new row what the file says, since there is none of ours. */
type Taking = (own: Entity, said: Said, content: Content) => TakenOver

type Way = {
  readonly kind: string
  /** The field of the form whose rows these are; without it a row of the table is the record itself. */
  readonly rows?: string
  readonly changed: Taking
  readonly new?: Taking
  readonly withdrawn?: Taking
}

const NOTHING: TakenOver = { patch: {}, taken: [] }
const WITHDRAWN = ['isDeleted']

/** Kind of record behind each table, and how a row of it is taken over. */
const WAYS: Readonly<Record<string, Way>> = {
  goal: {
    kind: 'targets.sheet',
    changed: takeGoal,
    new: (own, said) => {
      const { patch, taken } = takeGoal(own, said)
      return { patch, taken: taken.length === 0 ? [] : ['isLongTerm', ...taken] }
    },
    withdrawn: (own) => ({ patch: { [goalField(own)]: null }, taken: WITHDRAWN }),
  },
  indicator: {
    kind: 'targets.sheet',
    rows: 'indicators',
    changed: (own, said, content) => row('indicators', { id: own['id'] }, said, content, indicatorCells),
    new: addIndicator,
    withdrawn: (own, _said, content) => without('indicators', own['id'], content),
  },
  annualBudget: {
    kind: 'project.budgetLine',
    changed: (_own, said) => fields(AMOUNTS, said),
    new: (_own, said) =>
      fields({ ...AMOUNTS, functionCode: 'accountSubject', economicCode: 'economicSubject' }, said),
  },
  selfEvaluation: {
    kind: 'evaluation.self',
    changed: (_own, said) => fields({ problems: 'problems', measures: 'measures' }, said),
  },
  selfGoal: { kind: 'evaluation.self', changed: (_own, said) => fields({ actual: 'actualGoal' }, said) },
  selfIndicator: {
    kind: 'evaluation.self',
    rows: 'scores',
    changed: (own, said, content) =>
      row('scores', { id: own['id'] }, said, content, (before, one) => ({
        ...measured('actual', before, one['actualText']),
        ...given('deviationReason', one),
        ...(one['score_x100'] === undefined ? {} : { score_x100: Number(one['score_x100']) }),
      })),
  },
  selfFund: {
    kind: 'evaluation.self',
    rows: 'funds',
    changed: (own, said, content) =>
      row('funds', { fund: own['fund'] }, said, content, (_before, one) => ({
        ...given('initial_fen', one),
        ...given('adjusted_fen', one),
        ...given('executed_fen', one),
      })),
  },
  monitorLine: { kind: 'monitoring.round', rows: 'progress', changed: takeMonitorLine },
}
const AMOUNTS = { requested_fen: 'requested_fen', control_fen: 'control_fen', arranged_fen: 'arranged_fen' }

/** The kind of record a row of this table is taken over into, and the field of rows it is one of. */
export function takenInto(entity: string): Pick<Way, 'kind' | 'rows'> | undefined {
  return WAYS[entity]
}

/**
 * @param change what the row is to us; a new row is added, a withdrawn one taken out
 * @param entity name of the entity in the profile
 * @param own our row; of a new one what the file says
 * @param content of the record it belongs to; earlier rows of the same file may be in it already
 */
export function takeOver(
  change: Change,
  entity: string,
  own: Entity,
  said: Said,
  content: Content,
): TakenOver {
  return WAYS[entity]?.[change]?.(own, said, content) ?? NOTHING
}

function goalField(own: Entity): string {
  return own['isLongTerm'] === 'true' ? 'periodGoal' : 'annualGoal'
}

function takeGoal(own: Entity, said: Said): TakenOver {
  return fields({ goal: goalField(own) }, said)
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

function without(field: string, id: string | null | undefined, content: Content): TakenOver {
  const rows = (content[field] ?? []) as readonly ContentRow[]
  const left = rows.filter((one) => one['id'] !== id)
  return left.length === rows.length
    ? NOTHING
    : { patch: { [field]: left as ContentValue }, taken: WITHDRAWN }
}

/** The row as it would have been typed: under the file's own id, so that it is known again the next time. */
function addIndicator(own: Entity, said: Said, content: Content): TakenOver {
  const rows = (content['indicators'] ?? []) as readonly ContentRow[]
  const id = own['id'] ?? ''
  if (rows.some((one) => one['id'] === id)) return NOTHING
  const cells = { ...indicatorCells({}, { ...said, ...signed(said) }), ...given('valueText', said) }
  const taken = Object.keys(said).filter(
    (name) => name === 'sign' || Object.keys(indicatorCells({}, { [name]: said[name] ?? '' })).length > 0,
  )
  return { patch: { indicators: [...rows, { id, ...cells }] as ContentValue }, taken }
}

/** A value whose sign stands in a column of its own is read as if it stood before it. */
function signed({ valueText, sign }: Said): Said {
  const isApart = valueText !== undefined && sign !== undefined && /^[≥≤=<>]$/.test(sign)
  return isApart && /^-?\d/.test(valueText) ? { valueText: `${sign}${valueText}` } : {}
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
