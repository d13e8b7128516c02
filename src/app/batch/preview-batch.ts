import { Type } from 'typebox'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { BatchInput, type BatchGiven, MappingInput, planBatch } from './batch-plan.ts'

const Text = Type.String()
const MaybeText = Type.Union([Text, Type.Null()])
const Project = Type.Object({ code: Text, name: Text })
/** Enough to see what is wrong; all of them stand in the workbook that comes back. */
const SHOWN = 200

/** 预览批量导入: columns, faults and what would change; writes nothing. */
export const previewBatch = defineUseCase({
  id: 'batch.preview',
  title: '预览批量导入',
  stage: 'shell',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object(BatchInput, { additionalProperties: false }),
  output: Type.Object({
    headers: Type.Array(Text),
    columns: Type.Array(Type.Object({ id: Text, label: Text, isRequired: Type.Boolean() })),
    mapping: MappingInput,
    isRemembered: Type.Boolean(),
    lines: Type.Integer(),
    records: Type.Integer(),
    faults: Type.Array(Type.Object({ place: Text, message: Text })),
    faultCount: Type.Integer(),
    warnings: Type.Array(Type.Object({ place: Text, message: Text })),
    reconciliation: Type.Object({
      sums: Type.Array(Type.Object({ column: Text, label: Text, file_fen: Text, product_fen: Text })),
      changed: Type.Array(
        Type.Object({ code: Text, name: Text, label: Text, before_fen: MaybeText, after_fen: Text }),
      ),
      changedCount: Type.Integer(),
      missing: Type.Array(Project),
      unchanged: Type.Integer(),
    }),
    stamp: Text,
  }),
  run: async (context, input) => {
    const plan = await planBatch(context, input as BatchGiven)
    const { sums, changed, missing, unchanged } = plan.reconciliation
    return {
      headers: [...plan.headers],
      columns: plan.columns.map(({ id, label, required }) => ({ id, label, isRequired: required ?? false })),
      mapping: plan.mapping,
      isRemembered: plan.isRemembered,
      lines: plan.lines,
      records: plan.changes.length,
      faults: plan.faults.slice(0, SHOWN),
      faultCount: plan.faults.length,
      warnings: plan.warnings.slice(0, SHOWN),
      reconciliation: {
        sums: [...sums],
        changed: changed.slice(0, SHOWN),
        changedCount: changed.length,
        missing: missing.slice(0, SHOWN),
        unchanged,
      },
      stamp: plan.stamp,
    }
  },
})
