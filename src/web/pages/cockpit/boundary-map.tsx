import { MapChart } from 'echarts/charts'
import { AriaComponent, TooltipComponent, VisualMapComponent } from 'echarts/components'
import { init, registerMap, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useMemo, useRef } from 'react'
import { STAGES } from '../../../domain/workflow/record-kind.ts'
import type { CockpitTile } from '../../shapes.ts'
import { zh } from '../../zh.ts'

use([MapChart, TooltipComponent, VisualMapComponent, AriaComponent, CanvasRenderer])

const MAP = 'official-boundary'
/** Dark to light, so that the order can still be read in grey; as in the chart of the stages. */
const FILLS = ['#e4e8ed', '#cfe0f0', '#a9c9e6', '#7dacd6', '#4a86bd', '#17568f']

/** The official shapes, filled by how many of the five stages are done; choosing one shows it beside. */
export function BoundaryMap({
  collection,
  tiles,
  choose,
}: {
  readonly collection: object
  readonly tiles: readonly CockpitTile[]
  readonly choose: (id: string) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const option = useMemo(() => optionFor(tiles), [tiles])
  useEffect(() => {
    if (box.current === null) return
    registerMap(MAP, collection as Parameters<typeof registerMap>[1])
    const chart = init(box.current)
    chart.setOption(option)
    const show = ({ name }: { name?: string }) => {
      if (name) choose(name)
    }
    chart.on('mouseover', show)
    chart.on('click', show)
    const resize = () => chart.resize()
    window.addEventListener('resize', resize)
    return () => {
      window.removeEventListener('resize', resize)
      chart.dispose()
    }
  }, [collection, option, choose])
  return <div ref={box} className="chart-box is-map" role="img" aria-label={zh.pilot.boundary.mapLabel} />
}

function optionFor(tiles: readonly CockpitTile[]) {
  const shown = tiles.filter(({ level }) => level === 'county')
  const names = new Map(shown.map(({ id, name }) => [id, name]))
  const byId = new Map(shown.map((tile) => [tile.id, tile]))
  return {
    animation: false,
    tooltip: {
      formatter: ({ name }: { name: string }) => {
        const tile = byId.get(name)
        if (!tile) return names.get(name) ?? name
        const lines = tile.stages.map(({ stage, stateTitle }) => `${STAGES[stage]}：${stateTitle}`)
        return [tile.name, ...(tile.isVisible ? lines : [zh.cockpit.outside])].join('<br/>')
      },
    },
    visualMap: {
      type: 'piecewise' as const,
      left: 0,
      bottom: 0,
      pieces: FILLS.map((color, count) => ({ value: count, label: `${count}`, color })),
    },
    series: [
      {
        type: 'map' as const,
        map: MAP,
        roam: false,
        label: {
          show: true,
          fontSize: 11,
          formatter: ({ name }: { name: string }) => names.get(name) ?? '',
        },
        data: shown.map(({ id, stages }) => ({
          name: id,
          value: stages.filter(({ state }) => state === 'done').length,
        })),
      },
    ],
  }
}
