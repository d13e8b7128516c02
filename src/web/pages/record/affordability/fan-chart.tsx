import { LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { PressureBounds } from '../../../../domain/exante/compute/affordability/index.ts'
import { formatRatio } from '../../../../domain/shared/ratio.ts'
import { zh } from '../../../zh.ts'
import { type FanLine, fanOption } from './fan-option.ts'

use([LineChart, GridComponent, LegendComponent, MarkLineComponent, AriaComponent, CanvasRenderer])

/** How far the pressure of each year may spread; the same numbers stand in the table beside it. */
export function FanChart({
  title,
  lines,
  bounds,
}: {
  readonly title: string
  readonly lines: readonly FanLine[]
  readonly bounds: PressureBounds
}) {
  const box = useRef<HTMLDivElement>(null)
  const option = JSON.stringify(fanOption(lines, bounds))
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
  const spoken = lines.map(({ planned }) => `${planned.year}年${formatRatio(planned.pressure)}`).join('，')
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <div
        ref={box}
        className="chart-box is-fan"
        role="img"
        aria-label={zh.exante.affordability.fanLabel(title, spoken)}
      />
    </figure>
  )
}
