import type { DraftRow } from './draft.ts'

/** Half up, on whole numbers only: a · b ÷ c. */
export function proportion(a: number, b: number, c: number): number {
  return Number((2n * BigInt(a) * BigInt(b) + BigInt(c)) / (2n * BigInt(c)))
}

/** What the row is due by weight × actual ÷ target, in hundredths; the weight where nothing is missed. */
export function dueScore_x100(row: DraftRow): number {
  const weight = row.weight_x100 ?? 0
  if (row.measure.type !== 'number' || row.measure.sign === 'le') return weight
  const { target, actual } = row.measure
  return target <= 0 || actual >= target ? weight : proportion(weight, actual, target)
}

/** Splits points among rows: whole points mostly, tenths sometimes, at least two points each. */
export function splitPoints(
  total_x100: number,
  count: number,
  step_x100: number,
  int: (from: number, to: number) => number,
): number[] {
  const parts = Array.from({ length: count }, () => 200)
  let left = total_x100 - 200 * count
  for (let index = 0; index < count - 1; index++) {
    const most = Math.floor((1.5 * left) / (count - index) / step_x100)
    const extra = int(Math.floor(most / 2), most) * step_x100
    parts[index] = (parts[index] as number) + extra
    left -= extra
  }
  parts[count - 1] = (parts[count - 1] as number) + left
  return parts
}

/** 9.34, 10, 8.5: hundredths of a point without idle zeros. */
export function printPoints(points_x100: number): string {
  return (points_x100 / 100).toFixed(2).replace(/0$/, '').replace(/\.0$/, '')
}
