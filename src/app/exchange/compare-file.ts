import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import {
  compareTable,
  type FieldDifference,
  type RowDifference,
} from '../../domain/exchange/compare-tables.ts'
import type { Entity, ExchangeTable } from '../../domain/exchange/profile.ts'
import { keyOf, type ReadTable, readRows } from '../../domain/exchange/table-rows.ts'
import { type NamedRows, readJsonLines, readSheetRows } from '../../domain/exchange/text-formats.ts'
import { toColumn } from '../../domain/exchange/transform.ts'
import type { ReadSheet } from '../../domain/offline/workbook.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { findUsedIndicatorIds } from '../../storage/exchange-repository.ts'
import type { Context } from '../kernel/context.ts'
import { judgeRow } from './judge-difference.ts'
import { type NewProject, planNewProjects } from './new-projects.ts'
import { exchangeProfile, type OurTables, readOurTables } from './our-tables.ts'
import { withOwnId } from './own-id.ts'
import { blocked, type Row, type Verdict } from './verdict.ts'

/** A row that differs, with what of it this person may take over now. */
export type FoundDifference = Omit<RowDifference, 'fields' | 'repeats'> &
  Verdict & {
    /** For people: amounts in yuan, codes and flags in words. */
    readonly fields: readonly (FieldDifference & {
      readonly from: string | null
      readonly to: string | null
    })[]
    /** By which it is chosen. */
    readonly id: string
  }

/** A difference with what it is made of. */
export type PlacedDifference = FoundDifference & { readonly row: Row }

export type ComparedFile = {
  readonly read: readonly (NamedRows & ReadTable & { readonly absent: number })[]
  readonly differences: readonly PlacedDifference[]
  readonly ours: OurTables
  /** Projects the file would enter, by code. */
  readonly newProjects: ReadonlyMap<string, NewProject>
  /** Of the differences and the records behind them: what is taken over is what was shown. */
  readonly stamp: string
}

/** Rows that a contract covers once the target is approved: only an adjustment may change them. */
const CONTRACT = ['goal', 'indicator', 'annualBudget']

/**
 * Reads a file of exchange tables and compares it with what this person sees of their place and year.
 * @throws DomainError INVALID_INPUT when there is no such table in it
 */
export async function compareFile(
  context: Context,
  year: number,
  sheets: readonly ReadSheet[],
): Promise<ComparedFile> {
  const tables = tablesIn(sheets)
  if (tables.length === 0) {
    throw new DomainError(
      'INVALID_INPUT',
      '文件里没有认出交换表。Excel 和 CSV 应有一行列名（如 PRO_CODE），JSON Lines 第一行应写明 profile。',
    )
  }
  const twice = tables.find(({ table }, index) => tables.findIndex((one) => one.table === table) !== index)
  if (twice) {
    throw new DomainError(
      'INVALID_INPUT',
      `文件里有不止一张工作表是“${twice.table.title}”，请合并成一张再核对。`,
    )
  }
  const ours = await readOurTables(context, year)
  const read = tables.map((one) => readTable(context, ours, one))
  const rows = read.flatMap((one) => one.differing)
  const newProjects = await planNewProjects(context, ours, rows)
  const used = await findUsedIndicatorIds(context.db, {
    jurisdictionId: context.actor.jurisdictionId,
    ids: rows.flatMap((row) => (isNewIndicator(row) ? (row.theirs['id'] ?? []) : [])),
  })
  const differences = (await judgeAll(context, ours, rows, newProjects)).map((one) =>
    isUsedElsewhere(used, one) ? { ...one, ...blocked(USED_ELSEWHERE) } : one,
  )
  return { read, differences, ours, newProjects, stamp: stampOf(differences, ours) }
}

function readTable(context: Context, ours: OurTables, { table, rows }: NamedRows) {
  const { entities: said, quarantined } = readRows(exchangeProfile(), table, rows)
  const entities = said.map((entity) => withOwnId(context.actor.jurisdictionId, table, entity))
  const own = ours.entities.get(table.entity) ?? []
  const known = new Map(own.map((entity) => [keyOf(table, entity), entity]))
  const theirs = new Map(entities.map((entity) => [keyOf(table, entity), entity]))
  const isApproved = ({ projectCode }: Entity) =>
    CONTRACT.includes(table.entity) && ours.approved.has(projectCode ?? '')
  const differing = compareTable(table, own, entities, isApproved).map((difference) => ({
    table,
    entity: table.entity,
    difference,
    own: known.get(difference.key),
    theirs: theirs.get(difference.key) ?? {},
  }))
  const absent = [...known.keys()].filter((key) => !theirs.has(key)).length
  return { table, rows, entities, quarantined, differing, absent }
}

