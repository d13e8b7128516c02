import { ScatterChart } from 'echarts/charts'
import {
  AriaComponent,
  BrushComponent,
  GridComponent,
  MarkLineComponent,
  ToolboxComponent,
  TooltipComponent,
} from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { MonitorPoint } from '../../shapes-monitoring.ts'
import { zh } from '../../zh.ts'
import { type Box, quadrantOf } from './quadrant.ts'
import { quadrantOption } from './quadrant-option.ts'

use([
  ScatterChart,
  AriaComponent,
  BrushComponent,
  GridComponent,
  MarkLineComponent,
  ToolboxComponent,
  TooltipComponent,
  CanvasRenderer,
])

/** 两项偏差: every project a point, execution across, target upwards; drag to choose. */
export function QuadrantChart({
  points,
  onBox,
}: {
  readonly points: readonly MonitorPoint[]
  readonly onBox: (box: Box | undefined) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (box.current === null) return
    const chart = init(box.current)
    chart.setOption(quadrantOption(points))
    chart.dispatchAction({
      type: 'takeGlobalCursor',
      key: 'brush',
      brushOption: { brushType: 'rect', brushMode: 'single' },
    })
    chart.on('brushEnd', (event) => {
      const [area] = (event as { areas: { coordRange?: [[number, number], [number, number]] }[] }).areas
      onBox(area?.coordRange && { x: area.coordRange[0], y: area.coordRange[1] })
    })
    const resize = () => chart.resize()
    window.addEventListener('resize', resize)
    return () => {
      window.removeEventListener('resize', resize)
      chart.dispose()
    }
  }, [points, onBox])
  const behind = points.filter((point) => quadrantOf(point) === 'both').length
  return (
    <figure className="chart">
      <figcaption>{zh.overview.chart(behind, points.length)}</figcaption>
      <div ref={box} className="chart-box is-quadrant" role="img" aria-label={zh.overview.chartLabel} />
    </figure>
  )
}
