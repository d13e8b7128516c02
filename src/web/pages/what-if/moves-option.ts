import type { EChartsCoreOption } from 'echarts/core'
import type { Move, Moves } from '../../../domain/results/compute/what-if/moves.ts'
import { formatWanYuan } from '../../../domain/shared/money.ts'

/** As many on each side as stay readable in the height there is. */
const EACH_SIDE = 5
const GAIN = '#1f7a4d'
const LOSS = '#b3261e'

/** Bars from the base to both sides: largest gain on top, largest loss at the bottom. */
export function movesOption({ winners, losers }: Moves): EChartsCoreOption {
  const shown = [...winners.slice(0, EACH_SIDE), ...losers.slice(0, EACH_SIDE).reverse()]
  return {
    animation: false,
    aria: { enabled: true },
    grid: { left: 8, right: 76, top: 4, bottom: 4, containLabel: true },
    tooltip: { trigger: 'item', formatter: ({ dataIndex }: { dataIndex: number }) => tip(shown[dataIndex]) },
    xAxis: { type: 'value', axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: shown.map(({ line }) => short(line.name)),
      axisTick: { show: false },
      axisLabel: { fontSize: 12 },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 16,
        data: shown.map(({ change_fen }) => ({
          value: Number(change_fen) / 1e6,
          itemStyle: { color: change_fen > 0n ? GAIN : LOSS },
          label: {
            show: true,
            position: 'right',
            formatter: `${change_fen > 0n ? '+' : ''}${formatWanYuan(change_fen)}`,
          },
        })),
      },
    ],
  }
}

function tip(move: Move | undefined): string {
  return move === undefined ? '' : `${move.line.name}：${formatWanYuan(move.change_fen)}万元`
}

function short(name: string): string {
  return name.length > 14 ? `${name.slice(0, 13)}…` : name
}
