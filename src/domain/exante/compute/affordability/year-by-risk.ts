import type { Fen } from '../../../shared/money.ts'
import type { FilledYear } from './growth.ts'

/** A complete year, added up by what may move it. */
export type YearByRisk = {
  readonly year: number
  readonly revenue: Fen
  readonly transfers: Fen
  readonly otherMoney: Fen
  readonly guarantees: Fen
  readonly otherRigid: Fen
  readonly project: Fen
}

/** Adds up the amounts of a year that is complete; an unknown amount would count as zero. */
export function splitByRisk({ year, cells }: FilledYear): YearByRisk {
  const sum = (isMeant: (part: string, risk: string | null) => boolean) =>
    cells.reduce(
      (total, { column, amount }) =>
        isMeant(column.part, column.risk) ? total + (amount ?? 0n) * column.sign : total,
      0n,
    )
  return {
    year,
    revenue: sum((_part, risk) => risk === 'revenue'),
    transfers: sum((_part, risk) => risk === 'transfers'),
    otherMoney: sum((part, risk) => part === 'available' && risk === null),
    guarantees: sum((_part, risk) => risk === 'guarantees'),
    otherRigid: sum((part, risk) => part === 'rigid' && risk === null),
    project: sum((part) => part === 'project'),
  }
}
