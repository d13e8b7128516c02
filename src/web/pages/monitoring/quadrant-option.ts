import type { MonitorPoint } from '../../shapes-monitoring.ts'
import { zh } from '../../zh.ts'
import { toPoints } from './quadrant.ts'

/** Colour and shape of each light, as everywhere. */
const MARKS = [
  ['green', 'circle', '#1a7f4b', 7],
  ['pending', 'emptyCircle', '#6b7684', 7],
  ['yellow', 'triangle', '#a86200', 9],
  ['red', 'rect', '#b3261e', 8],
] as const

/**
 * The scatter of both gaps: what lies left of or below the middle is behind. One series per light, so that
 * shape and colour say the same.
 */
export function quadrantOption(points: readonly MonitorPoint[]) {
  const line = { lineStyle: { color: '#8a94a0', type: 'solid' as const, width: 1 }, symbol: 'none' as const }
  return {
    animation: false,
    grid: { left: 52, right: 16, top: 26, bottom: 40 },
    brush: { brushMode: 'single', transformable: false, throttleType: 'debounce', throttleDelay: 120 },
    toolbox: { show: false },
    tooltip: { trigger: 'item', confine: true },
    xAxis: axis(zh.overview.axisX, 'middle', 24),
    yAxis: { ...axis(zh.overview.axisY, 'end', 8), nameTextStyle: { align: 'left', color: '#3c4856' } },
    series: MARKS.map(([light, symbol, color, symbolSize], index) => ({
      type: 'scatter' as const,
      name: zh.lights[light],
      symbol,
      symbolSize,
      itemStyle: { color, opacity: 0.8 },
      large: points.length > 1000,
      data: points
        .filter((point) => point[5] === light)
        .map((point) => ({ name: point[3], value: [toPoints(point[6]), toPoints(point[7])] })),
      ...(index === 0 ? { markLine: { silent: true, label: { show: false }, ...line, data: ZEROES } } : {}),
    })),
  }
}

const ZEROES = [{ xAxis: 0 }, { yAxis: 0 }]

function axis(name: string, nameLocation: 'middle' | 'end', nameGap: number) {
  return {
    type: 'value' as const,
    name,
    nameLocation,
    nameGap,
    nameTextStyle: { color: '#3c4856' },
    axisLabel: { color: '#3c4856' },
    splitLine: { lineStyle: { color: '#eef1f4' } },
    axisLine: { show: false },
  }
}
