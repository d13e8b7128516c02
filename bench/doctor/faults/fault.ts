import type { DoctorTable } from '../../../src/domain/doctor/table.ts'
import type { Random } from '../random.ts'
import type { Draft, DraftRow, Form, Measure, Sign } from '../clean/draft.ts'
import { printTable } from '../clean/table.ts'

/** Where the planted fault stands; any one of several places is right for a fault of two rows. */
export type Place = { readonly row?: number; readonly fund?: number }

export type Planted = {
  readonly table: DoctorTable
  readonly places: readonly Place[]
  /** How it was planted, for the list of those that were missed. */
  readonly how: string
}

/**
 * One way to spoil a clean table. `plant` changes the draft it is given and prints it, or says `null`
 * when this table has no place for the fault. What counts as the fault is the meaning of the code in
 * docs/doctor.md, not what a check happens to look for.
 */
export type Fault = {
  readonly code: string
  readonly family: 'arithmetic' | 'wording'
  readonly forms?: readonly Form[]
  readonly plant: (draft: Draft, random: Random) => Planted | null
}

export const SCORED: readonly Form[] = ['national', 'costFirst', 'transfer', 'department']

export type NumberRow = DraftRow & { measure: Extract<Measure, { type: 'number' }> }

/** Rows with a number and with points of their own. */
export function numberRows(draft: Draft, ...signs: Sign[]): NumberRow[] {
  return draft.rows.filter(
    (row): row is NumberRow =>
      row.measure.type === 'number' && (signs.length === 0 || signs.includes(row.measure.sign)),
  )
}

/** Rows an office really filled in: no 其中 rows, no unused ones. */
export function filledRows(draft: Draft): DraftRow[] {
  return draft.rows.filter((row) => row.measure.type !== 'empty' && row.measure.type !== 'child')
}

export function printed(draft: Draft, how: string, ...rows: readonly DraftRow[]): Planted {
  return {
    table: printTable(draft),
    places: rows.length > 0 ? rows.map((row) => ({ row: draft.rows.indexOf(row) })) : [{}],
    how,
  }
}

export function inFund(draft: Draft, fund: number, how: string): Planted {
  return { table: printTable(draft), places: [{ fund }], how }
}

export function pickOrNull<T>(list: readonly T[], random: Random): T | null {
  return list.length === 0 ? null : random.pick(list)
}

/** A name without ★, 指标1： and （≥**户）. */
export function bareName(name: string): string {
  return name.replace(/^(★|指标\d：)/, '').replace(/（[^）]*）$/, '')
}
