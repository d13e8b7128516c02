import { formatYuan } from '../shared/money.ts'
import type { Entity, ExchangeTable } from './profile.ts'
import { keyOf } from './table-rows.ts'

/** One row of a file against what we hold. */
export type RowDifference = {
  readonly table: string
  readonly key: string
  readonly projectCode: string | null
  readonly kind: 'new' | 'changed' | 'withdrawn'
  /** What we hold is approved: it is not overwritten, whatever the file says; an adjustment decides. */
  readonly isApproved: boolean
  readonly fields: readonly {
    readonly field: string
    readonly title: string
    readonly ours: string | null
    readonly theirs: string | null
  }[]
}

/** Times of writing differ by nature, and blank columns of the file say nothing. */
const NOT_COMPARED = new Set(['updatedAt', 'createdAt', 'version', 'versionName'])

/** Rows that are new, changed or withdrawn (`IS_DELETED` = 1) in the file; equal ones are passed over. */
export function compareTable(
  table: ExchangeTable,
  ours: readonly Entity[],
  theirs: readonly Entity[],
  isApproved: (entity: Entity) => boolean,
): RowDifference[] {
  const known = new Map(ours.map((entity) => [keyOf(table, entity), entity]))
  return theirs.flatMap((entity): RowDifference[] => {
    const key = keyOf(table, entity)
    const own = known.get(key)
    const place = { table: table.table, key, projectCode: entity['projectCode'] ?? null }
    const withdrawn = entity['isDeleted'] === 'true'
    if (!own) {
      return withdrawn ? [] : [{ ...place, kind: 'new', isApproved: isApproved(entity), fields: [] }]
    }
    if (withdrawn) return [{ ...place, kind: 'withdrawn', isApproved: isApproved(own), fields: [] }]
    const fields = table.columns.flatMap(({ field, title }) => {
      if (field === null || NOT_COMPARED.has(field)) return []
      const [mine, other] = [own[field] ?? null, entity[field] ?? null]
      return other === null || mine === other ? [] : [{ field, title, ours: mine, theirs: other }]
    })
    return fields.length === 0 ? [] : [{ ...place, kind: 'changed', isApproved: isApproved(own), fields }]
  })
}

/** Σ指标 = 变动后预算数 and Σ支付 ≤ Σ指标, project by project; a sentence for each that does not hold. */
export function reconcileMoney(given: {
  readonly budgets: readonly Entity[]
  readonly allotments: readonly Entity[]
  readonly payments: readonly Entity[]
}): readonly { readonly projectCode: string; readonly message: string }[] {
  const budget = sums(given.budgets, 'current_fen')
  const allotted = sums(given.allotments, 'amount_fen')
  const paid = sums(given.payments, 'paid_fen')
  const codes = [...new Set([...budget.keys(), ...allotted.keys(), ...paid.keys()])].sort()
  return codes.flatMap((projectCode) => {
    const [b, a, p] = [budget, allotted, paid].map((one) => one.get(projectCode) ?? 0n) as [
      bigint,
      bigint,
      bigint,
    ]
    const unequal = allotted.size > 0 && budget.size > 0 && a !== b
    const over = paid.size > 0 && allotted.size > 0 && p > a
    return [
      ...(unequal
        ? [
            {
              projectCode,
              message: `指标合计 ${formatYuan(a)} 元与变动后预算数 ${formatYuan(b)} 元不等，请核对。`,
            },
          ]
        : []),
      ...(over
        ? [{ projectCode, message: `支付合计 ${formatYuan(p)} 元超过指标合计 ${formatYuan(a)} 元，请核对。` }]
        : []),
    ]
  })
}

function sums(entities: readonly Entity[], field: string): Map<string, bigint> {
  const totals = new Map<string, bigint>()
  for (const entity of entities) {
    const code = entity['projectCode']
    if (code) totals.set(code, (totals.get(code) ?? 0n) + BigInt(entity[field] ?? '0'))
  }
  return totals
}
