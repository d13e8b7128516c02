import { Type } from 'typebox'
import { writeExchangeWorkbook } from '../../documents/index.ts'
import type { Entity, ExchangeTable } from '../../domain/exchange/profile.ts'
import { type TableFault, writeRows } from '../../domain/exchange/table-rows.ts'
import { type NamedRows, writeCsv, writeJsonLines } from '../../domain/exchange/text-formats.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import type { PrintedDocument } from '../records/print-document.ts'
import { exchangeProfile, readOurTables } from './our-tables.ts'

const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
} as const

/**
 * 导出交换表: the tables of the budget system, filled with what this person sees of their place and year.
 * A text longer than its column is refused with its rows, never cut.
 */
export const exportTables = defineUseCase({
  id: 'exchange.export',
  title: '导出交换表',
  stage: 'shell',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object(
    {
      year: Type.Integer({ minimum: 2000, maximum: 2100 }),
      format: Type.Union([Type.Literal('xlsx'), Type.Literal('csv'), Type.Literal('jsonl')]),
      /** One table; all of them without it. CSV holds one. */
      table: Type.Optional(Type.String({ pattern: '^[A-Z_]{3,40}$' })),
    },
    { additionalProperties: false },
  ),
  run: async (context, { year, format, table }): Promise<PrintedDocument> => {
    const profile = exchangeProfile()
    const wanted = profile.tables.filter(
      (one) => one.direction !== 'in' && (table === undefined || one.table === table),
    )
    if (wanted.length === 0 || (format === 'csv' && wanted.length > 1)) {
      throw new DomainError('INVALID_INPUT', '请选择要导出的一张表；全部表可以导出为 Excel 或 JSON Lines。')
    }
    const { entities } = await readOurTables(context, year)
    const written = wanted.map((one) => ({
      table: one,
      ...writeRows(profile, one, entities.get(one.entity) ?? []),
    }))
    const faults = written.flatMap((one) =>
      one.faults.map((fault) =>
        placed(one.table, (entities.get(one.table.entity) ?? [])[fault.row - 1], fault),
      ),
    )
    const [first] = faults
    if (first) {
      throw new DomainError(
        'RULE_VIOLATED',
        `有 ${faults.length} 处不符合目标列，没有导出：${first.place}，${first.message}。`,
        { faults },
      )
    }
    const name = `${profile.profile}-${context.actor.jurisdictionId}-${year}${table === undefined ? '' : `-${table}`}`
    return {
      fileName: `${name}.${format}`,
      mediaType: MEDIA_TYPES[format],
      bytes_base64: (await bytesOf(format, written)).toString('base64'),
    }
  },
})

/** A row nobody has seen yet is found by what it is about. */
function placed(table: ExchangeTable, entity: Entity | undefined, { row, column, message }: TableFault) {
  const title = table.columns.find((one) => one.column === column)?.title ?? ''
  const about = [entity?.['projectCode'], entity?.['projectName'] ?? entity?.['name']]
    .filter(Boolean)
    .join(' ')
  return { place: `${table.title}（${table.table}）第 ${row} 行 ${about}“${title}”`, message }
}

async function bytesOf(format: keyof typeof MEDIA_TYPES, tables: readonly NamedRows[]): Promise<Buffer> {
  const profile = exchangeProfile()
  if (format === 'xlsx') return writeExchangeWorkbook(tables, `${profile.profile} ${profile.version}`)
  if (format === 'jsonl') return Buffer.from(writeJsonLines(profile, tables))
  return Buffer.from(tables.map(writeCsv).join(''))
}
