import { type TSchema, Type } from 'typebox'
import type { ParameterId, ParameterReader } from '../../domain/rules/parameter-values.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Parameter } from '../../domain/shared/explanation.ts'
import { listRules } from '../../rules/index.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { policyTable } from '../policy.ts'

const Nullable = <T extends TSchema>(of: T) => Type.Union([of, Type.Null()])
const Cited = Type.Object({ title: Type.String(), article: Type.Optional(Type.String()) })

/** 规则: every rule and every parameter in force here and today, with source, dates and standing. */
export const viewRules = defineUseCase({
  id: 'shell.viewRules',
  title: '查看规则',
  stage: 'shell',
  kind: 'query',
  by: 'everyone',
  input: Type.Object(
    {
      jurisdiction: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{6}$' })),
      date: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    rules: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        stage: Type.String(),
        kind: Type.String(),
        severity: Type.Optional(Type.String()),
        source: Cited,
        parameters: Type.Optional(Type.Array(Type.String())),
        switchedBy: Type.Optional(Type.String()),
        standing: Type.String(),
        from: Nullable(Type.String()),
        to: Nullable(Type.String()),
        places: Type.Array(Type.String()),
        cases: Nullable(Type.Object({ file: Type.String(), count: Type.Integer() })),
      }),
    ),
    parameters: Type.Array(
      Type.Object({
        id: Type.String(),
        title: Type.String(),
        value: Type.String(),
        /** The value itself, as a rule file writes it: where a trial of another one begins. */
        raw: Type.Unknown(),
        from: Type.String(),
        source: Cited,
        isChecked: Type.Boolean(),
        standing: Type.String(),
        jurisdiction: Nullable(Type.String()),
        overlay: Type.String(),
        unit: Type.String(),
      }),
    ),
    sources: Type.Array(Type.Unknown()),
    policy: Type.Array(Type.Unknown()),
  }),
  run: async (context, input) => {
    const reader = context.rules.at({
      date: input.date ?? context.today,
      jurisdiction: input.jurisdiction ?? context.actor.jurisdictionId,
    })
    return {
      rules: listRules(context.rules.sources, context.forms.values()),
      parameters: context.rules.parameters.flatMap(({ id, title, overlay, unit }) => {
        const inForce = valueInForce(reader, id)
        if (!inForce) return []
        const { value: raw, use } = inForce
        const source = { title: use.sourceTitle, article: use.article }
        const { value, from, isChecked, standing, jurisdiction = null } = use
        return [{ id, title, value, raw, from, source, isChecked, standing, jurisdiction, overlay, unit }]
      }),
      sources: context.rules.sources,
      policy: policyTable(),
    }
  },
})

/** A parameter that had no value yet on that day is not shown. */
function valueInForce(reader: ParameterReader, id: ParameterId): Parameter<unknown> | undefined {
  try {
    return reader.value(id)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'PARAMETER_NOT_IN_FORCE') return undefined
    throw error
  }
}
