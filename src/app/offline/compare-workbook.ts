import { Type } from 'typebox'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { getOfflineRecord, readWorkbook, Sheets } from './offline-record.ts'

const Anything = Type.Unknown()
const Side = Type.Union([Type.Literal('mine'), Type.Literal('theirs')])
const Item = Type.Object({
  key: Type.String(),
  section: Type.String(),
  field: Type.String(),
  row: Type.Optional(Type.String()),
  rowName: Type.Optional(Type.String()),
  column: Type.Optional(Type.String()),
  kind: Type.Union([Type.Literal('value'), Type.Literal('row'), Type.Literal('order')]),
  base: Anything,
  mine: Anything,
  theirs: Anything,
  changed: Type.Union([Side, Type.Literal('conflict')]),
})

/** 比对离线填报表: what differs between a workbook and the record, and who changed it. Writes nothing. */
export const compareWorkbook = defineUseCase({
  id: 'records.compareWorkbook',
  title: '比对离线填报表',
  stage: 'shell',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object(
    { recordId: Type.String({ format: 'uuid' }), sheets: Sheets },
    { additionalProperties: false },
  ),
  output: Type.Object({
    /** Version of the record the differences were found in; accepting them asks for it. */
    version: Type.Integer(),
    madeFrom: Type.Integer(),
    exportedAt: Type.String(),
    items: Type.Array(Item),
    notes: Type.Array(Type.String()),
  }),
  run: async (context, input) => {
    const data = await getOfflineRecord(context, input.recordId)
    const { origin, merge, notes } = await readWorkbook(context, data, input.sheets)
    return {
      version: data.record.version,
      madeFrom: origin.version,
      exportedAt: origin.exportedAt,
      items: [...merge.items],
      notes: [...notes],
    }
  },
})
