import type { Explained } from '../../../shared/explanation.ts'
import { type Fen, formatWanYuan, sumFen } from '../../../shared/money.ts'
import { formatRatio, type Ratio, ratioOf } from '../../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import type { Plan, WhatIfItem } from './types.ts'

export const RES_041: RuleHeader = {
  id: 'RES-041',
  name: '打破基数的程度',
  stage: 'results',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（五）奖优罚劣：打破部门基数'),
  standing: 'proposal',
}

/** What an item would get if the money were handed out by bases alone. */
export type FrozenShare = { readonly itemId: string; readonly frozen_fen: Fen }

/**
 * RES-041: how much of the money no longer follows the bases. 冻结基数: the same total handed out in proportion to
 * the bases, so that a larger or smaller envelope moves nothing by itself. Money an evaluated project gets less
 * than its frozen share, unless typed by hand, was moved by performance; the rest was moved by new items, floors,
 * a hand, or a project that asked for no more.
 */
export function computeMovedBase(
  items: readonly WhatIfItem[],
  lines: Plan['lines'],
): Explained<{
  readonly moved: Ratio | undefined
  readonly byPerformance: Ratio | undefined
  readonly moved_fen: Fen
  readonly byPerformance_fen: Fen
  readonly frozen: readonly FrozenShare[]
}> {
  const amounts = new Map(lines.map(({ itemId, amount_fen }) => [itemId, amount_fen]))
  const total = sumFen(lines.map(({ amount_fen }) => amount_fen))
  const bases = sumFen(items.map(({ base_fen }) => base_fen))
  const frozen = frozenShares(items, total, bases)
  const lost = items.map(({ id }, index) => {
    const less = (frozen[index]?.frozen_fen ?? 0n) - (amounts.get(id) ?? 0n)
    return less > 0n ? less : 0n
  })
  const moved_fen = sumFen(lost)
  const byPerformance_fen = sumFen(
    lost.filter((_, index) => isMovedByScore(items[index], amounts.get(items[index]?.id ?? '') ?? 0n)),
  )
  const known = bases === 0n ? 0n : total
  const moved = ratioOf(moved_fen, known)
  const byPerformance = ratioOf(byPerformance_fen, known)
  return {
    moved,
    byPerformance,
    moved_fen,
    byPerformance_fen,
    frozen,
    explanation: explain(RES_041, {
      sentence:
        `安排${formatWanYuan(total)}万元，如按基数比例分配，有${formatWanYuan(moved_fen)}万元会分到别的项目，打破基数${formatRatio(moved)}；` +
        `其中因评价结果从已评价项目移出${formatWanYuan(byPerformance_fen)}万元，占${formatRatio(byPerformance)}。`,
      inputs: [
        { label: '安排合计', value: `${formatWanYuan(total)}万元` },
        { label: '基数合计', value: `${formatWanYuan(bases)}万元` },
        { label: '移动金额', value: `${formatWanYuan(moved_fen)}万元` },
        { label: '其中：已评价项目移出', value: `${formatWanYuan(byPerformance_fen)}万元` },
      ],
      formula:
        '冻结数 = 安排合计 × 本项目基数 ÷ 基数合计；移动金额 = 各项目安排数低于冻结数的差额之和；打破基数 = 移动金额 ÷ 安排合计；未评价的、按申请足额安排的和手工确定的不算因评价结果移出',
      result: formatRatio(moved),
      rounding: '冻结数舍去分以下；比例四舍五入到万分之一',
    }),
  }
}

/** Whether an amount is what the score made of the request: not by hand, and not all that was asked for. */
function isMovedByScore(item: WhatIfItem | undefined, amount: Fen): boolean {
  if (!item || item.score_x100 === null || item.fixed_fen !== null) return false
  return amount !== item.request_fen
}

function frozenShares(items: readonly WhatIfItem[], total: Fen, bases: Fen): FrozenShare[] {
  return items.map(({ id, base_fen }) => ({
    itemId: id,
    frozen_fen: bases === 0n ? 0n : (total * base_fen) / bases,
  }))
}
