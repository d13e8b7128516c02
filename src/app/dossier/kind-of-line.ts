import { PLAN_STAGES, type PlanStage } from '../../domain/workflow/record-kind.ts'

const KINDS: Readonly<Record<string, string>> = {
  'SEL-1': 'pilot.selection',
  'EXA-1': 'exante.evaluation',
  'TGT-1': 'targets.sheet',
  'TGT-2': 'project.budgetLine',
  'TGT-3': 'targets.sheet',
  'MON-1': 'monitoring.round',
  'MON-2': 'monitoring.finding',
  'EVA-1': 'evaluation.self',
  'EVA-2': 'evaluation.finance',
  'RES-1': 'results.notice',
  'RES-2': 'results.task',
  'RES-3': 'results.budgetDecision',
  'RES-4': 'results.disclosure',
  'RES-5': 'evaluation.finance',
  'REP-6': 'pilot.integratedReport',
  'REP-7': 'pilot.countyReport',
}

/** Which kind of record a line of the dossier leads to; for a stage report, of which stage. */
export function kindOfLine(
  itemCode: string,
): { readonly kind: string; readonly stage?: PlanStage } | undefined {
  const kind = KINDS[itemCode]
  if (kind) return { kind }
  const stage = /^REP-[1-5]$/.test(itemCode) ? PLAN_STAGES[Number(itemCode.slice(4)) - 1] : undefined
  return stage ? { kind: 'pilot.stageReport', stage } : undefined
}
