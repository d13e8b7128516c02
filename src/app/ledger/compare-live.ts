import type { FormDefinition } from '../../domain/forms/form.ts'
import { type Difference, differencesOf } from '../../domain/ledger/differences.ts'
import type { Hashes } from '../../domain/ledger/hash.ts'
import { openFields, statusAfter } from '../../domain/ledger/later-changes.ts'
import { sealContent } from '../../domain/ledger/seal-content.ts'
import type { SealedObject, SealedValue } from '../../domain/ledger/sealed-value.ts'
import { imageOf, toChinaTime } from '../../domain/ledger/stored-image.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { addDays } from '../../domain/shared/dates.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import type { LiveProject, LiveRecord } from '../../storage/ledger-live.ts'
import { type Compared, reseal } from './rebuild-contract.ts'

type Sides = { readonly sealed: Record<string, SealedValue>; readonly stored: Record<string, SealedValue> }

export type Forms = ReadonlyMap<string, FormDefinition>

/** The record of a leaf, and the form that shows it. */
export type AskedRecord = { readonly id: string; readonly kind: RecordKind; readonly form: FormDefinition }

/** @throws Error for a form that is missing */
export function recordOf(contract: SealedObject, forms: Forms): AskedRecord {
  const record = contract['record'] as SealedObject
  const kind = getRecordKind(String(record['kind']))
  const form = forms.get(kind.form)
  if (!form) throw new Error(`form ${kind.form} is missing in rules/forms`)
  return { id: String(record['id']), kind, form }
}

/**
 * What the present rows of a record say of its newest leaf. Work may have gone on since; whatever the
 * workflow left no opening for must still be as it was sealed.
 */
export function compareRecord(
  hashes: Hashes,
  compared: Compared,
  { id, kind, form }: AskedRecord,
  live: LiveRecord | undefined,
): Difference[] {
  if (!live) return [{ path: ['stored', `#record ${id}`], sealed: '(整条)' }]
  const { leaf, contract } = compared
  const { isPersonal, sealPersonal } = reseal(hashes, compared)
  const sealedAt = live.acts.findIndex(({ id }) => id === leaf.actId)
  const states = live.acts.slice(Math.max(0, sealedAt)).map(({ toState }) => toState)
  const open = openFields(kind, form, states)
  const closed = (content: SealedObject) =>
    Object.fromEntries(Object.entries(content).filter(([field]) => !open.has(field)))
  const stored = sealed(live.content, 'content', isPersonal, sealPersonal)
  if (!stored) return [unreadable(`#record ${id}`)]
  const content = differencesOf(
    { content: closed(contract['content'] as SealedObject) },
    { content: closed(stored) },
  )
  return [...content, ...columnFaults(live, contract, sealPersonal)]
}

/** The columns of the record itself, once it has moved on from the version that was sealed. */
function columnFaults(
  live: LiveRecord,
  contract: SealedObject,
  sealPersonal: (place: string, value: string) => SealedValue,
): Difference[] {
  const { row, acts } = live
  const image = imageIn(contract, 'record')
  if (!image || image['recorded_tx'] === row['recorded_tx']) return []
  const record = contract['record'] as SealedObject
  const project = (contract['project'] as SealedObject | undefined)?.['id']
  const belonging = {
    jurisdiction_id: String((contract['jurisdiction'] as SealedObject)['code']),
    project_id: typeof project === 'string' ? project : null,
  }
  const shown = imageOf('record', row, belonging, [], sealPersonal)
  const last = acts.at(-1)
  const state = getRecordKind(String(record['kind'])).workflow.states[last?.toState ?? '']
  const days = state?.dueInDays
  // A term that a rule or a field fixes was sealed with the act that began it, and nothing moves it afterwards.
  const due =
    (state?.dueBy ?? state?.dueFrom)
      ? image['due_on']
      : last && days !== undefined
        ? addDays(dayOf(last.actedAt), days)
        : undefined
  const sides: Sides = {
    sealed: {
      ...pick(image, ['jurisdiction_id', 'project_id', 'created_at', 'created_by']),
      ...present({ kind: record['kind'], title: record['title'], subject_id: record['subject'] }),
      ...present({ state: last?.toState, state_since: last && toChinaTime(last.actedAt), due_on: due }),
      fiscal_year: String(contract['year']),
    },
    stored: pick(shown, [
      ...['jurisdiction_id', 'project_id', 'created_at', 'created_by', 'kind', 'title', 'subject_id'],
      ...['state', 'state_since', 'due_on', 'private_to', 'fiscal_year'],
    ]),
  }
  const faults = differencesOf({ stored: sides.sealed }, { stored: sides.stored }).map(
    ({ path, ...rest }) => ({
      ...rest,
      path: ['stored', `#record ${String(record['id'])}`, path.at(-1) ?? ''],
    }),
  )
  const isBehind = last !== undefined && Number(row['version']) < last.version
  return isBehind
    ? [
        ...faults,
        {
          path: ['stored', `#record ${String(record['id'])}`, 'version'],
          sealed: `不小于${last.version}`,
          stored: String(row['version']),
        },
      ]
    : faults
}

