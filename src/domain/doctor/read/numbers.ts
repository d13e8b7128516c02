import { Decimal } from '../../shared/decimal.ts'
import { isBlank } from './cells.ts'

/** A printed number with the decimals it was printed with, which is how exact it claims to be. */
export type Printed = { readonly value: Decimal; readonly decimals: number }

/** Longer ones are no points and no money. */
const PLAIN = /^-?\d{1,15}(?:\.(\d{1,12}))?$/

/** Reads points of a weight or score cell: `10`, `10分`, `22.5`; anything else is `undefined`. */
export function readPoints(cell: string | null): Printed | undefined {
  if (cell === null) return undefined
  return toPrinted(withoutSeparators(cell).replace(/[分%]$/, ''))
}

/**
 * Reads an execution rate as percent: `86.19%`, a bare `79.27`, a bare `1` for 100 %, `0.98` for 98 %.
 * @returns percent and the decimals of the percent as printed
 */
export function readRate(cell: string | null): Printed | undefined {
  if (cell === null) return undefined
  const text = withoutSeparators(cell)
  const printed = toPrinted(text.replace(/%$/, ''))
  if (!printed || text.endsWith('%')) return printed
  // A bare number up to 1.5 is a share of one: nobody executes 1.5 % and prints no sign.
  if (printed.value.abs().gt(1.5)) return printed
  return { value: printed.value.times(100), decimals: Math.max(0, printed.decimals - 2) }
}

export type Amount =
  | { readonly is: 'amount'; readonly yuan: Decimal; readonly decimals: number; readonly perUnit: number }
  | { readonly is: 'blank' | 'unseen' | 'words' }

const UNITS: { readonly [unit: string]: number } = {
  元: 1,
  万: 10_000,
  万元: 10_000,
  亿: 100_000_000,
  亿元: 100_000_000,
}

/**
 * Reads an amount; its own unit wins over the table's. Words stay words, they are never 0.
 * @returns yuan; `decimals` counts the printed ones, in units of `perUnit` yuan
 */
export function readAmount(cell: string | null, tableUnit: '万元' | '元'): Amount {
  if (cell === null) return { is: 'unseen' }
  if (isBlank(cell)) return { is: 'blank' }
  const match = /^[¥]?(-?\d{1,15}(?:\.\d{1,12})?)(亿元|万元|亿|万|元)?(?:\(\1\))?$/.exec(
    withoutSeparators(cell),
  )
  const printed = toPrinted(match?.[1] ?? '')
  if (!match || !printed) return { is: 'words' }
  const perUnit = UNITS[match[2] ?? tableUnit] ?? 1
  return { is: 'amount', yuan: printed.value.times(perUnit), decimals: printed.decimals, perUnit }
}

function withoutSeparators(cell: string): string {
  return cell.normalize('NFKC').replace(/[\s,]/g, '')
}

function toPrinted(text: string): Printed | undefined {
  const match = PLAIN.exec(text)
  return match ? { value: new Decimal(text), decimals: match[1]?.length ?? 0 } : undefined
}

/** Half-up, as officials round on paper. */
export function roundTo(value: Decimal, decimals: number): Decimal {
  return value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP)
}
