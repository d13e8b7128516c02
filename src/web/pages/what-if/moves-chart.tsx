import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { Moves } from '../../../domain/results/compute/what-if/moves.ts'
import { zh } from '../../zh.ts'
import { movesOption } from './moves-option.ts'

use([BarChart, AriaComponent, GridComponent, TooltipComponent, CanvasRenderer])

/** Who gains and who gives way, the largest first. */
export function MovesChart({ moves }: { readonly moves: Moves }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (box.current === null) return
    const chart = init(box.current)
    chart.setOption(movesOption(moves))
    const resize = () => chart.resize()
    window.addEventListener('resize', resize)
    return () => {
      window.removeEventListener('resize', resize)
      chart.dispose()
    }
  }, [moves])
  return (
    <figure className="chart">
      <figcaption>{zh.whatIf.chart}</figcaption>
      <div ref={box} className="chart-box is-moves" role="img" aria-label={zh.whatIf.chartLabel} />
    </figure>
  )
}
