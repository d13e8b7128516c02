import type { Content, FormDefinition } from '../../forms/form.ts'
import type { SealedObject } from '../../ledger/sealed-value.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { RecordKind } from '../../workflow/record-kind.ts'
import type { ToldAct } from '../story/told.ts'

/** The project as a version keeps it. */
export type CaseHeader = {
  readonly name: string
  readonly budget_fen: string
  readonly fiscalYear: number
  readonly content: Content
}

/** What a formal act froze of a record. */
export type CaseVersion = {
  readonly number: number
  readonly action: string
  readonly frozenAt: string
  readonly content: Content
  readonly project: CaseHeader | null
  /** SHA-256 of what was frozen; its beginning is printed. */
  readonly digest: string
}

/** What a formal act sealed of a record, with the digest the ledger keeps of it. */
export type CaseLeaf = {
  /** 第几号, counted from 1. */
  readonly number: number
  readonly type: string
  readonly contract: SealedObject
  readonly sha256: string
}

/** A record with everything that is kept of it. */
export type CaseRecord = {
  readonly id: string
  readonly kind: RecordKind
  readonly form: FormDefinition
  readonly title: string
  readonly state: string
  /** Nothing for what belongs to the place. */
  readonly projectId: string | null
  readonly createdAt: string
  readonly content: Content
  readonly acts: readonly ToldAct[]
  readonly versions: readonly CaseVersion[]
  readonly leaves: readonly CaseLeaf[]
}

export type CaseProject = {
  readonly id: string
  readonly name: string
  readonly fiscalYear: number
  readonly budget_fen: string
  readonly grade: string | null
  readonly unitName: string
  readonly departmentName: string
  readonly isNew: boolean
  readonly content: Content
}

/**
 * Everything that is kept of a project on its way through the five stages, and what its place reports of it:
 * what the relations between figures (勾稽) are examined on.
 */
export type ConsistencyCase = {
  readonly project: CaseProject
  /** Its form, for the names of its fields. */
  readonly entryForm: FormDefinition
  readonly placeName: string
  readonly records: readonly CaseRecord[]
  /** Whether the reader may see records of every kind; otherwise some are missing for them alone. */
  readonly isWhole: boolean
  /** Names of people and organisations by id. */
  readonly names: Readonly<Record<string, string>>
  /** The parameters in force for this place and year on a day. */
  readonly rulesAt: (day: string) => ParameterReader
  /** All pilot projects of the place, for what it reports of itself. */
  readonly pilots: readonly {
    readonly name: string
    readonly unitName: string
    readonly budget_fen: string
  }[]
  /**
   * The registered publicity activities of the place, summed when its pilot report was begun and when it was
   * approved (now, while it is not); nothing while there is no report.
   */
  readonly publicity: readonly { readonly activities: number; readonly people: number }[]
  /** SHA-256 of a leaf with these canonical words, as hexadecimal digits. */
  readonly leafDigest: (canonical: string) => string
}

/** The newest record of a kind that somebody has worked on. */
export function newestOf({ records }: ConsistencyCase, kind: string): CaseRecord | undefined {
  return records.findLast((record) => record.kind.kind === kind && record.state !== 'refused')
}

/** All records of a kind. */
export function allOf({ records }: ConsistencyCase, kind: string): readonly CaseRecord[] {
  return records.filter((record) => record.kind.kind === kind && record.state !== 'refused')
}
