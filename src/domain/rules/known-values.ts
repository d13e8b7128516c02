import { DomainError } from '../shared/errors.ts'
import type { Parameter } from '../shared/explanation.ts'
import type { ParameterId, ParameterOf, ParameterReader } from './parameter-values.ts'

/**
 * Reads parameters that were fetched beforehand, for rules that run in the browser.
 * @param values parameter id → value in force and how it is cited
 * @returns a reader whose `value` throws DomainError PARAMETER_NOT_IN_FORCE for what is not among them
 */
export function readKnownValues(values: Readonly<Record<string, Parameter<unknown>>>): ParameterReader {
  return {
    value<K extends ParameterId>(id: K): ParameterOf<K> {
      const found = values[id]
      if (found) return found as ParameterOf<K>
      throw new DomainError('PARAMETER_NOT_IN_FORCE', '这一年没有可用的规则取值，请换一个年度再试。', { id })
    },
  }
}
