import type { Content } from '../../../forms/form.ts'
import { isId } from '../../../shared/ids.ts'
import { addDays, isDate } from '../../../shared/dates.ts'
import { type SealedObject, sealedText } from '../../../ledger/sealed-value.ts'
import type { CaseRecord, ConsistencyCase } from '../case.ts'
import type { ValuePath } from '../content-differences.ts'
import { sealVersion } from '../seal-version.ts'

/** One figure of a case: where it stands, and the case with this figure alone changed. */
export type PlantedChange = {
  /** 现行, 第1版定稿, 契约账, 办理经过 or 项目档案. */
  readonly store: string
  readonly record: string
  readonly kind: string
  /** The field, or `table.column`. */
  readonly field: string
  readonly path: string
  readonly before: string
  readonly after: string
  readonly change: () => ConsistencyCase
}

type Json = unknown
const NUMERAL = /\d[\d,]*(?:\.\d+)?/g
/** COM-1, 1-NEC: names of lines, which say nothing of a project. */
const CODE = /^([A-Z]{3}-\d{1,2}|\d{1,2}-[A-Z]{3})$/
const HEX = /^[0-9a-f]{32,}$/i

/** Every figure inside a value: a number, a day, or a numeral inside a text, each with the value changed. */
export function figuresIn(
  value: Json,
  path: ValuePath = [],
): { readonly path: ValuePath; readonly before: string; readonly after: Json }[] {
  if (typeof value === 'number') return [{ path, before: String(value), after: value + 1 }]
  if (typeof value === 'string') return figuresOfText(value).map((figure) => ({ path, ...figure }))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    figuresIn(one, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

function figuresOfText(text: string): { readonly before: string; readonly after: string }[] {
  const isName: boolean = isId(text)
  if (isName || HEX.test(text) || CODE.test(text)) return []
  const isDay: boolean = isDate(text)
  if (isDay) return [{ before: text, after: addDays(text, 1) }]
  return [...text.matchAll(NUMERAL)].map(({ 0: numeral, index }) => {
    const last = numeral.at(-1) ?? '0'
    const changed = numeral.slice(0, -1) + String((Number(last) + 1) % 10)
    const before = text.length > 60 ? `…${text.slice(Math.max(0, index - 20), index + 20)}…` : text
    return { before, after: text.slice(0, index) + changed + text.slice(index + numeral.length) }
  })
}

/** `dueOn`, or `problems.dueOn` for a cell of a table. */
function fieldOf([field, row, column]: ValuePath): string {
  return typeof row === 'number' && column !== undefined ? `${field}.${column}` : String(field ?? '')
}

/** The same value with one place in it replaced. */
export function replaced<T>(value: T, path: ValuePath, after: Json): T {
  const [head, ...rest] = path
  if (head === undefined) return after as T
  const inner = (value as Record<string | number, Json>)[head]
  const made = replaced(inner, rest, after)
  if (Array.isArray(value)) return value.map((one, index) => (index === head ? made : one)) as T
  return { ...value, [head]: made }
}

function withRecord(given: ConsistencyCase, record: CaseRecord, changed: CaseRecord): ConsistencyCase {
  return { ...given, records: given.records.map((one) => (one === record ? changed : one)) }
}

/** Every figure of every copy, changed in that copy alone. */
export function singleChanges(given: ConsistencyCase): PlantedChange[] {
  const changes: PlantedChange[] = []
  for (const record of given.records) {
    const head = { record: record.title, kind: record.kind.kind }
    const add = (store: string, root: ValuePath, value: Json) => {
      for (const { path, before, after } of figuresIn(value)) {
        const whole = [...root, ...path]
        changes.push({
          ...head,
          ...{ store, field: fieldOf(path), path: whole.join('/'), before, after: String(after) },
          change: () => withRecord(given, record, replaced(record, whole, after)),
        })
      }
    }
    add('现行', ['content'], record.content)
    for (const [index, version] of record.versions.entries()) {
      add(`第${version.number}版定稿`, ['versions', index, 'content'], version.content)
      if (version.project) {
        add(`第${version.number}版定稿`, ['versions', index, 'project', 'content'], version.project.content)
        add(
          `第${version.number}版定稿`,
          ['versions', index, 'project', 'budget_fen'],
          version.project.budget_fen,
        )
      }
    }
    for (const [index, leaf] of record.leaves.entries()) {
      const { content, project, chain, document } = leaf.contract
      const entry = (project as SealedObject | undefined)?.['entry']
      add('契约账', ['leaves', index, 'contract', 'content'], content)
      if (entry) add('契约账', ['leaves', index, 'contract', 'project', 'entry'], entry)
      if (document) add('契约账', ['leaves', index, 'contract', 'document'], document)
      add('契约账', ['leaves', index, 'contract', 'chain'], (chain as Json) ?? [])
    }
    for (const [index, act] of record.acts.entries()) {
      add('办理经过', ['acts', index, 'documentNumber'], act.documentNumber)
      const day = act.actedAt.slice(0, 10)
      changes.push({
        ...head,
        ...{ store: '办理经过', field: 'actedAt', path: `acts/${index}/actedAt`, before: day },
        after: addDays(day, 1),
        change: () =>
          withRecord(
            given,
            record,
            replaced(record, ['acts', index, 'actedAt'], addDays(day, 1) + act.actedAt.slice(10)),
          ),
      })
    }
  }
  const project: [ValuePath, Json][] = [
    [['project', 'content'], given.project.content],
    [['project', 'budget_fen'], given.project.budget_fen],
  ]
  for (const [root, value] of project)
    for (const { path, before, after } of figuresIn(value))
      changes.push({
        ...{
          store: '项目档案',
          record: '项目档案',
          kind: 'project',
          field: fieldOf(path) || String(root.at(-1)),
        },
        ...{ path: [...root, ...path].join('/'), before, after: String(after) },
        change: () => replaced(given, [...root, ...path], after),
      })
  return changes
}

/**
 * Every figure of a record changed in all copies of that record at once, with digests to match: as if it had
 * been entered wrongly, or altered by somebody who can rewrite the ledger. Only another record can tell.
 */
export function coherentChanges(given: ConsistencyCase): PlantedChange[] {
  return given.records.flatMap((record) =>
    figuresIn(record.content).map(({ path, before, after }) => ({
      ...{ store: '全部副本', record: record.title, kind: record.kind.kind },
      ...{ field: fieldOf(path), path: path.join('/'), before, after: String(after) },
      change: () => withRecord(given, record, changedThroughout(record, path, after, given.leafDigest)),
    })),
  )
}

function changedThroughout(
  record: CaseRecord,
  path: ValuePath,
  after: Json,
  digest: (canonical: string) => string,
): CaseRecord {
  const before = valueAt(record.content, path)
  const versions = record.versions.map((version) =>
    valueAt(version.content, path) === before
      ? { ...version, content: replaced(version.content, path, after) }
      : version,
  )
  const leaves = record.leaves.map((leaf) => {
    const number = (leaf.contract['record'] as SealedObject)['version']
    const version = versions.find((one) => one.number === number)
    const sealed = version && sealVersion(version, leaf.contract)
    if (!sealed) return leaf
    const contract = { ...leaf.contract, content: sealed['content'] ?? {} }
    return { ...leaf, contract, sha256: digest(sealedText(contract)) }
  })
  return { ...record, content: replaced(record.content, path, after) as Content, versions, leaves }
}

function valueAt(value: Json, path: ValuePath): Json {
  return path.reduce<Json>((at, key) => (at as Record<string | number, Json> | undefined)?.[key], value)
}