/** States in which a project's entry may still be corrected. */
const OPEN_STATES = ['entered', 'selected', 'exante']
/** Columns of a project that move without a leaf: where it stands, and the row's own stamps. */
const MOVING = ['status', 'recorded_from', 'recorded_tx']

/** What the present row of a project says of its newest leaf, and of the steps taken on its records. */
export function compareProject(
  hashes: Hashes,
  compared: Compared,
  live: LiveProject | undefined,
): Difference[] {
  const { leaf, contract } = compared
  const image = imageIn(contract, 'project')
  if (!image) return []
  const row = `#project ${leaf.projectId}`
  if (!live) return [{ path: ['stored', row], sealed: '(整条)' }]
  const { isPersonal, sealPersonal } = reseal(hashes, compared)
  const belonging = { jurisdiction_id: String((contract['jurisdiction'] as SealedObject)['code']) }
  const now = imageOf('project', live.row, belonging, [], sealPersonal)
  const isOpen = OPEN_STATES.includes(String(image['status']))
  const columns = isOpen ? ['jurisdiction_id', 'fiscal_year', 'created_at', 'created_by'] : Object.keys(now)
  const kept = new Set(
    [...columns, ...(isOpen ? [] : Object.keys(image))].filter((name) => !MOVING.includes(name)),
  )
  const status = statusAfter(live.steps)
  const columnDifferences = differencesOf(
    { [row]: { ...pick(image, [...kept]), status } },
    { [row]: { ...pick(now, [...kept]), status: String(live.row['status']) } },
  ).map(({ path, ...rest }) => ({ ...rest, path: ['stored', ...path] }))
  if (isOpen) return columnDifferences
  const entry = sealed(live.content, 'project/entry', isPersonal, sealPersonal)
  if (!entry) return [...columnDifferences, unreadable(row)]
  const sealedEntry = ((contract['project'] as SealedObject)['entry'] ?? {}) as SealedObject
  return [...columnDifferences, ...differencesOf({ project: { entry: sealedEntry } }, { project: { entry } })]
}

/** Content as a leaf would carry it; nothing when it was meddled with so that no form could have made it. */
function sealed(...given: Parameters<typeof sealContent>): SealedObject | undefined {
  try {
    return sealContent(...given)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function unreadable(row: string): Difference {
  return { path: ['stored', row, 'content'], sealed: '(整条)', stored: '(不能还原)' }
}

function imageIn(contract: SealedObject, table: string): SealedObject | undefined {
  return ((contract['stored'] ?? []) as readonly SealedObject[]).find((image) => image['table'] === table)
}

function pick(values: SealedObject, names: readonly string[]): Record<string, SealedValue> {
  return present(Object.fromEntries(names.map((name) => [name, values[name]])))
}

function present(values: Readonly<Record<string, SealedValue | undefined>>): Record<string, SealedValue> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Record<
    string,
    SealedValue
  >
}
