import { Type } from 'typebox'
import { compareTable, reconcileMoney } from '../../domain/exchange/compare-tables.ts'
import type { Entity } from '../../domain/exchange/profile.ts'
import { readRows } from '../../domain/exchange/table-rows.ts'
import { type NamedRows, readJsonLines, readSheetRows } from '../../domain/exchange/text-formats.ts'
import type { ReadSheet } from '../../domain/offline/workbook.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { Sheets } from '../offline/index.ts'
import { exchangeProfile, readOurTables } from './our-tables.ts'

const Text = Type.String()
const MaybeText = Type.Union([Text, Type.Null()])

/**
 * 核对交换表: what a file from the budget system says against what we hold. Nothing is written: rows that
 * do not fit are set aside with their place, the others listed as new, changed or withdrawn; where ours
 * is approved the difference is marked as one that only an adjustment may settle.
 */
export const compareTables = defineUseCase({
  id: 'exchange.compare',
  title: '核对交换表',
  stage: 'shell',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object(
    { year: Type.Integer({ minimum: 2000, maximum: 2100 }), sheets: Sheets },
    { additionalProperties: false },
  ),
  output: Type.Object({
    tables: Type.Array(
      Type.Object({ table: Text, title: Text, rows: Type.Integer(), equal: Type.Integer() }),
    ),
    quarantined: Type.Array(Type.Object({ table: Text, row: Type.Integer(), column: Text, message: Text })),
    differences: Type.Array(
      Type.Object({
        table: Text,
        key: Text,
        projectCode: MaybeText,
        kind: Type.Union([Type.Literal('new'), Type.Literal('changed'), Type.Literal('withdrawn')]),
        isApproved: Type.Boolean(),
        fields: Type.Array(Type.Object({ field: Text, title: Text, ours: MaybeText, theirs: MaybeText })),
      }),
    ),
    money: Type.Array(Type.Object({ projectCode: Text, message: Text })),
  }),
  run: async (context, { year, sheets }) => {
    const profile = exchangeProfile()
    const tables = tablesIn(sheets)
    if (tables.length === 0) {
      throw new DomainError(
        'INVALID_INPUT',
        '文件里没有认出交换表。Excel 和 CSV 应有一行列名（如 PRO_CODE），JSON Lines 第一行应写明 profile。',
      )
    }
    const { entities, approved } = await readOurTables(context, year)
    const read = tables.map(({ table, rows }) => ({ table, rows, ...readRows(profile, table, rows) }))
    const differences = read.map(({ table, entities: theirs }) =>
      compareTable(table, entities.get(table.entity) ?? [], theirs, ({ projectCode }) =>
        approved.has(projectCode ?? ''),
      ),
    )
    const ofEntity = (name: string): readonly Entity[] =>
      read.filter(({ table }) => table.entity === name).flatMap((one) => one.entities)
    const budgets = ofEntity('annualBudget')
    return {
      tables: read.map(({ table, rows, entities: taken }, index) => ({
        table: table.table,
        title: table.title,
        rows: rows.length,
        equal: taken.length - (differences[index]?.length ?? 0),
      })),
      quarantined: read.flatMap(({ quarantined }) => quarantined),
      differences: differences.flat().map((one) => ({ ...one, fields: [...one.fields] })),
      money: [
        ...reconcileMoney({
          budgets: budgets.length > 0 ? budgets : (entities.get('annualBudget') ?? []),
          allotments: ofEntity('allotment'),
          payments: ofEntity('payment'),
        }),
      ],
    }
  },
})

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
