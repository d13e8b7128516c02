import type { FieldDefinition } from './form.ts'

/** A column with the options that fit its row: 二级指标 under the 一级指标 chosen; all while none is. */
export function narrowOptions(
  column: FieldDefinition,
  row: { readonly [column: string]: unknown } | undefined,
): FieldDefinition {
  const { narrowedBy, options } = column
  const chosen = narrowedBy === undefined ? undefined : row?.[narrowedBy]
  if (typeof chosen !== 'string' || chosen === '' || !options) return column
  return { ...column, options: options.filter(({ under }) => under === undefined || under === chosen) }
}
