import { Type } from 'typebox'
import { defineUseCase } from '../../kernel/use-case.ts'
import { getOpenRound, ownRows } from './own-rows.ts'

const Text = Type.Union([Type.String(), Type.Null()])

export const OwnIndicatorsView = Type.Object({
  projectName: Type.String(),
  unitName: Type.String(),
  personName: Type.String(),
  month: Type.Integer(),
  dueOn: Text,
  version: Type.Integer(),
  rows: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      targetText: Text,
      actual: Text,
      actualText: Text,
      expected: Text,
      likelihood: Text,
      note: Text,
    }),
  ),
})

/** 我负责的指标: of an open round only the lines the person at hand answers for, and nothing else of it. */
export const viewOwnIndicators = defineUseCase({
  id: 'monitoring.viewOwnIndicators',
  title: '查看本人负责的监控指标',
  stage: 'monitoring',
  kind: 'query',
  by: ['unit'],
  input: Type.Object({ recordId: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  output: OwnIndicatorsView,
  run: async (context, { recordId }) => {
    const data = await getOpenRound(context, recordId)
    const rows = await ownRows(context, data)
    return {
      projectName: data.project?.name ?? '',
      unitName: context.actor.organisationName,
      personName: context.actor.personName,
      month: Number(data.content['month'] ?? 12),
      dueOn: (data.content['dueOn'] as string | null | undefined) ?? null,
      version: data.record.version,
      rows: rows.map((row) => ({
        id: row.id ?? '',
        name: row.name ?? '',
        targetText: row.targetText ?? null,
        actual: row.actual ?? null,
        actualText: row.actualText ?? null,
        expected: row.expected ?? null,
        likelihood: row.likelihood ?? null,
        note: row.note ?? null,
      })),
    }
  },
})
