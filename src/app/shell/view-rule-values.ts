import { Type } from 'typebox'
import { isParameterId, type ParameterId } from '../../domain/rules/parameter-values.ts'
import type { Parameter } from '../../domain/shared/explanation.ts'
import { isDate } from '../../domain/shared/dates.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { defineUseCase } from '../kernel/use-case.ts'

/**
 * 规则取值: every parameter in force for a place on a day, as the computations take it, so that a page
 * can run the same rules in the browser. A parameter that had no value yet on that day is left out.
 */
export const viewRuleValues = defineUseCase({
  id: 'shell.viewRuleValues',
  title: '查看规则取值',
  stage: 'shell',
  kind: 'query',
  by: 'everyone',
  input: Type.Object(
    {
      jurisdiction: Type.String({ pattern: '^[0-9A-Z]{6}$' }),
      date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ values: Type.Record(Type.String(), Type.Unknown()) }),
  run: async (context, input) => {
    if (!isDate(input.date)) {
      throw new DomainError('INVALID_INPUT', '没有这一天，请核对日期。', {
        places: [{ field: 'date', problem: '没有这一天' }],
      })
    }
    const reader = context.rules.at(input)
    const ids = context.rules.parameters.map(({ id }) => id).filter(isParameterId)
    const values = ids.flatMap((id) => {
      const found = findInForce(() => reader.value(id))
      return found ? [[id, found] as const] : []
    })
    return { values: Object.fromEntries(values) as Partial<Record<ParameterId, Parameter<unknown>>> }
  },
})

function findInForce<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof DomainError && error.code === 'PARAMETER_NOT_IN_FORCE') return undefined
    throw error
  }
}
