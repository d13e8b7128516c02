import type { RoundLights } from '../../domain/monitoring/checks/index.ts'
import {
  computeExecutionProgress,
  computeMonitoringRound,
  type ExecutionProgress,
  type MonitoringInput,
  type MonitoringRound,
  type QuarterPlan,
} from '../../domain/monitoring/compute/index.ts'
import type {
  MonitoringRoundContent,
  MonitoringRoundProgressRow,
  TargetsSheetContent,
  TargetsSheetIndicatorsRow,
} from '../../domain/forms/contents.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import { daysInMonth, isDate, makeDate } from '../../domain/shared/dates.ts'
import { findFen } from '../../domain/shared/money.ts'
import { outputPlanOf } from '../../domain/targets/index.ts'
import type { Context } from '../kernel/context.ts'
import { type ApprovedTarget, findApprovedTarget } from '../records/approved-target.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'

/** What a round is measured against: the sheet as it was approved. */
type MeasuredTarget = Pick<ApprovedTarget, 'content' | 'indicators'>

/** What the rules make of a monitoring round as it stands. */
export type RoundFigures = {
  readonly target: MeasuredTarget
  /** What the rules were given: the funds that are filled in, the indicators in the order of the form. */
  readonly input: MonitoringInput
  readonly round: MonitoringRound
  /** Of each fund, in the order of the form; nothing where a figure is blank. */
  readonly funds: readonly (ExecutionProgress | undefined)[]
  /** Whether the money half is filled in: without it there is no execution rate and no project light. */
  readonly hasMoney: boolean
  readonly lights: RoundLights
}

/** Computes both halves of a round against the approved target; nothing when the target is gone. */
export async function roundFigures(context: Context, data: RecordData): Promise<RoundFigures | undefined> {
  const target = data.project && (await findApprovedTarget(context, data.project, roundMoment(data)))
  return target && computeRound(data.content as MonitoringRoundContent, target, rulesOf(context, data))
}

/**
 * The moment whose target a round is measured against: when it was begun, and never later than the end of
 * the months it covers. An adjustment approved while it is open counts from the next round on.
 */
export function roundMoment({ record, content }: Pick<RecordData, 'record' | 'content'>): string {
  const month = Number(content['month'] ?? 12)
  const lastDay = makeDate(record.fiscalYear, month, daysInMonth(record.fiscalYear, month))
  const end = `${lastDay}T23:59:59.999+08:00`
  return Date.parse(record.createdAt) < Date.parse(end) ? record.createdAt : end
}

/** The figures of a round's content under given rules. */
export function computeRound(
  content: MonitoringRoundContent,
  target: MeasuredTarget,
  rules: ParameterReader,
): RoundFigures {
  const { input, amounts, hasMoney } = readRound(content, target)
  const { month } = input
  const round = computeMonitoringRound(input, rules)
  return {
    target,
    input,
    round,
    funds: amounts.map(
      (amount) => amount && computeExecutionProgress({ ...amount, month, plan_fen: input.plan_fen }),
    ),
    hasMoney,
    lights: {
      execution: hasMoney ? round.executionLight.light : 'pending',
      progress: round.indicators.map((each) => each.light.light),
    },
  }
}

/** What the rules are given of a round: its content beside the target it is measured against. */
export function readRound(content: MonitoringRoundContent, target: MeasuredTarget) {
  const rows = content.execution ?? []
  const amounts = rows.map(({ adjusted_fen, paid_fen, expected_fen }) =>
    complete({
      adjusted_fen: findFen(adjusted_fen),
      paid_fen: findFen(paid_fen),
      expected_fen: findFen(expected_fen),
    }),
  )
  const hasMoney = rows.length > 0 && !amounts.includes(undefined)
  const input: MonitoringInput = {
    month: content.month ?? 12,
    funds: hasMoney ? amounts.filter((amount) => amount !== undefined) : [],
    plan_fen: planOf(target.content),
    indicators: (content.progress ?? []).map((row) => indicatorOf(row, target.indicators)),
  }
  return { input, amounts, hasMoney }
}

type Amounts = MonitoringInput['funds'][number]

function complete(given: { readonly [K in keyof Amounts]: bigint | undefined }): Amounts | undefined {
  const { adjusted_fen, paid_fen, expected_fen } = given
  if (adjusted_fen === undefined || paid_fen === undefined || expected_fen === undefined) return undefined
  return { adjusted_fen, paid_fen, expected_fen }
}

/** The plan of the sheet by quarters, if all four are there. */
function planOf({ quarterPlan }: TargetsSheetContent): QuarterPlan | undefined {
  const [q1, q2, q3, q4] = (['q1', 'q2', 'q3', 'q4'] as const).map((quarter) =>
    findFen(quarterPlan?.find((row) => row.quarter === quarter)?.planned_fen),
  )
  if (q1 === undefined || q2 === undefined || q3 === undefined || q4 === undefined) return undefined
  return [q1, q2, q3, q4]
}

function indicatorOf(
  row: MonitoringRoundProgressRow,
  indicators: readonly TargetsSheetIndicatorsRow[],
): MonitoringInput['indicators'][number] {
  const indicator = indicators.find((candidate) => candidate.id === row.indicatorId)
  return {
    name: indicator?.name ?? row.name ?? '',
    kind: indicator?.kind ?? 'quant',
    operator: indicator?.operator ?? null,
    value: indicator?.value ?? null,
    dateValue: indicator?.dateValue ?? null,
    unit: indicator?.unit ?? null,
    accumulation: indicator?.accumulation ?? null,
    weight_x100: indicator?.weight_x100 ?? row.weight_x100 ?? 0,
    actual: row.actual ?? null,
    actualDate: dayIn(row.actualText),
    expected: row.expected ?? null,
    expectedDate: dayIn(row.expectedText),
    likelihood: row.likelihood ?? null,
    plan: outputPlanOf(indicator),
  }
}

/** A milestone is reported as a day in the text column: 2023-06-30. */
function dayIn(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? ''
  return isDate(trimmed) ? trimmed : null
}
