import { LineChart as Lines } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { OutlookLine } from '../../shapes-monitoring.ts'
import { zh } from '../../zh.ts'
import { lineOption } from './line-option.ts'

use([Lines, GridComponent, LegendComponent, AriaComponent, CanvasRenderer])

/** One line over the year; the same numbers stand in the table below it. */
export function LineChart({ line }: { readonly line: OutlookLine }) {
  const box = useRef<HTMLDivElement>(null)
  const option = JSON.stringify(lineOption(line))
  useEffect(() => {
    if (box.current === null) return
    const chart = init(box.current)
    chart.setOption(JSON.parse(option))
    const resize = () => chart.resize()
    window.addEventListener('resize', resize)
    return () => {
      window.removeEventListener('resize', resize)
      chart.dispose()
    }
  }, [option])
  return (
    <div
      ref={box}
      className="chart-box is-fan"
      role="img"
      aria-label={zh.monitoring.outlook.spoken(line.title, line.forecast.explanation.sentence)}
    />
  )
}
