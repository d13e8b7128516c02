import { Type } from 'typebox'
import { DomainError } from '../../../domain/shared/errors.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { writeDraft } from '../../records/save-draft.ts'
import { getOpenRound, ownRows, rowsOf } from './own-rows.ts'

const Text = (most: number) => Type.Optional(Type.Union([Type.String({ maxLength: most }), Type.Null()]))

const Row = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    actual: Text(40),
    actualText: Text(500),
    expected: Text(40),
    likelihood: Type.Optional(
      Type.Union([
        Type.Literal('certain'),
        Type.Literal('possible'),
        Type.Literal('impossible'),
        Type.Null(),
      ]),
    ),
    note: Text(500),
  },
  { additionalProperties: false },
)

/**
 * 更新本人负责的指标: writes into the round's draft, under the same checks as the form, only the lines the
 * person answers for. Handing in remains the unit's act.
 */
export const updateOwnIndicators = defineUseCase({
  id: 'monitoring.updateOwnIndicators',
  title: '更新本人负责的监控指标',
  stage: 'monitoring',
  kind: 'command',
  by: ['unit'],
  input: Type.Object(
    {
      recordId: Type.String({ format: 'uuid' }),
      version: Type.Integer({ minimum: 1 }),
      rows: Type.Array(Row, { minItems: 1, maxItems: 600 }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ recordId: Type.String(), version: Type.Integer(), savedAt: Type.String() }),
  run: async (context, { recordId, version, rows }) => {
    const data = await getOpenRound(context, recordId, { isLocked: true })
    const own = new Set((await ownRows(context, data)).map(({ id }) => id))
    if (rows.some(({ id }) => !own.has(id)))
      throw new DomainError('NOT_PERMITTED', '只能更新由您负责的指标；责任人有变动时请联系单位经办人。')
    const given = new Map(rows.map((row) => [row.id, row]))
    const progress = rowsOf(data).map((row) => ({ ...row, ...given.get(row.id ?? '') }))
    return writeDraft(context, { recordId, version, content: { progress } })
  },
})
