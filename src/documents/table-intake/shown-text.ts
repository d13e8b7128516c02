import { formatValue } from 'hucre'
import { cellText } from '../../domain/doctor/read/cell-text.ts'

export type Shown = {
  readonly text: string
  /** The stored figure, where the cell shows fewer digits than it holds. */
  readonly exact?: string
}

/**
 * What a person sees in a cell.
 * @param value as stored: text, number, day, boolean
 * @param format number format of the cell; none means General
 */
export function shownText(value: unknown, format = 'General'): Shown {
  if (value === null || value === undefined) return { text: '' }
  if (typeof value === 'string') return { text: cellText(value) }
  if (typeof value === 'boolean') return { text: value ? '是' : '否' }
  if (value instanceof Date) return { text: shownDay(value, format) }
  if (typeof value === 'number') return shownNumber(value, format)
  return { text: '' }
}

/** A day as its format writes it in Chinese, else as YYYY-MM-DD: other orders depend on the machine. */
function shownDay(day: Date, format: string): string {
  if (Number.isNaN(day.getTime())) return ''
  return /[年月日]/.test(format) ? formatValue(day, format) : day.toISOString().slice(0, 10)
}

function shownNumber(value: number, format: string): Shown {
  const stored = plainNumber(value)
  if (/^(general|@|g\/通用格式)$/i.test(format)) return { text: stored }
  const shown = formatValue(value, format).trim()
  // A percentage is what was printed; what stands behind it is the formula's business.
  if (shown.endsWith('%')) return { text: shown }
  const figure = /-?[\d,]+(\.\d+)?/.exec(shown)?.[0].replaceAll(',', '')
  if (figure !== undefined && Number(figure) === Number(stored)) return { text: shown }
  return { text: shown === '' ? stored : shown, exact: stored }
}

/** Without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
function plainNumber(value: number): string {
  const written = String(value)
  if (written.length <= 12 && !written.includes('e')) return written
  const rounded = Number(value.toPrecision(15))
  return Number.isInteger(rounded) && Math.abs(rounded) < 1e21
    ? BigInt(rounded).toString()
    : String(Number(value.toPrecision(12)))
}
