import type { FactTable } from '../../documents/fact-table.ts'
import type { Content, FormDefinition } from '../../forms/form.ts'
import type { RecordKind } from '../../workflow/record-kind.ts'

/** Where what a report says came from: a field or an act of a record, or a rule that computed it. */
export type TellSource = {
  readonly recordId: string
  readonly field?: string
  readonly act?: string
  /** ID of the rule that computed it from the records. */
  readonly rule?: string
}

/** One line of a report that the product wrote, with what every figure of it was taken from. */
export type ToldLine = { readonly text: string; readonly sources: readonly TellSource[] }

/** A table of a report with the field its rows were taken from. */
export type ToldTable = FactTable & { readonly source: TellSource }

/** A step that was taken on a record, as far as a report tells it. */
export type ToldAct = {
  readonly id: string
  readonly action: string
  readonly toState: string
  readonly role: string
  readonly organisationName: string | null
  readonly opinion: string | null
  readonly documentNumber: string | null
  /** RFC 3339. */
  readonly actedAt: string
}

/** A record as it stood when the report was made. */
export type ToldRecord = {
  readonly id: string
  readonly kind: RecordKind
  readonly form: FormDefinition
  readonly title: string
  readonly state: string
  readonly content: Content
  readonly acts: readonly ToldAct[]
}

/** What one record, or a whole stage, gives to each part of a report. */
export type ToldParts = {
  readonly work: readonly ToldLine[]
  readonly outcome: readonly ToldLine[]
  readonly problems: readonly ToldLine[]
  readonly suggestions: readonly ToldLine[]
  readonly tables: readonly ToldTable[]
}
