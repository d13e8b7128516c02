import type { Explanation } from '../../domain/shared/explanation.ts'
import { formatWanYuan, sumFen } from '../../domain/shared/money.ts'
import { formatRatio, ratioOf } from '../../domain/shared/ratio.ts'
import { explain } from '../../domain/shared/rule-header.ts'
import type { PilotSums } from '../../storage/cockpit-repository.ts'
import { PIL_901 } from '../../domain/pilot/gates.ts'
import type { Tile } from './view-cockpit.ts'

export type CockpitFigure = {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly unit: string
  readonly change: string | null
  readonly explanation: Explanation | null
}

/**
 * The few figures beside the map, over the tiles the reader may see.
 * @param before the sums a month ago; without them no change is shown
 */
export function computeFigures(tiles: readonly Tile[], before: PilotSums | undefined): CockpitFigure[] {
  const visible = tiles.filter(({ isVisible }) => isVisible)
  const pilots = visible.flatMap(({ projects }) => projects.filter(({ isPilot }) => isPilot))
  const taking = visible.filter(({ pilotCount }) => pilotCount > 0).length
  const warned = pilots.filter(({ light }) => light === 'yellow' || light === 'red').length
  const accepted = visible.filter(({ acceptance }) => acceptance?.state === 'accepted').length
  const complete = pilots.filter(({ stages }) => stages.every(({ state }) => state === 'done')).length
  const budget = sumFen(pilots.map(({ budget_fen }) => BigInt(budget_fen)))
  return [
    count(
      'jurisdictions',
      '参加试点的市、县（区）',
      `${taking}/${visible.length}`,
      '个',
      before?.jurisdictions,
      taking,
    ),
    count('projects', '试点项目', String(pilots.length), '个', before?.projects, pilots.length),
    {
      id: 'budget',
      label: '试点项目预算',
      value: formatWanYuan(budget),
      unit: '万元',
      change: before ? moneyChange(budget - BigInt(before.budget_fen)) : null,
      explanation: null,
    },
    executionRate(pilots),
    count('complete', '五个阶段全部完成', `${complete}/${pilots.length}`, '个'),
    count('warned', '黄灯和红灯', String(warned), '个', before?.warned, warned),
    count('accepted', '验收合格', `${accepted}/${visible.length}`, '个', before?.accepted, accepted),
  ]
}

function count(
  id: string,
  label: string,
  value: string,
  unit: string,
  before?: number,
  now?: number,
): CockpitFigure {
  const change = before === undefined || now === undefined ? null : signed(now - before)
  return { id, label, value, unit, change, explanation: null }
}

function signed(difference: number): string {
  return difference > 0 ? `+${difference}` : String(difference)
}

function moneyChange(difference: bigint): string {
  return difference > 0n ? `+${formatWanYuan(difference)}` : formatWanYuan(difference)
}

/** Only projects that reported count on both sides; a project without a report is not 0 %. */
function executionRate(pilots: Tile['projects']): CockpitFigure {
  const reported = pilots.filter(({ paid_fen }) => paid_fen !== null)
  const paid = sumFen(reported.map(({ paid_fen }) => BigInt(paid_fen ?? '0')))
  const budget = sumFen(reported.map(({ budget_fen }) => BigInt(budget_fen)))
  const rate = formatRatio(ratioOf(paid, budget))
  const sentence =
    reported.length === 0
      ? '还没有试点项目报送执行情况。'
      : `${reported.length}个试点项目已报送，累计支出${formatWanYuan(paid)}万元，占预算${formatWanYuan(budget)}万元的${rate}。`
  return {
    id: 'executionRate',
    label: '预算执行率',
    value: rate,
    unit: '',
    change: null,
    explanation: explain(PIL_901, {
      sentence,
      inputs: reported.map(({ name, budget_fen, paid_fen }) => ({
        label: name,
        value: `支出${formatWanYuan(paid_fen ?? '0')}万元，预算${formatWanYuan(budget_fen)}万元`,
        from: '最近一次监控表',
      })),
      formula: '已报送项目累计支出之和 ÷ 其预算之和',
      result: rate,
      rounding: '百分数保留两位小数',
    }),
  }
}