/** So many rows are judged before others get their turn: a large file must not make the whole house wait. */
const AT_A_TIME = 500

async function judgeAll(
  context: Context,
  ours: OurTables,
  rows: readonly (Row & { readonly table: ExchangeTable })[],
  newProjects: ReadonlyMap<string, NewProject>,
): Promise<PlacedDifference[]> {
  const ids = new Map<string, number>()
  const named = new Set<string>()
  const placed: PlacedDifference[] = []
  for (const { table, ...row } of byProject(rows)) {
    if (placed.length % AT_A_TIME === 0) await turn()
    const { repeats: _repeats, fields, ...difference } = row.difference
    const base = `${difference.table}\u0001${difference.key}`
    const nth = (ids.get(base) ?? 0) + 1
    ids.set(base, nth)
    const judged = judgeRow(context, ours, row, newProjects.get(difference.projectCode ?? ''))
    placed.push({
      ...difference,
      ...(isNamedTwice(named, row, judged) ? blocked('文件中已有一行同名的指标，请与对方核对') : judged),
      id: nth === 1 ? base : `${base}\u0001${nth}`,
      fields: fields.map((one) => ({
        ...one,
        from: asWritten(table, one.field, one.ours),
        to: asWritten(table, one.field, one.theirs),
      })),
      row,
    })
  }
  return placed
}

/** What belongs to one project stands together, in the order of the tables. */
function byProject<T extends Row>(rows: readonly T[]): T[] {
  const codeOf = ({ difference }: Row) => difference.projectCode ?? '\uffff'
  return [...rows].sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : codeOf(a) > codeOf(b) ? 1 : 0))
}

const USED_ELSEWHERE = '这个主键（KPI_ID）已用于本地区别的项目或年度的指标，请对方换用新的主键后再核对'

function isNewIndicator({ entity, difference }: Row): boolean {
  return entity === 'indicator' && difference.kind === 'new'
}

/** An id names one row of a place, whatever the year. */
function isUsedElsewhere(used: ReadonlySet<string>, { row, obstacle }: PlacedDifference): boolean {
  return obstacle === null && isNewIndicator(row) && used.has(row.theirs['id'] ?? '')
}

/** Two new indicators of one project under one name: the second is not offered. */
function isNamedTwice(named: Set<string>, row: Row, judged: Verdict): boolean {
  const { difference, theirs } = row
  if (!isNewIndicator(row) || judged.obstacle !== null) return false
  const name = [difference.projectCode, theirs['level2'], theirs['name']].join('\u0001')
  if (named.has(name)) return true
  named.add(name)
  return false
}

/** As it stands in its column; flags in words and days as ours, since 1 and 2 say little to a reader. */
function asWritten(table: ExchangeTable, field: string, value: string | null): string | null {
  const column = table.columns.find((one) => one.field === field)
  if (!column || value === null || column.transform === 'time') return value
  if (column.transform.startsWith('flag')) return value === 'true' ? '是' : '否'
  const written = toColumn(exchangeProfile(), column, value)
  return written.ok ? written.value : value
}

function stampOf(differences: readonly FoundDifference[], { records, projects }: OurTables): string {
  const hash = createHash('sha256')
  for (const { id, kind, projectCode, recordId, fields, group, taken, obstacle } of differences) {
    const record = recordId === null ? undefined : records.get(recordId)
    const version = record?.version ?? projects.get(projectCode ?? '')?.version
    hash.update(`${JSON.stringify([id, kind, fields, group, taken, obstacle, version ?? null])}\n`)
  }
  return hash.digest('hex')
}

/** Tables by the line of their column names; text of JSON Lines arrives as one sheet of lines. */
function tablesIn(sheets: readonly ReadSheet[]): NamedRows[] {
  const profile = exchangeProfile()
  return sheets.flatMap(({ rows }) => {
    if (rows[0]?.[0]?.startsWith('{')) {
      return readJsonLines(profile, rows.map(([line]) => line ?? '').join('\n')) ?? []
    }
    return readSheetRows(profile, rows) ?? []
  })
}
