import type { OutlookLine } from '../../shapes-monitoring.ts'
import { zh } from '../../zh.ts'

const words = zh.monitoring.outlook
const INK = '#1b2430'
const PLAN = '#6b7685'
const ACTUAL = '#17568f'
const FORECAST = '#b26a00'
const BAND = '#f1dcb8'

type Value = number | null
const percent = (bp: Value): Value => (bp === null ? null : bp / 100)

/** Plan dashed, actual solid, forecast dotted with its band; readable in grey by their strokes. */
export function lineOption({ points, forecast }: OutlookLine) {
  const last = points.filter(({ reached_bp }) => reached_bp !== null).pop()
  const ahead = (pick: (band: OutlookLine['forecast']['band'][number]) => number): Value[] =>
    points.map(({ month }) => {
      if (last !== undefined && month === last.month) return percent(last.reached_bp)
      const found = forecast.band.find((band) => band.month === month)
      return found === undefined ? null : percent(pick(found))
    })
  const low = ahead(({ low_bp }) => low_bp)
  const high = ahead(({ high_bp }) => high_bp)
  const width = high.map((value, index) => {
    const bottom = low[index] ?? null
    return value === null || bottom === null ? null : value - bottom
  })
  const middle =
    forecast.basis === 'history' ? ahead(({ mid_bp }) => mid_bp) : straight(points, forecast.mid_bp)
  return {
    animation: false,
    legend: {
      bottom: 0,
      selectedMode: false,
      itemWidth: 22,
      textStyle: { color: INK, fontSize: 12 },
      data: [words.plan, words.actual, words.forecast, ...(forecast.basis === 'history' ? [words.band] : [])],
    },
    grid: { left: 48, right: 16, top: 12, bottom: 52 },
    xAxis: {
      type: 'category' as const,
      boundaryGap: false,
      data: points.map(({ month }) => words.month(month)),
      axisLabel: { color: INK },
    },
    yAxis: { type: 'value' as const, min: 0, max: 100, axisLabel: { color: INK, formatter: '{value}%' } },
    series: [
      { ...stroke('', 'transparent', 'solid', low), stack: 'band', lineStyle: { opacity: 0 } },
      {
        ...stroke(words.band, BAND, 'solid', width),
        stack: 'band',
        lineStyle: { opacity: 0 },
        areaStyle: { color: BAND, opacity: 1 },
      },
      stroke(
        words.plan,
        PLAN,
        'dashed',
        points.map(({ planned_bp }) => percent(planned_bp)),
      ),
      stroke(words.forecast, FORECAST, 'dotted', middle),
      {
        ...stroke(
          words.actual,
          ACTUAL,
          'solid',
          points.map(({ reached_bp }) => percent(reached_bp)),
        ),
        symbol: 'circle',
        connectNulls: true,
      },
    ],
  }
}

/** Without enough past years: from the last figure to where the straight line ends. */
function straight(points: OutlookLine['points'], end_bp: Value): Value[] {
  const reached = points.filter(({ reached_bp }) => reached_bp !== null).pop()
  if (reached === undefined || end_bp === null) return points.map(() => null)
  return points.map(({ month }) => {
    if (month < reached.month) return null
    const way = (month - reached.month) / Math.max(1, 12 - reached.month)
    return percent((reached.reached_bp ?? 0) + (end_bp - (reached.reached_bp ?? 0)) * way)
  })
}

function stroke(name: string, color: string, type: 'solid' | 'dashed' | 'dotted', data: readonly Value[]) {
  return {
    type: 'line' as const,
    name,
    color,
    symbol: 'none',
    symbolSize: 7,
    lineStyle: { color, type, width: 2 },
    data: [...data],
  }
}
