import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { type Fen, formatWanYuan, sumFen } from '../../shared/money.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import type { Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import {
  computeExecutionProgress,
  type ExecutionFigures,
  type ExecutionProgress,
  findExecutionProgress,
  type QuarterPlan,
} from './execution-progress.ts'
import { computeForecast } from './forecast.ts'
import { computeIdleMoney } from './idle-money.ts'
import {
  computeIndicatorProgress,
  findIndicatorProgress,
  type IndicatorProgress,
  type MonitoredIndicator,
  type Observed,
  type ProgressFigures,
} from './indicator-progress.ts'
import {
  computeLight,
  findLight,
  type Light,
  type LightInput,
  type LightResult,
  LIGHTS,
  type Likelihood,
} from './light.ts'
import { findPlannedShare, type QuarterAmounts } from './plan-curve.ts'
import { computeProjectLight, findProjectLight } from './project-light.ts'

export const MON_008: RuleHeader = {
  id: 'MON-008',
  name: '双监控结果',
  stage: 'monitoring',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（三）双监控'),
}

export type MonitoringInput = {
  /** Months elapsed, 1 to 12. */
  readonly month: number
  readonly funds: readonly {
    readonly adjusted_fen: Fen
    readonly paid_fen: Fen
    readonly expected_fen: Fen
  }[]
  /** The sheet's quarterly money plan, where there is one. */
  readonly plan_fen?: QuarterPlan | undefined
  readonly indicators: readonly (MonitoredIndicator &
    Observed & {
      readonly weight_x100: Score_x100
      readonly expected?: string | null
      readonly likelihood?: Likelihood | null
      /** What the sheet plans to reach in each quarter, where it says so. */
      readonly plan?: QuarterAmounts | undefined
    })[]
}

export type MonitoringRound = Explained<{
  readonly light: Light
  readonly reason: string
  readonly execution: ExecutionProgress
  readonly executionLight: LightResult
  readonly idle: ReturnType<typeof computeIdleMoney>
  readonly indicators: readonly {
    readonly progress: IndicatorProgress
    readonly light: LightResult
    /** Only for cumulative numbers. */
    readonly forecast: ReturnType<typeof computeForecast> | null
  }[]
}>

/** What the overview and its proof need of a round: no explanation, the reason in words. */
export type JudgedRound = {
  readonly light: Light
  readonly reason: string
  readonly execution: ExecutionFigures
  readonly indicators: readonly { readonly progress: ProgressFigures }[]
}

/** MON-008 without its explanations: what a whole province is recomputed by. */
export function findMonitoringRound(input: MonitoringInput, rules: ParameterReader): JudgedRound {
  const { month } = input
  const execution = findExecutionProgress({ ...totalsOf(input), month, plan_fen: input.plan_fen })
  const money = findLight(moneyQuestion(execution, month), rules)
  const indicators = input.indicators.map((row) => {
    const planned = row.plan && findPlannedShare(row.plan, month)
    const progress = findIndicatorProgress(row, row, month, planned)
    return { progress, light: findLight(rowQuestion(row, progress, planned !== undefined, month), rules) }
  })
  const project = findProjectLight(
    money,
    input.indicators.map(({ name, weight_x100 }, index) => ({
      name,
      weight_x100,
      result: indicators[index]?.light ?? money,
    })),
    rules,
  )
  return { light: project.light, reason: project.reason(), execution, indicators }
}

function totalsOf({ funds }: MonitoringInput) {
  return {
    adjusted_fen: sumFen(funds.map((fund) => fund.adjusted_fen)),
    paid_fen: sumFen(funds.map((fund) => fund.paid_fen)),
  }
}

function moneyQuestion({ deviation, hasPlan }: ExecutionFigures, month: number): LightInput {
  return { subject: '预算执行', deviation, isByTimeOnly: !hasPlan, month }
}

function rowQuestion(
  row: MonitoringInput['indicators'][number],
  { deviation, daysLate, isTimeScaled }: ProgressFigures,
  hasPlan: boolean,
  month: number,
): LightInput {
  return {
    subject: row.name,
    deviation,
    daysLate,
    likelihood: row.likelihood ?? null,
    isByTimeOnly: isTimeScaled && !hasPlan,
    month,
  }
}

/** MON-008: both halves of one round, money and indicators, and the project's light from both. */
export function computeMonitoringRound(input: MonitoringInput, rules: ParameterReader): MonitoringRound {
  const { adjusted_fen, paid_fen } = totalsOf(input)
  const expected_fen = sumFen(input.funds.map((fund) => fund.expected_fen))
  const { month } = input
  const execution = computeExecutionProgress({ adjusted_fen, paid_fen, month, plan_fen: input.plan_fen })
  const executionLight = computeLight(moneyQuestion(execution, month), rules)
  const idle = computeIdleMoney({ adjusted_fen, paid_fen, expected_fen, month })
  const indicators = input.indicators.map((row) => computeRow(row, month, rules))
  const project = computeProjectLight(
    executionLight,
    input.indicators.map(({ name, weight_x100 }, index) => ({
      name,
      weight_x100,
      result: indicators[index]?.light ?? executionLight,
    })),
    rules,
  )
  return {
    light: project.light,
    reason: project.reason,
    execution,
    executionLight,
    idle,
    indicators,
    explanation: explain(MON_008, {
      sentence: `截至${month}月：${project.explanation.sentence}`,
      inputs: [
        { label: '调整后预算数', value: `${formatWanYuan(adjusted_fen)}万元` },
        { label: '执行数', value: `${formatWanYuan(paid_fen)}万元` },
        { label: '监控指标', value: `${input.indicators.length}项` },
      ],
      formula: '预算执行进度与绩效指标进度分别判断，项目取最差',
      result: LIGHTS[project.light],
      children: [
        execution.explanation,
        ...indicators.map((each) => each.progress.explanation),
        project.explanation,
        idle.explanation,
      ],
    }),
  }
}

function computeRow(row: MonitoringInput['indicators'][number], month: number, rules: ParameterReader) {
  const planned = row.plan && findPlannedShare(row.plan, month)
  const progress = computeIndicatorProgress(row, row, month, planned)
  const light = computeLight(rowQuestion(row, progress, planned !== undefined, month), rules)
  const forecast = progress.isTimeScaled
    ? computeForecast(
        { actual: row.actual ?? null, month, expected: row.expected ?? null, target: row.value ?? null },
        rules,
      )
    : null
  return { progress, light, forecast }
}
