import { type ParsedTarget, parseTargetText, type TargetContext } from '../../targets/compute/index.ts'
import type { ReadValue } from '../report.ts'

/** A cell as it was understood, and as the report shows it. */
export type Reading = {
  readonly parsed: ParsedTarget
  readonly shown: ReadValue
  readonly printed: string | null
}

/** Reads a target cell; the indicator's name may carry its sign and unit. */
export function readTarget(cell: string | null, context: TargetContext): Reading {
  return reading(cell, context)
}

/** Reads what was reached. A number without a sign is the number itself. */
export function readActual(cell: string | null, year: number | null): Reading {
  return reading(cell, year === null ? {} : { year }, 'eq')
}

/**
 * What a printed value says: number with sign and unit, a day, yes or no, or the words themselves.
 * What cannot be read stays text; nothing is turned into 0.
 */
export function readValue(cell: string | null, context: TargetContext = {}): ReadValue {
  return readTarget(cell, context).shown
}

function reading(cell: string | null, context: TargetContext, bare?: 'eq'): Reading {
  const parsed: ParsedTarget = cell === null ? { kind: 'none', notes: [] } : parseTargetText(cell, context)
  return { parsed, shown: show(parsed, cell ?? '', bare), printed: cell }
}

function show(parsed: ParsedTarget, printed: string, bare?: 'eq'): ReadValue {
  switch (parsed.kind) {
    case 'quant': {
      const operator = bare && parsed.signIn === 'none' && parsed.isOperatorAssumed ? bare : parsed.operator
      const { value, unit } = parsed
      return parsed.upper === undefined
        ? { operator, value, unit }
        : { operator, value, upper: parsed.upper, unit }
    }
    case 'date':
      return { operator: 'date', value: parsed.date, unit: '' }
    case 'yesno':
      return { operator: 'yesno', value: parsed.isYes ? '是' : '否', unit: '' }
    default:
      return { text: printed.trim() }
  }
}
