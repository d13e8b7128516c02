import { createHash } from 'node:crypto'
import * as evaluationChecks from '../../src/domain/evaluation/checks/index.ts'
import * as evaluation from '../../src/domain/evaluation/compute/index.ts'
import * as exante from '../../src/domain/exante/compute/index.ts'
import * as monitoring from '../../src/domain/monitoring/compute/index.ts'
import * as orgChecks from '../../src/domain/org/checks/index.ts'
import * as org from '../../src/domain/org/compute/index.ts'
import * as pilot from '../../src/domain/pilot/compute/index.ts'
import * as project from '../../src/domain/project/compute/index.ts'
import * as results from '../../src/domain/results/compute/index.ts'
import type { ParameterReader } from '../../src/domain/rules/parameter-values.ts'
import { readerOf } from '../../src/domain/rules/testing.ts'
import { Decimal } from '../../src/domain/shared/decimal.ts'
import { type Fraction, findFraction, fraction, toDecimal } from '../../src/domain/shared/fraction.ts'
import { formatPercent, formatRatio, ratioOf } from '../../src/domain/shared/ratio.ts'
import * as targetsChecks from '../../src/domain/targets/checks/index.ts'
import * as targets from '../../src/domain/targets/compute/index.ts'

/** A case's input, after amounts in 万元 have become fen. */
// biome-ignore lint/suspicious/noExplicitAny: the YAML of a case has the shape its rule expects
type Input = any
type Compute = (input: Input, rules: ParameterReader) => unknown

/** Fen as text, where a sheet carries amounts as text. */
const asText = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).map(([key, v]) => [key, typeof v === 'bigint' ? v.toString() : v]))

/** An affordability sheet as its form carries it. */
const sheetOf = ({ rows, fundRows, usesFundBudget, assumptions }: Input) =>
  exante.affordabilitySheetOf({
    affordability: rows.map(asText),
    fundAffordability: (fundRows ?? []).map(asText),
    usesFundBudget: usesFundBudget ?? false,
    growthAssumptions: assumptions ?? [],
  })
const withDimensions = (sheet: Input) => ({ dimensions: [], ...sheet })
const rateOf = (parts: readonly [number, number] | undefined) => parts && ratioOf(parts[0], parts[1])
const asFractions = (marks: readonly (readonly number[])[]) =>
  marks.map((row) => row.map((mark) => fraction(mark)))
const inYuan = (cost_fen: Fraction) => toDecimal(cost_fen).div(100).toFixed()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
/** A light as the project's rule receives it: its colour, and a reason that names nothing. */
const lightOf = (light: monitoring.Light) => ({
  light,
  reason: '原因',
  explanation: monitoring.computeLight(
    { subject: '预算执行', deviation: null, isByTimeOnly: false, month: 7 },
    readerOf({
      'monitoring.light_thresholds': { yellowBelow_bp: -1000, redBelow_bp: -2000 },
      'monitoring.mid_year_month': { month: 6 },
    }),
  ).explanation,
})

