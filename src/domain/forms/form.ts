/**
 * An official table as data. The YAML files of `rules/forms` are of this shape; the same definition
 * draws the page, checks what arrives and names the columns of the printed document.
 */
export type FormDefinition = {
  readonly id: string
  readonly title: string
  readonly source: { readonly id: string; readonly article?: string }
  readonly sections: readonly SectionDefinition[]
}

/** Only where another field of the form has, or has not, this value; everything else is out of the question. */
export type Shown =
  | { readonly field: string; readonly is: string | boolean }
  | { readonly field: string; readonly isNot: string | boolean }

export type SectionDefinition = {
  readonly id: string
  readonly title: string
  readonly help?: string
  readonly shownWhen?: Shown
  readonly fields: readonly FieldDefinition[]
}

export type SimpleFieldType =
  | 'text'
  | 'longtext'
  | 'integer'
  | 'decimal'
  | 'percent'
  | 'money'
  | 'date'
  | 'choice'
  | 'choices'
  | 'boolean'
  | 'files'
  | 'person'
  | 'organisation'

export type FieldType = SimpleFieldType | 'rows'

/** `under`: only where the column that narrows it has this value. */
export type Option = { readonly value: string; readonly label: string; readonly under?: string }

export type FieldDefinition = {
  readonly id: string
  readonly label: string
  readonly type: FieldType
  readonly help?: string
  /** Checked at submission only; a draft may be incomplete. */
  readonly required?: boolean
  readonly requiredWhen?: { readonly field: string; readonly equals: string | boolean }
  /** Asked for and shown only then. */
  readonly shownWhen?: Shown
  /** Filled in by the system; what a person sends here is refused. */
  readonly readonly?: boolean
  /** Names a person or carries their words: enters the contract ledger only as a commitment. */
  readonly isPersonal?: boolean
  readonly max?: number
  readonly min?: number
  readonly unit?: string
  readonly options?: readonly Option[]
  /** Another column of the row; options with `under` are offered only under its value. */
  readonly narrowedBy?: string
  /** Another column of the row: where it is filled in, its words stand for the option's own label. */
  readonly labelledBy?: string
  /** Of an organisation: which kind is meant; any of the place when left open. */
  readonly organisationKind?: OrganisationKind
  /**
   * Of a person: those with a post in the unit the record belongs to, or in one's own office with the
   * experts; experts alone when left open.
   */
  readonly peopleOf?: 'unit' | 'officeAndExperts'
  /** Of a person: words are kept too, because older records name people in words. */
  readonly acceptsText?: boolean
  readonly columns?: readonly FieldDefinition[]
  /** Rows that live in a table of their own: indicator, observation, execution, score. */
  readonly bound?: BoundTable
  readonly defaultRows?: readonly ContentRow[]
}

/** 单位、主管部门、第三方机构: the kinds an official table asks for. */
export const ORGANISATION_KINDS = ['unit', 'department', 'agency'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

export type BoundTable = 'indicator' | 'observation' | 'execution' | 'score'

export type ContentValue = string | number | boolean | null | readonly string[] | readonly ContentRow[]
export type ContentRow = { readonly [column: string]: string | number | boolean | null | readonly string[] }
export type Content = { readonly [field: string]: ContentValue }
