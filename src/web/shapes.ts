import type { Content, FormDefinition } from '../domain/forms/form.ts'
import type { Role } from '../domain/org/roles.ts'
import type { Explanation } from '../domain/shared/explanation.ts'
import type { Finding } from '../domain/shared/finding.ts'
import type { PlanStage, Stage } from '../domain/workflow/record-kind.ts'

/** What the pages read from `/api`: the answers of the server, as plain data. */

/** 正常, 预警, 超限; `pending` until a round is judged. */
export type LightValue = 'green' | 'yellow' | 'red' | 'pending'
export type Grade = 'excellent' | 'good' | 'fair' | 'poor'

export type PostSeat = {
  readonly id: string
  readonly role: Role
  readonly title: string
  readonly organisationId: string
  readonly organisationName: string
  readonly jurisdictionId: string
  readonly jurisdictionName: string
}
export type Post = PostSeat & { readonly validFrom: string; readonly validTo: string | null }

export type Me = {
  readonly person: { readonly id: string; readonly name: string }
  readonly post: PostSeat
  readonly posts: readonly Post[]
  readonly csrfToken: string
  readonly pages: readonly string[]
  readonly today: string
  readonly fiscalYears: readonly number[]
  readonly isDemo: boolean
  /** A first password that must be changed before anything else. */
  readonly mustChange: boolean
}

export type Jurisdiction = {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  readonly level: 'province' | 'city' | 'county'
  readonly kind: string
  readonly tileColumn: number
  readonly tileRow: number
}

export type Todo = {
  readonly recordId: string
  readonly projectId: string | null
  readonly projectName: string | null
  readonly jurisdictionId: string
  readonly jurisdictionName: string
  readonly recordTitle: string
  readonly task: string
  /** Where it is done when not on the record itself. */
  readonly page?: 'owners'
  readonly since: string
  readonly dueOn: string | null
  readonly isOverdue: boolean
  readonly nextHands: readonly string[]
  readonly amount_fen: string | null
  /** Why it has to be done at all, and the rule that says so. */
  readonly why?: { readonly ruleId: string; readonly sentence: string }
}
export type Todos = { readonly today: string; readonly items: readonly Todo[] }

export type ProjectLine = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly status: string
  readonly budget_fen: string
  readonly isNew: boolean
  readonly isPilot: boolean
  readonly grade: Grade | null
  readonly light: LightValue | null
  readonly unitName: string
  readonly createdAt: string
}
export type ProjectPage = { readonly items: readonly ProjectLine[]; readonly total: number }

export type ProjectHeader = Omit<ProjectLine, 'createdAt'> & {
  readonly jurisdictionId: string
  readonly jurisdictionName: string
  readonly fiscalYear: number
  readonly unitId: string
  readonly departmentId: string
  readonly departmentName: string
  readonly isMajor: boolean
  readonly isClassified: boolean
  readonly version: number
}

/** A project's file as the database writes it; titles and sentences are made from the domain's tables. */
export type ProjectFile = {
  readonly project: ProjectHeader & { readonly content: Content }
  readonly execution: readonly {
    readonly month: number
    readonly fund: string
    readonly adjusted_fen: string | null
    readonly paid_fen: string | null
  }[]
  readonly records: readonly {
    readonly id: string
    readonly kind: string
    readonly title: string
    readonly state: string
    readonly stateSince: string
    readonly dueOn: string | null
    readonly version: number
    readonly stage: string | null
    readonly subjectId: string | null
    /** The people of a group it names; only records that a group works on have them. */
    readonly members: unknown
  }[]
  readonly acts: readonly {
    readonly id: string
    readonly recordId: string
    readonly action: string
    readonly toState: string
    readonly role: string
    readonly personName: string
    readonly organisationName: string | null
    readonly opinion: string | null
    readonly documentNumber: string | null
    readonly actedAt: string
  }[]
}

export type RecordSummary = {
  readonly id: string
  readonly kind: string
  readonly stage: Stage
  readonly title: string
  readonly state: string
  readonly stateTitle: string
  readonly isFinal: boolean
  readonly stateSince: string
  readonly dueOn: string | null
  readonly version: number
  /** In whose hands it is. */
  readonly hands: readonly string[]
}

export type ActView = {
  readonly id: string
  readonly recordId: string
  readonly action: string
  readonly actionTitle: string
  readonly recordTitle: string
  readonly personName: string
  readonly role: string
  readonly roleTitle: string
  readonly organisationName: string | null
  readonly opinion: string | null
  readonly documentNumber: string | null
  readonly actedAt: string
  readonly sentence: string
}

export type ActionOffer = {
  readonly action: string
  readonly title: string
  readonly url: string
  readonly opinion: 'required' | 'optional' | 'none'
  readonly isLegalAct: boolean
  readonly isReturn: boolean
  readonly isNumbered: boolean
  readonly leadsTo: string
  readonly nextHands: readonly string[]
}

