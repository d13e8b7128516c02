import { computeTargetProgress, gapWords, LIGHTS } from '../../domain/monitoring/compute/index.ts'
import { formatDecimal } from '../../domain/shared/decimal.ts'
import type { Explanation } from '../../domain/shared/explanation.ts'
import { formatWanYuan } from '../../domain/shared/money.ts'
import { formatBp, formatPercent, formatPoints, formatRatio } from '../../domain/shared/ratio.ts'
import type { Assessment } from '../records/behaviour.ts'
import { placeKey } from '../records/rules-of.ts'
import { weightedProgress } from './overview-figures.ts'
import type { RoundFigures } from './round-figures.ts'
import type { YearLine } from './year-lines.ts'

type Shown = readonly [key: string, value: string, explanation: Explanation]

/** Rates, progress, deviations, forecasts and lights of a round, each with its reason. */
export function presentRound(
  figures: RoundFigures,
  lines: readonly YearLine[] = [],
): Omit<Assessment, 'findings'> {
  const shown = [
    ...(figures.hasMoney ? moneyFigures(figures) : []),
    ...targetFigures(figures),
    ...fundFigures(figures),
    ...rowFigures(figures),
    ...lines.flatMap(lineFigures),
  ]
  return {
    figures: Object.fromEntries(shown.map(([key, value]) => [key, value])),
    explanations: Object.fromEntries(shown.map(([key, , explanation]) => [key, explanation])),
  }
}

/** 年底预测 of both lines: nothing before the line has a figure. */
function lineFigures({ line, forecast }: YearLine): Shown[] {
  const { mid_bp, low_bp, high_bp, explanation } = forecast
  if (mid_bp === null) return []
  const band =
    low_bp === null || high_bp === null ? '数据不足，仅直线推算' : `${formatBp(low_bp)}—${formatBp(high_bp)}`
  return [[`${line}Forecast`, `${formatBp(mid_bp)}（${band}）`, explanation]]
}

function moneyFigures({ round }: RoundFigures): Shown[] {
  const { execution, executionLight, idle } = round
  return [
    ['light', LIGHTS[round.light], round.explanation],
    ['executionRate', formatRatio(execution.rate), execution.explanation],
    ['plannedRate', formatRatio(execution.plannedRate), execution.explanation],
    [
      'executionDeviation',
      execution.deviation ? formatPoints(execution.deviation) : '不适用',
      execution.explanation,
    ],
    ['executionLight', LIGHTS[executionLight.light], executionLight.explanation],
    ['idle_fen', `${formatWanYuan(idle.idle_fen)}万元`, idle.explanation],
  ]
}

function targetFigures(figures: RoundFigures): Shown[] {
  const { progress, gap, explanation } = computeTargetProgress(weightedProgress(figures))
  const said = progress && gap ? `${formatPercent(progress)}（${gapWords(gap)}）` : '不适用'
  return [['targetProgress', said, explanation]]
}

function fundFigures({ funds }: RoundFigures): Shown[] {
  return funds.flatMap((fund, row) =>
    fund ? [[placeKey('execution', row, 'rate'), formatRatio(fund.rate), fund.explanation] as const] : [],
  )
}

function rowFigures({ round }: RoundFigures): Shown[] {
  return round.indicators.flatMap(({ progress, light, forecast }, row): Shown[] => [
    [
      placeKey('progress', row, 'progress'),
      progress.progress ? formatPercent(progress.progress) : '不适用',
      progress.explanation,
    ],
    [
      placeKey('progress', row, 'deviation'),
      progress.deviation ? formatPoints(progress.deviation) : '不适用',
      progress.explanation,
    ],
    [placeKey('progress', row, 'light'), LIGHTS[light.light], light.explanation],
    ...(forecast?.linear
      ? [
          [
            placeKey('progress', row, 'forecast'),
            formatDecimal(forecast.linear),
            forecast.explanation,
          ] as const,
        ]
      : []),
  ])
}
