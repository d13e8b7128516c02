import { Type } from 'typebox'
import { type DoctorTable, TABLE_KINDS, type TableKind } from '../../domain/doctor/index.ts'
import type { EvaluationSelfContent } from '../../domain/forms/contents.ts'
import { type SelfEvaluationIntake, toSelfEvaluation } from '../../domain/intake/to-self-evaluation.ts'
import { type TargetSheetIntake, toTargetSheet } from '../../domain/intake/to-target-sheet.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Context } from '../kernel/context.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { getApprovedTarget } from '../records/approved-target.ts'
import { getRecordData, type RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { saveDraft } from '../records/save-draft.ts'

const Cell = Type.Union([Type.String({ maxLength: 4000 }), Type.Null()])
/** The whole printed text; long, but no longer than a file the gate lets in. */
const Text = Type.Union([Type.String({ maxLength: 2_000_000 }), Type.Null()])
const Place = Type.String({ maxLength: 4000 })
const Cells = Type.Optional(Type.Record(Type.String(), Place))
const closed = { additionalProperties: false }
const Fund = Type.Object(
  {
    place: Place,
    label: Cell,
    initial: Cell,
    adjusted: Cell,
    executed: Cell,
    weight: Cell,
    rate: Cell,
    score: Cell,
    cells: Cells,
  },
  closed,
)
const Indicator = Type.Object(
  {
    place: Place,
    level1: Cell,
    level2: Cell,
    name: Cell,
    target: Cell,
    actual: Cell,
    weight: Cell,
    score: Cell,
    reason: Cell,
    cells: Cells,
  },
  closed,
)
/** `DoctorTable`, the one model of a printed table. */
const Table = Type.Object(
  {
    kind: Type.Union((Object.keys(TABLE_KINDS) as TableKind[]).map((kind) => Type.Literal(kind))),
    form: Type.Union([Type.Literal('table'), Type.Literal('narrative')]),
    isComplete: Type.Boolean(),
    isOcr: Type.Boolean(),
    amountUnit: Type.Union([Type.Literal('万元'), Type.Literal('元')]),
    year: Type.Union([Type.Integer(), Type.Null()]),
    title: Cell,
    projectName: Cell,
    department: Cell,
    unit: Cell,
    annualGoal: Cell,
    goalReached: Cell,
    funds: Type.Array(Fund, { maxItems: 100 }),
    indicators: Type.Array(Indicator, { maxItems: 600 }),
    totalWeight: Cell,
    totalScore: Cell,
    grade: Cell,
    conclusions: Cell,
    text: Text,
    cells: Cells,
  },
  closed,
)

/**
 * 导入表格: takes a read table over into the draft of a target sheet or self-evaluation. All or
 * nothing: with one fault nothing is stored and every fault is named with its cell.
 */
export const importTable = defineUseCase({
  id: 'records.import',
  title: '导入表格',
  stage: 'shell',
  kind: 'command',
  by: ['unit', 'department', 'finance_performance'],
  input: Type.Object(
    { recordId: Type.String({ format: 'uuid' }), version: Type.Integer({ minimum: 1 }), table: Table },
    { additionalProperties: false },
  ),
  output: Type.Object({
    recordId: Type.String(),
    version: Type.Integer(),
    savedAt: Type.String(),
    rows: Type.Integer(),
  }),
  run: async (context, input) => {
    const data = await getRecordData(context, input.recordId)
    const { content, faults } = await convert(context, data, input.table)
    if (faults.length > 0) {
      throw new DomainError(
        'RULE_VIOLATED',
        `表中有 ${faults.length} 处需要改正，没有导入任何内容：${faults[0]?.message}`,
        { faults },
      )
    }
    const saved = await saveDraft.run(context, { recordId: input.recordId, version: input.version, content })
    return { ...saved, rows: input.table.indicators.length }
  },
})

async function convert(
  context: Context,
  data: RecordData,
  table: DoctorTable,
): Promise<TargetSheetIntake | SelfEvaluationIntake> {
  const kind = data.kind.kind
  if (kind === 'targets.sheet') return toTargetSheet(table, data.record.fiscalYear)
  if (kind !== 'evaluation.self' || !data.project)
    throw new DomainError('INVALID_INPUT', '只有绩效目标申报表和自评表可以从表格导入，请在对应事项中导入。')
  const { indicators } = await getApprovedTarget(context, data.project, data.record.createdAt)
  return toSelfEvaluation(table, data.content as EvaluationSelfContent, {
    indicators,
    rules: rulesOf(context, data),
    year: data.record.fiscalYear,
  })
}
