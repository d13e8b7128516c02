import { Type } from 'typebox'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { ParameterUse } from '../../domain/shared/explanation.ts'
import { RULE_HEADERS } from '../../rules/index.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { policyTable } from '../policy.ts'

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
    rules: Type.Array(Type.Unknown()),
    parameters: Type.Array(
      Type.Object({
        id: Type.String(),
        title: Type.String(),
        value: Type.String(),
        from: Type.String(),
        source: Cited,
        isChecked: Type.Boolean(),
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
      rules: RULE_HEADERS,
      parameters: context.rules.parameters.flatMap(({ id, title, overlay, unit }) => {
        const use = useInForce(reader, id)
        if (!use) return []
        const source = { title: use.sourceTitle, article: use.article }
        const { value, from, isChecked } = use
        return [{ id, title, value, from, source, isChecked, overlay, unit }]
      }),
      sources: context.rules.sources,
      policy: policyTable(),
    }
  },
})

/** A parameter that had no value yet on that day is not shown. */
function useInForce(
  reader: ParameterReader,
  id: Parameters<ParameterReader['value']>[0],
): ParameterUse | undefined {
  try {
    return reader.value(id).use
  } catch (error) {
    if (error instanceof DomainError && error.code === 'PARAMETER_NOT_IN_FORCE') return undefined
    throw error
  }
}
