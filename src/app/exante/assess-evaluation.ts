import {
  checkAffordabilitySheet,
  checkConclusionDate,
  checkConclusionMoney,
  checkExpertsNamed,
  checkIndependence,
  checkMaterials,
  checkSpreadNote,
  checkVeto,
} from '../../domain/exante/checks/index.ts'
import { computeVeto } from '../../domain/exante/compute/index.ts'
import type { ExanteEvaluationContent } from '../../domain/forms/contents.ts'
import type { Explanation } from '../../domain/shared/explanation.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { formatWanYuan } from '../../domain/shared/money.ts'
import { formatRatio } from '../../domain/shared/ratio.ts'
import { formatScore } from '../../domain/shared/score.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import type { Context } from '../kernel/context.ts'
import type { Assessment } from '../records/behaviour.ts'
import { findLatestRecord, type RecordData } from '../records/record-data.ts'
import { placeKey, rulesOf } from '../records/rules-of.ts'
import { type EvaluationFigures, evaluationFigures, yearsToCover } from './evaluation-figures.ts'

/** What the rules say about an evaluation as it stands; the gates of its acts use the same checks. */
export async function assessEvaluation(context: Context, data: RecordData): Promise<Assessment> {
  const figures = await evaluationFigures(context, data)
  return {
    findings: await findingsOf(context, data, figures),
    explanations: explanationsOf(data, figures),
    figures: textsOf(data, figures),
  }
}

async function findingsOf(
  context: Context,
  data: RecordData,
  figures: EvaluationFigures,
): Promise<Finding[]> {
  switch (data.record.state) {
    case 'draft':
      return checkMaterials(data.content)
    case 'submitted':
      return [
        ...checkMaterials(data.content),
        ...expertFindings(context, data),
        ...ownFindings(context, data),
      ]
    case 'scoring':
      return ownFindings(context, data)
    case 'scored':
    case 'concluded':
      return conclusionFindings(context, data, figures)
    default:
      return []
  }
}

/** While the sheet is being filled in, whoever fills it in sees what is still missing; nobody else. */
function ownFindings(context: Context, data: RecordData): Finding[] {
  if (context.actor.role !== 'finance_business') return []
  return checkAffordabilitySheet(data.content, yearsToCover(data.project, rulesOf(context, data)))
}

/** Enough experts, each independent of the unit and its department. */
export function expertFindings(context: Context, data: RecordData): Finding[] {
  const content = data.content as ExanteEvaluationContent
  const names = [data.project?.unitName ?? '', data.project?.departmentName ?? '']
  return [...checkExpertsNamed(content, rulesOf(context, data)), ...checkIndependence(content, names)]
}

/** Whether the conclusion fits what scores, affordability, money and calendar allow. */
export async function conclusionFindings(
  context: Context,
  data: RecordData,
  figures: EvaluationFigures,
): Promise<Finding[]> {
  const content = data.content as ExanteEvaluationContent
  const { panel, affordability } = figures
  const dimensions = panel?.dimensions ?? []
  // The compliance answer is a reason of its own in the check; here only what was computed.
  const computed = computeVeto(
    { dimensions, affordability: affordability.base.verdict },
    rulesOf(context, data),
  )
  return [
    ...checkAffordabilitySheet(content, yearsToCover(data.project, rulesOf(context, data))),
    ...checkVeto(content, { dimensions: computed.reasons }),
    ...checkConclusionMoney(content),
    ...checkSpreadNote(content, { isWide: panel?.spread.needsNote ?? false }),
    ...checkConclusionDate({
      concludedOn: concludedOn(context, data),
      budgetAppliedOn: await appliedOn(context, data),
    }),
  ]
}

/** The day of 形成结论, or today while it is still to come. */
function concludedOn(context: Context, { acts }: RecordData): string {
  const act = acts.findLast(({ action }) => action === 'conclude')
  return act ? dayOf(act.actedAt) : context.today
}

async function appliedOn(context: Context, { project }: RecordData): Promise<string | null> {
  const line = project && (await findLatestRecord(context, project, 'project.budgetLine'))
  const act = line?.acts.find(({ action }) => action === 'apply')
  return act ? dayOf(act.actedAt) : null
}

/** The rows of both budgets with what was computed for their year, under their place in the form. */
function yearsOf({ content }: RecordData, { base }: EvaluationFigures['affordability']) {
  const { affordability, fundAffordability } = content as ExanteEvaluationContent
  const find = (field: string, rows: readonly { year?: number | null }[], years: typeof base.years) =>
    rows.flatMap((row, index) => {
      const found = years.find(({ year }) => year === row.year)
      return found ? [{ place: placeKey(field, index, 'pressure'), found }] : []
    })
  return [
    ...find('affordability', affordability ?? [], base.years),
    ...find('fundAffordability', fundAffordability ?? [], base.fundYears),
  ]
}

function explanationsOf(data: RecordData, figures: EvaluationFigures): Record<string, Explanation> {
  const { duty, affordability, panel, veto, support } = figures
  const { base, stress, simulation } = affordability
  const years = yearsOf(data, affordability).map(({ place, found }) => [place, found.explanation] as const)
  return {
    ...(duty ? { subject: duty.explanation } : {}),
    affordability: base.explanation,
    ...Object.fromEntries(years),
    ...(stress ? { affordabilityStress: stress.explanation } : {}),
    ...(simulation ? { affordabilitySimulation: simulation.explanation } : {}),
    ...(panel ? { panelScore_x100: panel.explanation, spreadNote: panel.spread.explanation } : {}),
    ...(veto ? { decision: veto.explanation } : {}),
    ...(support ? { suggested_fen: support.explanation } : {}),
  }
}

function textsOf(data: RecordData, figures: EvaluationFigures): Record<string, string> {
  const { duty, affordability, panel, support } = figures
  const { base, stress, simulation } = affordability
  const years = yearsOf(data, affordability).flatMap(({ place, found }) =>
    found.pressure ? [[place, formatRatio(found.pressure)]] : [],
  )
  const total = panel?.total_x100
  return {
    ...(duty ? { subject: duty.explanation.result } : {}),
    affordability: base.explanation.result,
    ...Object.fromEntries(years),
    ...(stress ? { affordabilityStress: stress.explanation.result } : {}),
    ...(simulation ? { affordabilitySimulation: simulation.explanation.result } : {}),
    ...(total === null || total === undefined ? {} : { panelScore_x100: formatScore(total) }),
    ...(support ? { suggested_fen: formatWanYuan(support.suggested_fen) } : {}),
  }
}
