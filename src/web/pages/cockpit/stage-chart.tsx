import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useMemo, useRef } from 'react'
import type { CockpitTile, StageState } from '../../shapes.ts'
import { zh } from '../../zh.ts'
import { chartTitle, countStages, type StageCount } from './stage-counts.ts'

use([BarChart, GridComponent, AriaComponent, CanvasRenderer])

/** Dark to light, so that the order can still be read in grey. */
const FILLS: readonly (readonly [state: StageState, fill: string, ink: string])[] = [
  ['done', '#17568f', '#ffffff'],
  ['underway', '#8fb8dd', '#1b2430'],
  ['overdue', '#e3a04a', '#1b2430'],
  ['notStarted', '#e4e8ed', '#1b2430'],
]

/** How far each stage has come over all places; the same numbers stand in a table below it. */
export function StageChart({ tiles }: { readonly tiles: readonly CockpitTile[] }) {
  const stages = useMemo(() => countStages(tiles), [tiles])
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (box.current === null) return
    const chart = init(box.current)
    chart.setOption(optionFor(stages))
    const resize = () => chart.resize()
    window.addEventListener('resize', resize)
    return () => {
      window.removeEventListener('resize', resize)
      chart.dispose()
    }
  }, [stages])
  return (
    <figure className="chart">
      <figcaption>{chartTitle(stages)}</figcaption>
      <div ref={box} className="chart-box" role="img" aria-label={chartTitle(stages)} />
      <details>
        <summary>{zh.cockpit.table}</summary>
        <CountTable stages={stages} />
      </details>
    </figure>
  )
}

function optionFor(stages: readonly StageCount[]) {
  return {
    animation: false,
    grid: { left: 88, right: 8, top: 4, bottom: 4 },
    xAxis: { type: 'value' as const, show: false, max: 'dataMax' as const },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: stages.map(({ title }) => title),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: '#1b2430', fontSize: 13 },
    },
    series: FILLS.map(([state, fill, ink]) => ({
      type: 'bar' as const,
      stack: 'all',
      barWidth: 18,
      itemStyle: { color: fill, borderColor: '#fff', borderWidth: 1 },
      label: {
        show: true,
        color: ink,
        fontSize: 12,
        formatter: ({ value }: { value: unknown }) =>
          Number(value) > 0 ? `${zh.stageStates[state]} ${String(value)}` : '',
      },
      labelLayout: { hideOverlap: true },
      data: stages.map(({ counts }) => counts[state]),
    })),
  }
}

function CountTable({ stages }: { readonly stages: readonly StageCount[] }) {
  return (
    <table className="data">
      <caption className="visually-hidden">{zh.cockpit.chart}</caption>
      <thead>
        <tr>
          <th scope="col">{zh.rules.columns.stage}</th>
          {FILLS.map(([state]) => (
            <th key={state} scope="col" className="number">
              {zh.stageStates[state]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stages.map(({ stage, title, counts }) => (
          <tr key={stage}>
            <th scope="row">{title}</th>
            {FILLS.map(([state]) => (
              <td key={state} className="number">
                {counts[state]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