/** Rule ID → how a case of that rule is computed. */
export const COMPUTATIONS: Readonly<Record<string, Compute>> = {
  'EVA-001': (i, rules) => evaluation.computeGrade(i.score_x100, rules, i.hasSeriousViolation),
  'EVA-002': evaluation.computeExecutionScore,
  'EVA-003': (i, rules) => evaluation.computeRowScore(i.target, i.actual, rules),
  'EVA-004': evaluation.computeSelfEvaluation,
  'EVA-005': evaluation.computeFundRates,
  'EVA-006': evaluation.computeOutputRates,
  'EVA-007': evaluation.computeCostSaving,
  'EVA-008': (i, rules) => evaluation.computeFrameworkWeights(i.rows, rules),
  'EVA-009': (i) => evaluation.computeElementScore(i.weight_x100, i.elements),
  'EVA-010': evaluation.computeScoreGap,
  'EVA-060': (i, rules) => evaluation.computeSelfFormWeights(i.indicators, rules),
  'EVA-061': (i, rules) =>
    evaluation.computeRecheckScore(
      i,
      new Map(Object.entries(i.rechecked).map(([row, score]) => [Number(row), Number(score)])),
      rules,
    ),
  'EVA-062': evaluation.computeSelfRisk,
  'EVA-063': (i, rules) => evaluation.computeRecheckSample(i.forms, rules),
  'EVA-011': (i) => evaluation.computePlaceAggregate(i.kind, i.places),
  'EVA-012': evaluation.computeEvaluationCoverage,
  'EVA-013': (i, rules) => evaluation.computeFinanceEvaluation(i.rows, rules, i.hasSeriousViolation),
  'EVA-014': (i, rules) => evaluation.computeExchangeDeadline(i.sentOn, rules),
  'EVA-015': evaluation.computeExecutionCap,
  'EVA-016': (i, rules) =>
    evaluation.computeOverDeduction(
      i.rows.map((row: Input) => ({ ...row, over: findFraction(row.over) })),
      rules,
    ),
  'EVA-017': (i) => evaluation.computeFormulaScore({ ...i, rate: rateOf(i.rate) }),
  'EVA-018': evaluation.computeBandScore,
  'EVA-019': evaluation.computeDeductionScore,
  'EVA-020': evaluation.computeLikertScore,
  'EVA-021': evaluation.computeTimeliness,
  'EVA-022': evaluation.computeDepartmentRate,
  'EVA-023': (i, rules) => evaluation.computeDepartmentDeduction({ ...i, rate: rateOf(i.rate) }, rules),
  'EVA-024': evaluation.computeEvaluationCycle,
  'EVA-090': evaluation.computeItemScore,
  'EVA-091': (i, rules) => evaluation.computeSampleSize(i.population, rules),
  'EVA-096': evaluation.computeRaterMean,
  'EVA-097': evaluation.computeCountyCost,
  'EXA-001': exante.computeEvaluationDuty,
  'EXA-002': (i, rules) => exante.computeSheetScore(i.rows, rules),
  'EXA-003': (i, rules) => exante.computePanelScore(i.sheets.map(withDimensions), rules),
  'EXA-004': (i, rules) => exante.computeSpread(i.sheets.map(withDimensions), rules),
  'EXA-005': (i, rules) => exante.computeAffordability(sheetOf(i), rules, i.requiredYears),
  'EXA-051': (i, rules) => exante.computeStress(sheetOf(i), rules),
  'EXA-052': (i, rules) => exante.computeSimulation(sheetOf(i), rules, i.seed),
  'EXA-006': exante.computeVeto,
  'EXA-007': exante.computeSupportAmount,
  'EXA-021': (i) => exante.computeExpertDraw(i.roster, i.value, sha256),
  'EXA-023': (i) => exante.computeDeviation(i.totals),
  'EXA-024': (i) => exante.computeKendallW(asFractions(i.marks)),
  'EXA-025': (i) => exante.computeIcc(asFractions(i.marks)),
  'EXA-026': (i, rules) => exante.computeOutliers(i.sheets.map(withDimensions), rules),
  'EXA-053': (i, rules) => exante.computeMaterialsDeadline(i.returnedOn, rules),
  'EXA-054': exante.computeEvaluationPlan,
  'EXA-055': (i, rules) => {
    const { quartiles, own, ...rest } = exante.computeUnitCostComparison(i, rules)
    const costs = Object.entries({ own, ...quartiles }).map(([key, one]) => [key, one && inYuan(one)])
    return { ...rest, ...Object.fromEntries(costs) }
  },
  'EXA-056': (i, rules) => exante.computeOverlaps(i.own, i.others, '示例县', rules),
  'TGT-001': (i, rules) => targets.computeTargetWeights(i.indicators, rules),
  'TGT-002': (i) => targets.parseTargetText(i.text, i),
  'TGT-003': (i, rules) => targets.computeTargetReview(i.lines, rules),
  'TGT-004': (i, rules) => targets.computeTargetDisclosureDeadline(i.approvedOn, rules),
  'TGT-005': (i) => targets.computeUnitCostChange(i.before, i.after),
  'TGT-006': targets.computeAdjustmentWindow,
  'TGT-007': (i, rules) => targets.computeGeneralReview(i.lines, i.overall, rules),
  'MON-001': monitoring.computeExecutionProgress,
  'MON-002': (i) => monitoring.computeIndicatorProgress(i.indicator, i.observed, i.month),
  'MON-003': monitoring.computeForecast,
  'MON-004': (i, rules) =>
    monitoring.computeLight(
      { ...i, deviation: i.deviation === null ? null : new Decimal(i.deviation) },
      rules,
    ),
  'MON-005': (i, rules) =>
    monitoring.computeProjectLight(
      lightOf(i.money),
      i.indicators.map(({ light, ...one }: Input) => ({ ...one, result: lightOf(light) })),
      rules,
    ),
  'MON-006': monitoring.computeIdleMoney,
  'MON-007': monitoring.computeReallocationBalance,
  'MON-008': monitoring.computeMonitoringRound,
  'MON-009': (i) => {
    const { share, explanation } = monitoring.computePlannedShare(i.plan.map(findFraction), i.month)
    return { share: share && toDecimal(share), explanation }
  },
  'MON-010': monitoring.computeWindowCoverage,
  'MON-020': (i, rules) => {
    const curves = i.curves.flatMap(({ times = 1, ...curve }: Input) =>
      Array.from({ length: times }, () => ({
        isOwn: curve.isOwn ?? false,
        points: Object.entries(curve.points).map(([month, share_bp]) => ({ month: Number(month), share_bp })),
      })),
    )
    return monitoring.computeYearEndForecast({ ...i, curves }, rules)
  },
  'MON-022': ({ type, ...i }, rules) =>
    monitoring.computeRiskJudgements({ ...i, template: monitoring.findTemplate({ type }, rules) }, rules),
  'MON-023': monitoring.computeNextYearEffect,
  'MON-021': (i) => {
    const part = (row: Input) => ({
      ...row,
      reached: findFraction(row.reached),
      planned: findFraction(row.planned),
    })
    const { reached, planned, explanation } = monitoring.computeOutputLine(i.parts.map(part), i.month)
    return {
      reached: reached && toDecimal(reached).toFixed(),
      planned: planned && toDecimal(planned).toFixed(),
      explanation,
    }
  },
  'MON-011': monitoring.computeEscalation,
  'MON-060': (i) => {
    const share = (text: string | null) => (text === null ? null : new Decimal(text))
    const rows = i.rows.map((row: Input) => ({
      ...row,
      progress: share(row.progress),
      planned: share(row.planned),
    }))
    const { reached, due, progress, gap, ...rest } = monitoring.computeTargetProgress(rows)
    const text = (value: Decimal | null) => value?.toDecimalPlaces(6).toFixed() ?? null
    return { ...rest, reached: String(reached), due: String(due), progress: text(progress), gap: text(gap) }
  },
  'MON-061': (i) => {
    const sums = i.sums.map((one: Input) => ({
      ...one,
      reached: BigInt(one.reached),
      weight_x100: BigInt(one.weight_x100),
    }))
    const { rate, progress, ...rest } = monitoring.computeOverviewRates(sums)
    return { ...rest, rate: formatRatio(rate), progress: progress ? formatPercent(progress) : '不适用' }
  },
  'RES-001': (i, rules) => results.computeFeedbackDeadline(i.confirmedOn, rules),
  'RES-002': (i, rules) => results.computePlanDeadline(i.receivedOn, rules),
  'RES-003': (i) => results.computeRectificationRate(i.tasks),
  'RES-004': results.computeLinkageProposal,
  'RES-005': (i) => results.computeLinkageTotals(i.decisions),
  'RES-006': (i, rules) => results.computeResultDisclosureDeadline(i.formedOn, rules),
  'RES-007': (i, rules) => results.computeTrackingDates(i.appliedOn, rules),
  'RES-008': results.computeRepeatedProblems,
  'RES-009': results.computeRollForward,
  'RES-020': (i) => results.computeRecovery(i.tasks),
  'RES-021': results.computeTaskEscalation,
  'RES-060': (i) => results.computeYearTotals(i.results),
  'RES-061': (i, rules) => results.computeCircularLists(i.results, rules),
  'RES-040': (i, rules) => results.computeItemWeight(i.score_x100, rules),
  'RES-041': ({ items }) => {
    const named = items.map((item: Input, index: number) => ({ ...item, id: String(index) }))
    const lines = named.map((item: Input) => ({ itemId: item.id, amount_fen: item.amount_fen }))
    const { moved, byPerformance, ...rest } = results.computeMovedBase(named, lines)
    return { ...rest, moved: formatRatio(moved), byPerformance: formatRatio(byPerformance) }
  },
  'RES-042': results.computeExit,
  'RES-022': (i) => results.computeApplicationRate(i.results),
  'PIL-001': (i, rules) => pilot.computeQuota(i.projects, rules),
  'PIL-002': (i) => pilot.computeLoopCompleteness(i.projects),
  'PIL-003': pilot.computeSynchrony,
  'PIL-004': pilot.computeStageSchedule,
  'PIL-005': (i, rules) => pilot.computeSelectionCriteria(i.ticked, rules),
  'PIL-022': (i) => pilot.computeMilestones(i),
  'PIL-023': pilot.computeSelectionRanking,
  'PIL-024': pilot.computePlaceRanking,
  'PIL-020': (i) => pilot.computeAcceptanceScore(i),
  'PIL-021': (i) => {
    const { open, ...rest } = pilot.computeAcceptanceCompleteness(i)
    return { ...rest, open: open.length }
  },
  'BUD-001': (i, rules) => project.computeFinanceReplyDeadline(i.adoptedOn, rules),
  'BUD-002': (i, rules) => project.computeDepartmentReplyDeadline(i.receivedOn, rules),
  'BUD-003': (i, rules) => project.computeBudgetDisclosureDeadline(i.level, i.approvedOn, rules),
  'BUD-004': project.computeControlNumber,
  'BUD-006': project.computeBudgetChange,
  'BUD-007': project.computeBudgetCalendar,
  'BUD-008': (i, rules) => project.computeSessionSubmission(i.sessionOn, rules),
  'BUD-009': project.computeProjectExpiry,
  'ORG-001': org.computeLeadEvaluator,
  'ORG-002': org.computeAgencyShare,
  'ORG-003': org.computeConflict,
  'ORG-004': (i, rules) => org.computeReportAcceptance(i.points_x100, rules),
  'ORG-005': (i) => org.computeRandomDraw(i, (text) => createHash('sha256').update(text).digest('hex')),
  'ORG-006': org.computeCreditRecord,
  'ORG-007': (i, rules) => org.computeExpertAppraisal(i.points_x100, rules),
  // Checks that read plain data: their findings.
  'EVA-109': (i) => ({ findings: evaluationChecks.checkOverReview(i.content, i.rows) }),
  'EVA-110': (i) => ({ findings: evaluationChecks.checkFourElements(i.rows) }),
  'ORG-203': (i) => ({ findings: orgChecks.checkContract(i) }),
  'TGT-114': (i) => ({ findings: targetsChecks.checkAgainstLastYear(i.content, i.reached) }),
  'TGT-113': (i) => ({ findings: targetsChecks.checkAdjustmentRequest(i) }),
  'BUD-005': (i, rules) => project.computeStaleCarryOver(i.amounts, i.year, rules),
}