export type FrozenVersion = {
  readonly id: string
  readonly number: number
  readonly action: string
  readonly actionTitle: string
  readonly digest: string
  readonly frozenAt: string
  readonly content: Content
}

export type DocumentOffer = {
  readonly document: string
  readonly title: string
  readonly docx: string
  readonly pdf: string
  readonly isOfficial: boolean
}

export type Attachment = {
  readonly id: string
  readonly name: string
  readonly mediaType?: string
  readonly size_bytes?: string
}

/** What the rules say of a content; keys are paths in it: `light`, `scores/2/computed`. */
export type Assessment = {
  readonly findings: readonly Finding[]
  readonly explanations: Readonly<Record<string, Explanation>>
  readonly figures: Readonly<Record<string, string>>
}

export type RecordView = Assessment & {
  readonly record: RecordSummary
  readonly project: (ProjectHeader & { readonly statusTitle: string }) | null
  readonly jurisdictionId: string
  readonly fiscalYear: number
  readonly form: FormDefinition
  readonly content: Content
  readonly availableActions: readonly ActionOffer[]
  readonly editableSections: readonly string[]
  readonly history: readonly ActView[]
  readonly frozen: readonly FrozenVersion[]
  readonly documents: readonly DocumentOffer[]
  readonly attachments: readonly Attachment[]
  readonly names: Readonly<Record<string, string>>
  readonly isDemo: boolean
}

export type Saved = { readonly recordId: string; readonly version: number; readonly savedAt: string }
export type ActDone = {
  readonly recordId: string
  readonly state: string
  readonly version: number
  readonly documentNumber?: string
}

export type StageState = 'notStarted' | 'underway' | 'done' | 'overdue'
export type CockpitStage = {
  readonly stage: PlanStage
  readonly title: string
  readonly state: StageState
  readonly stateTitle: string
  readonly missing: readonly string[]
  readonly done: number
  readonly total: number
}
export type CockpitTile = {
  readonly id: string
  readonly name: string
  readonly level: 'city' | 'county'
  readonly tileColumn: number
  readonly tileRow: number
  readonly isVisible: boolean
  readonly projects: readonly {
    readonly id: string
    readonly name: string
    readonly isPilot: boolean
    readonly stages: readonly {
      readonly stage: string
      readonly title: string
      readonly state: StageState
      readonly stateTitle: string
    }[]
  }[]
  readonly pilotCount: number
  readonly stages: readonly CockpitStage[]
  readonly budget_fen: string
  readonly paid_fen: string | null
  readonly light: LightValue | null
  readonly countyReport: Closing
  readonly acceptance: Closing
}
export type Closing = {
  readonly recordId: string
  readonly state: string
  readonly stateTitle: string
  readonly isFinal: boolean
} | null
export type CockpitFigure = {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly unit: string
  readonly change: string | null
  readonly explanation: Explanation | null
}
export type Cockpit = {
  readonly today: string
  readonly tiles: readonly CockpitTile[]
  readonly figures: readonly CockpitFigure[]
  readonly isDemo: boolean
}

export type SearchMatch = {
  readonly kind: 'project' | 'record' | 'indicator' | 'unit'
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly jurisdictionId: string
  readonly projectId: string | null
}

export type IssuedDocument = {
  readonly recordId: string
  readonly document: string
  readonly title: string
  readonly projectName: string | null
  readonly jurisdictionName: string
  readonly documentNumber: string | null
  readonly number: number
  readonly frozenAt: string
  readonly digest: string
  readonly docx: string
  readonly pdf: string
}

/** One entry of the contract ledger. */
export type LedgerEntry = {
  readonly number: number
  readonly title: string
  readonly recordId: string | null
  readonly sealedAt: string
  readonly witnesses: number
}

export type PostRow = PostSeat & {
  readonly personId: string
  readonly personName: string
  readonly username: string
  readonly isDisabled: boolean
  readonly validFrom: string
  readonly validTo: string | null
  readonly version: number
}
export type OrganisationRow = {
  readonly id: string
  readonly jurisdictionId: string
  readonly kind: string
  readonly name: string
  readonly code: string | null
  readonly parentId: string | null
  readonly documentPrefix: string | null
}
export type AuditRow = {
  readonly id: string
  readonly at: string
  readonly personName: string | null
  readonly role: string | null
  readonly title: string
  readonly useCase: string
  readonly outcome: string
  readonly address: string | null
  readonly subjectKind: string | null
  readonly subjectId: string | null
  readonly projectName: string | null
  readonly changes: unknown
}
export type Expert = {
  readonly id: string
  readonly name: string
  readonly employer: string | null
  readonly field: string | null
}

/** Newest first; `examples` are there for the audit administrator only. */
export type Inspections = {
  readonly now: string
  readonly items: readonly Inspection[]
}
export type Inspection = {
  readonly id: string
  readonly beganAt: string
  readonly endedAt: string
  readonly differences: number
  readonly lines: readonly {
    readonly id: string
    readonly title: string
    readonly count: number
    readonly examples: readonly string[]
  }[]
}
