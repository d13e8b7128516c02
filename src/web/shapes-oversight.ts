import type { Content, FormDefinition } from '../domain/forms/form.ts'
import type { Explanation } from '../domain/shared/explanation.ts'
import type { Attachment } from './shapes.ts'

/** A project as it showed on a day. */
export type Seen = {
  readonly name: string
  readonly unitName: string
  readonly departmentName: string
  readonly statusTitle: string
  readonly budget_fen: string
  readonly paid_fen: string | null
  readonly indicators: number
  readonly score_x100: number | null
  readonly gradeTitle: string | null
  readonly decision: string | null
  readonly tasks: number
  readonly verified: number
  readonly stages: readonly { readonly title: string; readonly state: string; readonly stateTitle: string }[]
  readonly records: readonly {
    readonly id: string
    readonly title: string
    readonly stageTitle: string
    readonly stateTitle: string
    readonly version: number
  }[]
  readonly documents: readonly {
    readonly recordId: string
    readonly title: string
    readonly number: string
    readonly on: string
  }[]
}

export type SeenProject = {
  readonly id: string
  readonly code: string
  readonly past: Seen | null
  readonly present: Seen
  readonly changed: readonly string[]
}

export type SeenPlace = { readonly asOf: string; readonly items: readonly SeenProject[] }

type Version = { readonly stateTitle: string; readonly version: number; readonly content: Content }

export type SeenRecord = {
  readonly recordId: string
  readonly projectId: string | null
  readonly projectName: string | null
  readonly jurisdictionId: string
  readonly title: string
  readonly form: FormDefinition
  readonly asOf: string
  readonly past: Version
  readonly present: Version
  readonly names: Readonly<Record<string, string>>
  readonly history: readonly {
    readonly title: string
    readonly organisationName: string | null
    readonly documentNumber: string | null
    readonly on: string
  }[]
  readonly changes: readonly {
    readonly on: string | null
    readonly title: string
    readonly by: string
    readonly fields: readonly string[]
  }[]
  readonly frozen: readonly {
    readonly number: number
    readonly actionTitle: string
    readonly digest: string
    readonly on: string
  }[]
  readonly attachments: readonly Attachment[]
}

export type SeenFigure = {
  readonly number: number
  readonly at: number
  readonly text: string
  readonly label: string
}

export type SeenReport = {
  readonly recordId: string
  readonly title: string
  readonly documentNumber: string | null
  readonly signedOn: string
  readonly digest: string
  readonly parts: readonly {
    readonly title: string
    readonly text: string
    readonly figures: readonly SeenFigure[]
  }[]
}

type Line = { readonly number: number; readonly label: string; readonly text: string }

export type FollowedFigure = {
  readonly line: Line
  readonly rule: { readonly id: string; readonly name: string; readonly source: string } | null
  readonly inputs: readonly Line[]
  readonly source: {
    readonly recordId: string | null
    readonly recordTitle: string
    readonly projectId: string | null
    readonly projectName: string | null
    readonly fieldTitle: string
    readonly version: number
    readonly frozenOn: string | null
    readonly digest: string | null
    readonly value: string
    readonly valueNow: string | null
    readonly isSame: boolean
    readonly act: string | null
    readonly explanation: Explanation | null
    readonly attachments: readonly { readonly id: string; readonly name: string }[]
    readonly leaves: readonly { readonly number: number; readonly type: string; readonly sm3: string }[]
  } | null
}
