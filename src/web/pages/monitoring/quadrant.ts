import type { MonitorPoint } from '../../shapes-monitoring.ts'

export type Quadrant = 'both' | 'execution' | 'target' | 'none'
export const QUADRANTS: readonly Quadrant[] = ['both', 'execution', 'target', 'none']

/** Points are millionths; behind is less than nothing. A half that cannot be compared is not behind. */
export function quadrantOf(point: MonitorPoint): Quadrant {
  const [isMoneyBehind, isTargetBehind] = [(point[6] ?? 0) < 0, (point[7] ?? 0) < 0]
  if (isMoneyBehind) return isTargetBehind ? 'both' : 'execution'
  return isTargetBehind ? 'target' : 'none'
}

/** A part of the chart somebody drew with the mouse, in percentage points. */
export type Box = { readonly x: readonly [number, number]; readonly y: readonly [number, number] }

export function isIn(point: MonitorPoint, { x, y }: Box): boolean {
  const [left, top] = [toPoints(point[6]), toPoints(point[7])]
  return left >= x[0] && left <= x[1] && top >= y[0] && top <= y[1]
}

/** Millionths → percentage points, to two places, as the tables show them. */
export function toPoints(millionths: number | null): number {
  return Math.round((millionths ?? 0) / 100) / 100
}
