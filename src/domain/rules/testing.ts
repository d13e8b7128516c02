import { DomainError } from '../shared/errors.ts'
import type { ParameterId, ParameterReader, ParameterValues } from './parameter-values.ts'

/** A reader over given values, for tests of computations; anything not given is not in force. */
export function readerOf(values: Partial<ParameterValues>): ParameterReader {
  return {
    value<K extends ParameterId>(id: K) {
      const value = values[id] as ParameterValues[K] | undefined
      if (value === undefined) throw new DomainError('PARAMETER_NOT_IN_FORCE', `测试中没有给出参数 ${id}`)
      const use = {
        id,
        title: id,
        value: JSON.stringify(value),
        from: '2020-01-01',
        sourceTitle: '测试',
        article: '一',
        isChecked: true,
        standing: 'seen' as const,
      }
      return { value, use }
    },
  }
}
