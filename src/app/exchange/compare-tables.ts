import { Type } from 'typebox'
import { reconcileMoney } from '../../domain/exchange/compare-tables.ts'
import type { Entity } from '../../domain/exchange/profile.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { Sheets } from '../offline/index.ts'
import { compareFile } from './compare-file.ts'
import { Difference } from './shown-difference.ts'

const Text = Type.String()

/**
 * 核对交换表: what a file from the budget system says against what we hold. Nothing is written: rows that
 * do not fit are set aside with their place, the others listed as new, changed or withdrawn, each with what
 * of it may be taken over; where ours is approved only an adjustment may settle it.
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
      Type.Object({
        table: Text,
        title: Text,
        rows: Type.Integer(),
        equal: Type.Integer(),
        /** Rows of ours that the file does not have; it says nothing about them. */
        absent: Type.Integer(),
      }),
    ),
    quarantined: Type.Array(Type.Object({ table: Text, row: Type.Integer(), column: Text, message: Text })),
    differences: Type.Array(Difference),
    money: Type.Array(Type.Object({ projectCode: Text, message: Text })),
    stamp: Text,
  }),
  run: async (context, { year, sheets }) => {
    const { read, differences, ours, stamp } = await compareFile(context, year, sheets)
    const ofEntity = (name: string): readonly Entity[] =>
      read.filter(({ table }) => table.entity === name).flatMap((one) => one.entities)
    const budgets = ofEntity('annualBudget')
    return {
      tables: read.map(({ table, rows, entities, absent }) => ({
        table: table.table,
        title: table.title,
        rows: rows.length,
        equal: entities.length - differences.filter((one) => one.table === table.table).length,
        absent,
      })),
      quarantined: read.flatMap(({ quarantined }) => quarantined),
      differences: differences.map(({ row: _row, fields, taken, ...one }) => ({
        ...one,
        fields: [...fields],
        taken: [...taken],
      })),
      money: [
        ...reconcileMoney({
          budgets: budgets.length > 0 ? budgets : (ours.entities.get('annualBudget') ?? []),
          allotments: ofEntity('allotment'),
          payments: ofEntity('payment'),
        }),
      ],
      stamp,
    }
  },
})
