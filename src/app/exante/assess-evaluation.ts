import {
  checkAffordabilitySheet,
  checkConclusionDate,
  checkConclusionMoney,
  checkLeaderDecision,
  checkMaterials,
  checkSpreadNote,
  checkVeto,
} from '../../domain/exante/checks/index.ts'
import { computeVeto, type PanelScore } from '../../domain/exante/compute/index.ts'
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
import { findSignedNote, noteReasons } from './panel/lead-note.ts'
import { panelFindings } from './panel/panel-findings.ts'
import { progressFindings } from './panel/progress.ts'
import { type EvaluationFigures, evaluationFigures, yearsToCover } from './evaluation-figures.ts'
import type { PanelAgreement } from './score-sheets.ts'

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
        ...(await panelFindings(context, data)),
        ...ownFindings(context, data),
      ]
    case 'scoring':
      return [...(await progressFindings(context, data)), ...ownFindings(context, data)]
    case 'scored':
      return conclusionFindings(context, data, figures)
    case 'concluded':
      return [...(await conclusionFindings(context, data, figures)), ...(await leaderFindings(context, data))]
    default:
      return []
  }
}

/** While the sheet is being filled in, whoever fills it in sees what is still missing; nobody else. */
function ownFindings(context: Context, data: RecordData): Finding[] {
  if (context.actor.role !== 'finance_business') return []
  return checkAffordabilitySheet(data.content, yearsToCover(data.project, rulesOf(context, data)))
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
    ...checkSpreadNote({
      needsNote: noteReasons(figures.sheets, rulesOf(context, data)).length > 0,
      isSigned: (await findSignedNote(context, data)) !== undefined,
    }),
    ...checkConclusionDate({
      concludedOn: concludedOn(context, data),
      budgetAppliedOn: await appliedOn(context, data),
    }),
  ]
}

/** Whether the leader may change the conclusion as filled in, and what it goes past. */
export async function leaderFindings(context: Context, data: RecordData): Promise<Finding[]> {
  const { veto } = await evaluationFigures(context, data)
  return checkLeaderDecision(data.content, veto?.reasons ?? [])
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
  const { duty, affordability, panel, agreement, veto, support } = figures
  const { base, stress, simulation } = affordability
  const years = yearsOf(data, affordability).map(({ place, found }) => [place, found.explanation] as const)
  return {
    ...(duty ? { subject: duty.explanation } : {}),
    affordability: base.explanation,
    ...Object.fromEntries(years),
    ...(stress ? { affordabilityStress: stress.explanation } : {}),
    ...(simulation ? { affordabilitySimulation: simulation.explanation } : {}),
    ...(panel ? { panelScore_x100: panel.explanation, panelRange_x100: panel.spread.explanation } : {}),
    ...(agreement
      ? {
          panelDeviation_x100: agreement.deviation.explanation,
          kendallW: agreement.kendall.explanation,
          iccSingle: agreement.icc.explanation,
          iccMean: agreement.icc.explanation,
          panelMarks: agreement.outliers.explanation,
        }
      : {}),
    ...(veto ? { decision: veto.explanation } : {}),
    ...(support ? { suggested_fen: support.explanation } : {}),
  }
}

function textsOf(data: RecordData, figures: EvaluationFigures): Record<string, string> {
  const { duty, affordability, panel, agreement, support } = figures
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
    ...(panel && agreement ? panelTexts(panel, agreement) : {}),
    ...(support ? { suggested_fen: formatWanYuan(support.suggested_fen) } : {}),
  }
}

/** Figures of the panel as people read them; coefficients with four decimals. */
function panelTexts(panel: PanelScore, { deviation, kendall, icc, outliers }: PanelAgreement) {
  const coefficient = (bp: number | null) => (bp === null ? '无法计算' : (bp / 10_000).toFixed(4))
  return {
    panelRange_x100: formatScore(panel.spread.total_x100),
    panelDeviation_x100: deviation.deviation_x100 === null ? '待评' : formatScore(deviation.deviation_x100),
    kendallW: coefficient(kendall.w_bp),
    iccSingle: coefficient(icc.single_bp),
    iccMean: coefficient(icc.mean_bp),
    panelMarks:
      outliers.explanation.result === '没有' ? '没有明显偏离' : `${outliers.reasons.length}处明显偏离`,
  }
}
