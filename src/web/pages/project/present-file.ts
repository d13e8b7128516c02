import type { ContentValue } from '../../../domain/forms/form.ts'
import { type TimelineStage, timelineOf } from '../../../domain/project/timeline.ts'
import { getRecordKind, RECORD_KINDS } from '../../../domain/record-kinds.ts'
import {
  PLAN_STAGES,
  type PlanStage,
  type RecordKind,
  STAGES,
  type Stage,
} from '../../../domain/workflow/record-kind.ts'
import { describeAct, handsOf, roleTitle } from '../../../domain/workflow/sentences.ts'
import type { HistoryItem } from '../../components/history.tsx'
import type { ProjectFile, RecordSummary } from '../../shapes.ts'

export type Beginnable = {
  readonly kind: string
  readonly title: string
  readonly stage: Stage
  readonly path: string
  /** The record it follows from. */
  readonly subjectId?: string
  /** Which of the five stages a stage report is about. */
  readonly planStage?: PlanStage
  /** What is known of its first content. */
  readonly content?: Readonly<Record<string, string>>
}
export type PresentedFile = {
  readonly timeline: readonly TimelineStage[]
  readonly records: readonly RecordSummary[]
  readonly history: readonly HistoryItem[]
  readonly beginnable: readonly Beginnable[]
}

/** A project's file as the page shows it: titles, hands and sentences from the workflow tables. */
export function presentFile(
  file: ProjectFile,
  viewer: { readonly role: string; readonly today: string },
): PresentedFile {
  return {
    timeline: timelineOf(file.records, viewer.today),
    records: file.records.map(presentRecord),
    history: historyOf(file),
    beginnable: file.project.isClassified ? [] : beginnableFor(file, viewer.role),
  }
}

function presentRecord(record: ProjectFile['records'][number]): RecordSummary {
  const kind = getRecordKind(record.kind)
  const state = kind.workflow.states[record.state]
  const stage = PLAN_STAGES.find((one) => one === record.stage) ?? kind.stage
  return {
    id: record.id,
    kind: record.kind,
    stage,
    title: record.title,
    state: record.state,
    stateTitle: state?.title ?? record.state,
    isFinal: state?.isFinal ?? false,
    stateSince: record.stateSince,
    dueOn: record.dueOn,
    version: record.version,
    hands: handsOf(kind, record.state, undefined, { members: (record.members ?? null) as ContentValue }).map(
      roleTitle,
    ),
  }
}

function historyOf(file: ProjectFile): readonly HistoryItem[] {
  const records = new Map(file.records.map((record) => [record.id, record]))
  return file.acts.flatMap((act) => {
    const record = records.get(act.recordId)
    if (record === undefined) return []
    const kind = getRecordKind(record.kind)
    const { id, actedAt, personName, role } = act
    const isReturn = kind.workflow.actions[act.action]?.isReturn ?? false
    const item = { id, actedAt, personName, roleTitle: roleTitle(role), recordTitle: record.title, isReturn }
    return [{ ...item, sentence: describeAct(kind, act) }]
  })
}

/** What this post may begin here by hand; of most kinds there is one at a time. */
function beginnableFor(file: ProjectFile, role: string): readonly Beginnable[] {
  const isOpen = (kind: RecordKind) =>
    file.records.some((record) => record.kind === kind.kind && record.state !== 'refused')
  return RECORD_KINDS.filter(
    (kind) =>
      kind.per === 'project' && kind.createdBy.some((one) => one === role) && (kind.isMany || !isOpen(kind)),
  ).flatMap((kind) => beginningsOf(file, kind))
}

/** A stage report says which stage it is about; a finding comes from the latest monitoring round. */
function beginningsOf(file: ProjectFile, { kind, title, stage }: RecordKind): readonly Beginnable[] {
  const one: Beginnable = { kind, title, stage, path: pathOfKind(kind) }
  if (kind === 'pilot.stageReport') {
    const written = file.records.filter((record) => record.kind === kind).map((record) => record.stage)
    return PLAN_STAGES.filter((planStage) => !written.includes(planStage)).map((planStage) => ({
      ...one,
      stage: planStage,
      title: `${STAGES[planStage]}${title}`,
      planStage,
    }))
  }
  // A point about a target is raised from the sheet itself, where the three parties stand side by side.
  if (kind === 'targets.reviewFinding') return []
  // More time for a rectification is asked for on the page of its task.
  if (kind === 'results.taskChange') return []
  if (kind !== 'monitoring.finding') return [one]
  const round = file.records.filter((record) => record.kind === 'monitoring.round').pop()
  return round === undefined ? [] : [{ ...one, subjectId: round.id }]
}

export function pathOfKind(kind: string): string {
  return `/api/${kind.replace('.', '/')}`
}
