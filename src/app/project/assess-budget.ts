import { effectiveConclusion } from '../../domain/exante/index.ts'
import type {
  ExanteEvaluationContent,
  ProjectBudgetLineContent,
  TargetsSheetContent,
} from '../../domain/forms/contents.ts'
import {
  checkDecidedAmount,
  checkExanteGate,
  checkRectificationGate,
  checkSynchronousDeclaration,
  checkTargetGate,
  type DecidedAmount,
  type ExanteGateInput,
  type Permission,
} from '../../domain/project/checks/index.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { findFen, formatWanYuan } from '../../domain/shared/money.ts'
import { dutyOf } from '../exante/index.ts'
import { findEarlierYears, repeatFindings } from '../results/index.ts'
import type { Context } from '../kernel/context.ts'
import type { Assessment } from '../records/behaviour.ts'
import { findLatestRecord, type RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { sameKindFindings } from './same-kind.ts'

/** What the gates of a budget line look at beside the line itself. */
export type BudgetSurroundings = {
  readonly duty: ReturnType<typeof dutyOf>
  readonly exante: ExanteGateInput['exante']
  readonly target: { readonly state: string; readonly total_fen: string | null } | undefined
  /** Of this and every earlier year of the project. */
  readonly overdueTasks: number
  /** The newest decision about an earlier year of the project. */
  readonly decided: DecidedAmount | undefined
  /** 已决定不再安排同类新增项目. */
  readonly sameKind: readonly Finding[]
  /** Whether the place holds money back for it, and who let it pass all the same. */
  readonly isRectificationGateOn: boolean
  readonly permission: Permission | undefined
  /** What the unit was told before and did not end; looked up where money is arranged. */
  readonly repeats: readonly Finding[]
}

/** Reads the evaluation, the target and open rectification of the line's project. */
export async function budgetSurroundings(context: Context, data: RecordData): Promise<BudgetSurroundings> {
  const { project } = data
  if (!project) throw new Error(`budget line ${data.record.id} has no project`)
  const { requested_fen } = data.content as ProjectBudgetLineContent
  const evaluation = await findLatestRecord(context, project, 'exante.evaluation')
  const holds = evaluation && effectiveConclusion(evaluation.content as ExanteEvaluationContent)
  const sheet = await findLatestRecord(context, project, 'targets.sheet')
  const { total_fen } = (sheet?.content ?? {}) as TargetsSheetContent
  return {
    duty: dutyOf(project, findFen(requested_fen), rulesOf(context, data)),
    exante: evaluation && {
      state: evaluation.record.state,
      decision: holds?.decision,
      suggested_fen: holds?.suggested_fen,
    },
    target: sheet && { state: sheet.record.state, total_fen: total_fen ?? null },
    ...(await findEarlierYears(context, project)),
    sameKind: (await sameKindFindings(context, project)).map((one) => ({
      ...one,
      where: { section: 'request', field: 'requested_fen' },
    })),
    isRectificationGateOn: rulesOf(context, data).value('results.unrectified_gate').value.isOn,
    permission: permissionIn(data),
    repeats:
      data.record.state === 'applied'
        ? await repeatFindings(context, project, { section: 'arrangement', field: 'arranged_fen' })
        : [],
  }
}

/** 特批 of this round: the leader's, since the unit last applied. */
function permissionIn({ acts }: RecordData): Permission | undefined {
  const last = acts.findLast(({ action }) => action === 'apply' || action === 'permit')
  return last?.action === 'permit' ? { by: last.personName, reason: last.opinion ?? '' } : undefined
}

/** The gates of 申报预算: the evaluation where there must be one, and the target in step. */
export function applicationFindings(
  content: ProjectBudgetLineContent,
  around: BudgetSurroundings,
): Finding[] {
  const { requested_fen } = content
  const { duty, exante, target, sameKind } = around
  const suggested_fen = exante?.state === 'approved' ? exante.suggested_fen : null
  return [
    ...sameKind,
    ...checkExanteGate({ isRequired: duty.isRequired, exante }),
    ...checkSynchronousDeclaration({ target, requested_fen, suggested_fen }),
  ]
}

/** The gates of 安排预算: G1, G2 and overdue rectification; and what was decided about an earlier year. */
export function arrangementFindings(
  content: ProjectBudgetLineContent,
  around: BudgetSurroundings,
): Finding[] {
  const { arranged_fen, control_fen, deviationReason } = content
  const { duty, exante, target, overdueTasks, decided, permission } = around
  return [
    ...checkExanteGate({ isRequired: duty.isRequired, exante, arranged_fen, deviationReason }),
    ...checkTargetGate({ target, arranged_fen, control_fen, deviationReason }),
    ...checkRectificationGate({ overdueTasks, isOn: around.isRectificationGateOn, permission }),
    ...checkDecidedAmount({ arranged_fen, decided }),
    ...around.repeats,
  ]
}

/** What the rules say about a budget line as it stands; its acts are held to the same checks. */
export async function assessBudget(context: Context, data: RecordData): Promise<Assessment> {
  const around = await budgetSurroundings(context, data)
  const { duty, exante, target } = around
  const suggested = exante?.state === 'approved' ? findFen(exante.suggested_fen) : undefined
  const total = findFen(target?.total_fen)
  return {
    findings: findingsOf(data, around),
    explanations: { duty: duty.explanation },
    figures: {
      duty: duty.explanation.result,
      ...(suggested === undefined ? {} : { suggested_fen: formatWanYuan(suggested) }),
      ...(total === undefined ? {} : { target_fen: formatWanYuan(total) }),
    },
  }
}

function findingsOf({ record, content }: RecordData, around: BudgetSurroundings): Finding[] {
  switch (record.state) {
    case 'draft':
      return applicationFindings(content, around)
    case 'applied':
      return arrangementFindings(content, around)
    default:
      return []
  }
}
