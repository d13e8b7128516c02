import { isFilled } from '../doctor/read/cells.ts'
import type { ContentRow } from '../forms/form.ts'
import { parseTargetText } from '../targets/compute/index.ts'

/**
 * A printed value of an indicator as the cells of the form: sign, number and unit apart, the text as it
 * was printed beside them. `≥95%` → kind quant, operator ge, value 95, unit %, valueText ≥95%.
 * @param about what the value belongs to; `year` is for dates printed without one
 */
export function targetCells(
  text: string,
  about: { readonly name: string; readonly level2: string; readonly year?: number },
): ContentRow {
  const parsed = parseTargetText(text, about)
  const printed = isFilled(text) ? { valueText: text.slice(0, 300) } : {}
  if (parsed.kind === 'date') return { kind: 'date', dateValue: parsed.date, ...printed }
  if (parsed.kind === 'yesno') return { kind: 'yesno', ...printed }
  if (parsed.kind !== 'quant') return { kind: 'qual', ...printed }
  return {
    kind: 'quant',
    operator: parsed.operator,
    value: parsed.value,
    ...(parsed.upper === undefined ? {} : { upper: parsed.upper }),
    unit: parsed.unit,
    ...printed,
  }
}
