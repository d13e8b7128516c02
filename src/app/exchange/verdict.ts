import type { RowDifference } from '../../domain/exchange/compare-tables.ts'
import type { Entity } from '../../domain/exchange/profile.ts'
import type { Said } from '../../domain/exchange/take-over.ts'

/** What of a row this person may take over now. */
export type Verdict = {
  /** The record it is written into; nothing where taking it over begins one, and for a project itself. */
  readonly recordId: string | null
  /** Rows of one group are taken over together: those of one new project. */
  readonly group: string | null
  /** Fields that would be written; empty where none is. */
  readonly taken: readonly string[]
  /** Why nothing is written, in words. */
  readonly obstacle: string | null
}

/** A row that differs: what it is a row of, our row, and the row of the file. */
export type Row = {
  readonly entity: string
  readonly difference: RowDifference
  readonly own: Entity | undefined
  readonly theirs: Entity
}

/** @param obstacle a sentence without its full stop */
export function blocked(obstacle: string, recordId: string | null = null): Verdict {
  return { recordId, group: null, taken: [], obstacle }
}

/** What another system says of the fields that differ. */
export function saidIn({ fields }: Pick<RowDifference, 'fields'>): Said {
  return Object.fromEntries(fields.flatMap(({ field, theirs }) => (theirs === null ? [] : [[field, theirs]])))
}

/** What it says of those that are written. */
export function takenSaid({ fields, taken }: Pick<RowDifference, 'fields'> & Pick<Verdict, 'taken'>): Said {
  return saidIn({ fields: fields.filter(({ field }) => taken.includes(field)) })
}
