import type { DoctorTable } from '../table.ts'

/** What a reader made of one file or pasted text. Nothing is guessed: what is doubtful is `null` and noted. */
export type ReadResult = {
  readonly tables: readonly DoctorTable[]
  readonly notes: readonly ReadNote[]
}

/** Something a person should know about the reading, with the place it concerns. */
export type ReadNote = {
  readonly kind: ReadNoteKind
  /** `自评表!G7`, `自评表`, `第 3 行`; '' for the whole file. */
  readonly place: string
  readonly message: string
}

export const READ_NOTE_KINDS = [
  /** Figures ran together and cannot be told apart; the cells are `null`. */
  'run_together',
  /** The text has lost its digits. */
  'digits_lost',
  /** Words that cannot be attributed to one cell; the cells are `null`. */
  'unclear',
  /** A hidden row, column or sheet was read. */
  'hidden',
  /** A formula without a stored result: the cell is read as blank. */
  'formula',
  /** The cell shows fewer digits than it holds. */
  'rounded',
  /** Cells merged over several rows: the figure counts once. */
  'merged',
  /** A sheet, row, column or table was left out. */
  'skipped',
  /** The text was saved in another encoding or separator than usual. */
  'encoding',
] as const
export type ReadNoteKind = (typeof READ_NOTE_KINDS)[number]
