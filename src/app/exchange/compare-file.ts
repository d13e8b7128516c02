import { createHash } from 'node:crypto'
import { compareTable, type RowDifference } from '../../domain/exchange/compare-tables.ts'
import type { Entity, ExchangeTable } from '../../domain/exchange/profile.ts'
import { keyOf, type ReadTable, readRows } from '../../domain/exchange/table-rows.ts'
import { type Said, takenInto, takeOver } from '../../domain/exchange/take-over.ts'
import { type NamedRows, readJsonLines, readSheetRows } from '../../domain/exchange/text-formats.ts'
import { toColumn } from '../../domain/exchange/transform.ts'
import type { Content } from '../../domain/forms/form.ts'
import type { ReadSheet } from '../../domain/offline/workbook.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Context } from '../kernel/context.ts'
import { editableSections } from '../records/own-fields.ts'
import { getForm } from '../records/record-data.ts'
import { exchangeProfile, type OurTables, readOurTables } from './our-tables.ts'

/** A row that differs, with what of it this person may take over now. */
export type FoundDifference = Omit<RowDifference, 'fields'> & {
  /** As they stand in their column: amounts in yuan, codes in words. */
  readonly fields: readonly (RowDifference['fields'][number] & {
    readonly from: string | null
    readonly to: string | null
  })[]
  /** By which it is chosen. */
  readonly id: string
  readonly recordId: string | null
  /** Fields that would be written; empty where none is. */
  readonly taken: readonly string[]
  /** Why nothing is written, in words. */
  readonly obstacle: string | null
}

export type ComparedFile = {
  readonly read: readonly (NamedRows & ReadTable)[]
  readonly differences: readonly (FoundDifference & { readonly own: Entity | undefined })[]
  readonly ours: OurTables
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
  const profile = exchangeProfile()
  const tables = tablesIn(sheets)
  if (tables.length === 0) {
    throw new DomainError(
      'INVALID_INPUT',
      '文件里没有认出交换表。Excel 和 CSV 应有一行列名（如 PRO_CODE），JSON Lines 第一行应写明 profile。',
    )
  }
  const ours = await readOurTables(context, year)
  const read = tables.map(({ table, rows }) => ({ table, rows, ...readRows(profile, table, rows) }))
  const differences = read.flatMap(({ table, entities }) => {
    const own = ours.entities.get(table.entity) ?? []
    const known = new Map(own.map((entity) => [keyOf(table, entity), entity]))
    const isApproved = ({ projectCode }: Entity) =>
      CONTRACT.includes(table.entity) && ours.approved.has(projectCode ?? '')
    return compareTable(table, own, entities, isApproved).map((difference) => {
      const mine = known.get(difference.key)
      const fields = difference.fields.map((one) => ({
        ...one,
        from: asWritten(table, one.field, one.ours),
        to: asWritten(table, one.field, one.theirs),
      }))
      return { ...difference, fields, ...verdict(context, ours, table, difference, mine), own: mine }
    })
  })
  return { read, differences, ours, stamp: stampOf(differences, ours) }
}

function asWritten(table: ExchangeTable, field: string, value: string | null): string | null {
  const column = table.columns.find((one) => one.field === field)
  const written = column && value !== null ? toColumn(exchangeProfile(), column, value) : undefined
  return written?.ok ? written.value : value
}

/** What another system says of the fields that differ. */
export function saidIn({ fields }: Pick<RowDifference, 'fields'>): Said {
  return Object.fromEntries(fields.flatMap(({ field, theirs }) => (theirs === null ? [] : [[field, theirs]])))
}

function verdict(
  context: Context,
  ours: OurTables,
  { entity }: ExchangeTable,
  difference: RowDifference,
  own: Entity | undefined,
): Pick<FoundDifference, 'id' | 'recordId' | 'taken' | 'obstacle'> {
  const recordId = own?.['recordId'] ?? null
  const place = { id: `${difference.table}\u0001${difference.key}`, recordId }
  const record = recordId === null ? undefined : ours.records.get(recordId)
  const blocked = (obstacle: string) => ({ ...place, taken: [], obstacle })
  if (difference.kind === 'new') return blocked('系统没有这一行，请在办理时新建')
  if (difference.kind === 'withdrawn') return blocked('对方已作废，请核实后按程序办理')
  if (difference.isApproved) return blocked('目标已批复，须走调整程序')
  if (!own || !record || takenInto(entity) === undefined) return blocked('这张表只核对，不写入')
  const { patch, taken } = takeOver(entity, own, saidIn(difference), record.content)
  if (taken.length === 0) return blocked('这些栏由系统产生，不由交换表改写')
  const closed = closedSection(context, record.kind, record.state, patch)
  return closed === undefined ? { ...place, taken, obstacle: null } : blocked(closed)
}

/** The first section that this person may not write in now. */
function closedSection(
  context: Context,
  kindName: string,
  state: string,
  patch: Content,
): string | undefined {
  const kind = getRecordKind(kindName)
  const form = getForm(context, kind.form)
  const open = editableSections(context, { kind, form, record: { state } })
  const closed = form.sections.find(
    ({ id, fields }) => !open.includes(id) && fields.some((field) => patch[field.id] !== undefined),
  )
  const title = kind.workflow.states[state]?.title ?? state
  return closed && `${kind.title}现为“${title}”，“${closed.title}”不由您填写`
}

function stampOf(differences: readonly FoundDifference[], { records }: OurTables): string {
  const versions = differences.map(({ recordId }) => recordId && records.get(recordId)?.version)
  const shown = differences.map(({ id, kind, fields, taken }) => [id, kind, fields, taken])
  return createHash('sha256')
    .update(JSON.stringify([shown, versions]))
    .digest('hex')
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
