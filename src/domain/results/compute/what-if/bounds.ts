import { type Fen, formatWanYuan } from '../../../shared/money.ts'
import type { Bounds, Conflict, WhatIfItem } from './types.ts'

const larger = (one: Fen, other: Fen) => (one > other ? one : other)
const smaller = (one: Fen, other: Fen) => (one < other ? one : other)

/** What 必保 keeps of an item: its base, of a new one its request. */
export function keptAmount({ base_fen, request_fen }: WhatIfItem): Fen {
  return base_fen > 0n ? smaller(base_fen, request_fen) : request_fen
}

/** The floor of an item and where it comes from; zero without a word where there is none. */
export function floorOf(item: WhatIfItem): { readonly amount_fen: Fen; readonly why: string } {
  const floors = [
    { amount_fen: item.guarantee_fen, why: '“三保”保障数' },
    { amount_fen: item.contract_fen, why: '合同约定支付数' },
    { amount_fen: item.isMustKeep ? keptAmount(item) : 0n, why: '必保项目' },
  ]
  return floors.reduce((most, one) => (one.amount_fen > most.amount_fen ? one : most), {
    amount_fen: 0n,
    why: '',
  })
}

/** The ceiling of an item: what it asks for, or less where the linkage table or a decision says so. */
export function ceilingOf({ request_fen, cap_fen }: WhatIfItem): Fen {
  return cap_fen === null ? request_fen : smaller(request_fen, larger(cap_fen, 0n))
}

/** Least and most of an item; by hand both are what was typed. Low may exceed high: see `itemConflicts`. */
export function boundsOf(item: WhatIfItem): Bounds {
  if (item.fixed_fen !== null) {
    return { low_fen: item.fixed_fen, high_fen: item.fixed_fen, isEitherOr: false }
  }
  const high_fen = ceilingOf(item)
  const low_fen = larger(floorOf(item).amount_fen, 0n)
  if (!item.isWhole) return { low_fen, high_fen, isEitherOr: false }
  if (low_fen > high_fen) return { low_fen, high_fen, isEitherOr: false }
  return low_fen > 0n
    ? { low_fen: high_fen, high_fen, isEitherOr: false }
    : { low_fen: 0n, high_fen, isEitherOr: high_fen > 0n }
}

/** Where an item contradicts itself: its floor above its ceiling, or a typed amount outside both. */
export function itemConflicts(items: readonly WhatIfItem[]): Conflict[] {
  return items.flatMap((item): Conflict[] => {
    const floor = floorOf(item)
    const ceiling = ceilingOf(item)
    const named = `“${item.name}”`
    const capWords = ceiling < item.request_fen ? '挂钩办法或决定的上限' : '申请数'
    const { fixed_fen } = item
    if (fixed_fen !== null) {
      if (fixed_fen < floor.amount_fen) {
        const sentence = `${named}手工确定${formatWanYuan(fixed_fen)}万元，低于${floor.why}${formatWanYuan(floor.amount_fen)}万元，请改手工数。`
        return [{ constraint: 'fixed', itemId: item.id, sentence }]
      }
      if (fixed_fen > ceiling) {
        const sentence = `${named}手工确定${formatWanYuan(fixed_fen)}万元，高于${capWords}${formatWanYuan(ceiling)}万元，请改手工数。`
        return [{ constraint: 'fixed', itemId: item.id, sentence }]
      }
      return []
    }
    if (floor.amount_fen <= ceiling) return []
    const sentence = `${named}的${floor.why}${formatWanYuan(floor.amount_fen)}万元高于${capWords}${formatWanYuan(ceiling)}万元，请核对其中一个。`
    return [{ constraint: 'floor', itemId: item.id, sentence }]
  })
}
