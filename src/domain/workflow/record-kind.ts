import type { SealOffer } from '../ledger/leaf-type.ts'
import type { Role } from '../org/roles.ts'
import type { Named } from './named.ts'
import type { Workflow } from './workflow.ts'

/** The five stages of the plan and the programme around them. */
export const STAGES = {
  project: '项目与预算',
  exante: '事前绩效评估',
  targets: '绩效目标',
  monitoring: '双监控',
  evaluation: '绩效评价',
  results: '结果应用',
  pilot: '试点',
} as const
export type Stage = keyof typeof STAGES

/** The five the plan counts; a project has one stage report for each. */
export const PLAN_STAGES = ['exante', 'targets', 'monitoring', 'evaluation', 'results'] as const
export type PlanStage = (typeof PLAN_STAGES)[number]

/**
 * One kind of record (办理件): its form, its workflow, who fills in which section when, and which
 * documents are printed from it. Five stages, one shape.
 */
export type RecordKind = {
  readonly kind: string
  readonly stage: Stage
  readonly title: string
  readonly form: string
  readonly workflow: Workflow
  /** Whether it belongs to one project, to one office and its year, or to the jurisdiction as a whole. */
  readonly per: 'project' | 'organisation' | 'jurisdiction'
  /** How many may be open for a project at once; an ex-ante evaluation is one, findings are many. */
  readonly isMany?: boolean
  /** Who may begin one by hand; empty when only another act creates it. */
  readonly createdBy: readonly Role[]
  /** Section id → in which states which roles may write in it. `*` is every section not named. */
  readonly edits: Readonly<Record<string, readonly EditRight[]>>
  /** Sections that others fill in while the record is in somebody else's hands. */
  readonly asks?: readonly Asked[]
  /** Private to its author until submitted (blind scoring). */
  readonly isPrivateIn?: readonly string[]
  /** Only these roles see records of this kind at all, whatever their scope; without it everybody may. */
  readonly seenBy?: readonly Role[]
  readonly documents: readonly DocumentOffer[]
  /** Acts that enter the contract ledger: each freezes a version and seals it as one leaf. */
  readonly seals?: readonly SealOffer[]
}

export type EditRight = {
  readonly in: readonly string[]
  readonly by: readonly Role[]
  /** Of these posts only the people the record names. */
  readonly named?: Named
}

/** Somebody besides whoever acts next is waited for, until a field of theirs is filled in. */
export type Asked = {
  readonly in: readonly string[]
  readonly by: readonly Role[]
  /** What stands in their to-do list. */
  readonly task: string
  readonly until: string
  /** Of these posts only the people the record names. */
  readonly named?: Named
}

/** A document that can be printed, and from which acts on it is an official version. */
export type DocumentOffer = { readonly document: string; readonly title: string; readonly frozenBy?: string }

/** Whether this role may write in this section now; where a right is for named people, whether it might. */
export function canEditSection(kind: RecordKind, section: string, state: string, role: Role): boolean {
  return rightsTo(kind, section, state, role).length > 0
}

/** The rights of a role to write in a section, each with whom the record has to name for it. */
export function rightsTo(kind: RecordKind, section: string, state: string, role: Role): EditRight[] {
  const rights = kind.edits[section] ?? kind.edits['*'] ?? []
  return rights.filter((right) => right.in.includes(state) && right.by.includes(role))
}
