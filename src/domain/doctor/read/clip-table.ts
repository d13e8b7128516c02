import type { DoctorTable } from '../table.ts'

/** Longer than any printed cell; what is longer is a story or an attack, and patterns need not read on. */
const LONGEST_CELL = 1000
/** A long report; its figures stand near its beginning. */
const LONGEST_TEXT = 40_000

/** The same table with endless cells cut, so that no pattern ever runs long. */
export function clipTable(table: DoctorTable): DoctorTable {
  return {
    ...clip(table, LONGEST_CELL),
    annualGoal: cut(table.annualGoal, LONGEST_TEXT / 10),
    conclusions: cut(table.conclusions, LONGEST_TEXT / 10),
    text: cut(table.text, LONGEST_TEXT),
    funds: table.funds.map((fund) => clip(fund, LONGEST_CELL)),
    indicators: table.indicators.map((row) => clip(row, LONGEST_CELL)),
  }
}

/** The row itself when nothing in it is too long, which is always. */
function clip<T extends object>(row: T, longest: number): T {
  const isLong = (value: unknown) => typeof value === 'string' && value.length > longest
  if (!Object.values(row).some(isLong)) return row
  const cells = Object.entries(row).map(([key, value]) => [key, isLong(value) ? cut(value, longest) : value])
  return Object.fromEntries(cells) as T
}

function cut(text: string | null, longest: number): string | null {
  return text !== null && text.length > longest ? `${text.slice(0, longest)}…` : text
}
