import { PLAN_STAGES, type RecordKind } from '../../domain/workflow/record-kind.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import { statusTitle } from '../../domain/project/status.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { describeAct, handsOf, roleTitle } from '../../domain/workflow/sentences.ts'
import type { Act } from '../../storage/act-repository.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { RecordRow } from '../../storage/record-repository.ts'

/** The route of a record kind: targets.sheet → /api/targets/sheet. */
export function kindPath(kind: RecordKind): string {
  return `/api/${kind.kind.replace('.', '/')}`
}

/** A record at the head of its page; `rules`: those of its place, which may choose whose hands it is in. */
export function presentSummary(record: RecordRow, rules: ParameterReader) {
  const kind = getRecordKind(record.kind)
  const state = kind.workflow.states[record.state]
  const planStage = record.content['stage']
  return {
    id: record.id,
    kind: record.kind,
    stage: isPlanStage(planStage) ? planStage : kind.stage,
    title: record.title,
    state: record.state,
    stateTitle: state?.title ?? record.state,
    isFinal: state?.isFinal ?? false,
    stateSince: record.stateSince,
    dueOn: record.dueOn,
    version: record.version,
    hands: handsOf(kind, record.state, rules, record.content).map(roleTitle),
  }
}

function isPlanStage(value: unknown): value is (typeof PLAN_STAGES)[number] {
  return PLAN_STAGES.some((stage) => stage === value)
}

/** A step as the history shows it. */
export function presentAct(act: Act) {
  const kind = getRecordKind(act.kind)
  return {
    id: act.id,
    recordId: act.recordId,
    action: act.action,
    actionTitle: kind.workflow.actions[act.action]?.title ?? act.action,
    recordTitle: kind.title,
    personName: act.personName,
    role: act.role,
    roleTitle: roleTitle(act.role),
    organisationName: act.organisationName,
    opinion: act.opinion,
    documentNumber: act.documentNumber,
    actedAt: act.actedAt,
    sentence: describeAct(kind, act),
  }
}

/** A project's header; its content travels separately. */
export function presentProject(project: ProjectRow) {
  const { content: _content, createdAt: _createdAt, ...header } = project
  return { ...header, statusTitle: statusTitle(project.status) }
}
