import type {
  AffordabilityYear,
  PressureBounds,
  SimulatedYear,
} from '../../../../domain/exante/compute/affordability/index.ts'
import { ratioBp } from '../../../../domain/shared/ratio.ts'
import { zh } from '../../../zh.ts'

export type FanLine = { readonly planned: AffordabilityYear; readonly drawn: SimulatedYear }

const words = zh.exante.affordability
const BAND_90 = '#c9ddf0'
const BAND_50 = '#8fb8dd'
const MEDIAN = '#17568f'
const PLANNED = '#1b2430'
const WARN = '#b26a00'
const FAIL = '#b3261e'
/** Room above and below what is drawn, in per cent of available money. */
const ROOM = 2

const percent = (bp: number) => bp / 100

/** Bands stacked on the lowest line: 5–25, 25–75, 75–95 per cent of the draws; lines above them. */
export function fanOption(lines: readonly FanLine[], bounds: PressureBounds) {
  const of = (pick: (quantiles: SimulatedYear['quantiles_bp']) => number) =>
    lines.map(({ drawn }) => percent(pick(drawn.quantiles_bp)))
  const planned = lines.map(({ planned: { pressure } }) => (pressure ? percent(ratioBp(pressure)) : null))
  return {
    animation: false,
    ...frameFor(lines, [
      ...of((q) => q.p5),
      ...of((q) => q.p95),
      ...planned.flatMap((value) => (value === null ? [] : [value])),
      percent(bounds.warn_bp),
      percent(bounds.fail_bp),
    ]),
    series: [
      band(
        '',
        'transparent',
        of((q) => q.p5),
      ),
      band(
        words.band90,
        BAND_90,
        of((q) => q.p25 - q.p5),
      ),
      band(
        words.band50,
        BAND_50,
        of((q) => q.p75 - q.p25),
      ),
      band(
        words.band90,
        BAND_90,
        of((q) => q.p95 - q.p75),
      ),
      line(
        words.median,
        MEDIAN,
        'solid',
        of((q) => q.p50),
      ),
      { ...line(words.planned, PLANNED, 'dashed', planned), markLine: boundLines(bounds) },
    ],
  }
}

/** Legend, axes and room for everything that is shown. */
function frameFor(lines: readonly FanLine[], shown: readonly number[]) {
  return {
    legend: {
      bottom: 0,
      selectedMode: false,
      itemWidth: 18,
      textStyle: { color: PLANNED, fontSize: 12 },
      data: [words.band90, words.band50, words.median, words.planned],
    },
    grid: { left: 48, right: 76, top: 12, bottom: 64 },
    xAxis: {
      type: 'category' as const,
      boundaryGap: false,
      data: lines.map(({ planned: { year } }) => `${year}年`),
      axisLabel: { color: PLANNED },
    },
    yAxis: {
      type: 'value' as const,
      min: Math.floor(Math.min(...shown) - ROOM),
      max: Math.ceil(Math.max(...shown) + ROOM),
      axisLabel: { color: PLANNED, formatter: '{value}%' },
    },
  }
}

function boundLines(bounds: PressureBounds) {
  return {
    silent: true,
    symbol: 'none',
    label: { position: 'end' as const, formatter: '{b}', color: PLANNED, fontSize: 12 },
    data: [
      { name: words.warn, yAxis: percent(bounds.warn_bp), lineStyle: { color: WARN } },
      { name: words.fail, yAxis: percent(bounds.fail_bp), lineStyle: { color: FAIL } },
    ],
  }
}

function band(name: string, color: string, data: readonly number[]) {
  return {
    type: 'line' as const,
    name,
    stack: 'fan',
    stackStrategy: 'all' as const,
    symbol: 'none',
    color,
    lineStyle: { opacity: 0 },
    areaStyle: { color, opacity: 1 },
    data: [...data],
  }
}

function line(name: string, color: string, type: 'solid' | 'dashed', data: readonly (number | null)[]) {
  return {
    type: 'line' as const,
    name,
    color,
    symbolSize: 6,
    lineStyle: { color, type, width: 2 },
    data: [...data],
  }
}
