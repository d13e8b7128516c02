import { formatYuan } from '../shared/money.ts'
import type { Entity, ExchangeTable } from './profile.ts'
import { keyOf } from './table-rows.ts'

/** One row of a file against what we hold. */
export type RowDifference = {
  readonly table: string
  readonly key: string
  readonly projectCode: string | null
  /** What the row is about, for people. */
  readonly name: string | null
  readonly kind: Change
  /** What we hold is approved: it is not overwritten, whatever the file says; an adjustment decides. */
  readonly isApproved: boolean
  /** How many rows of the file have this key; more than one, and nobody can say which of them holds. */
  readonly repeats: number
  readonly fields: readonly FieldDifference[]
}

export type Change = 'new' | 'changed' | 'withdrawn'

export type FieldDifference = {
  readonly field: string
  readonly title: string
  readonly ours: string | null
  readonly theirs: string | null
}

/** Times of writing differ by nature, and a row that is known by something else has two systems' ids. */
const NOT_COMPARED = new Set(['id', 'updatedAt', 'createdAt', 'version', 'versionName'])
/** Where a row belongs is said beside it. */
const NOT_TOLD = new Set([...NOT_COMPARED, 'jurisdiction', 'year', 'projectCode', 'isDeleted'])
const DELETED = 'isDeleted'

/**
 * Rows that are new, changed or withdrawn (`IS_DELETED` = 1) in the file; equal ones are passed over. A blank
 * column of the file says nothing, and neither does a row of ours that is missing in it.
 */
export function compareTable(
  table: ExchangeTable,
  ours: readonly Entity[],
  theirs: readonly Entity[],
  isApproved: (entity: Entity) => boolean,
): RowDifference[] {
  const known = new Map(ours.map((entity) => [keyOf(table, entity), entity]))
  const counts = new Map<string, number>()
  for (const entity of theirs) {
    const key = keyOf(table, entity)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return theirs.flatMap((entity): RowDifference[] => {
    const key = keyOf(table, entity)
    const own = known.get(key)
    const kind = changeOf(own, entity)
    const fields = kind === undefined ? [] : fieldsOf(table, kind, own ?? {}, entity)
    if (kind === undefined || (kind === 'changed' && fields.length === 0)) return []
    return [
      {
        table: table.table,
        key,
        projectCode: own?.['projectCode'] ?? entity['projectCode'] ?? null,
        name: nameOf(own ?? entity),
        kind,
        isApproved: isApproved(own ?? entity),
        repeats: counts.get(key) ?? 1,
        fields,
      },
    ]
  })
}

function changeOf(own: Entity | undefined, entity: Entity): Change | undefined {
  const isWithdrawn = entity[DELETED] === 'true'
  if (own === undefined) return isWithdrawn ? undefined : 'new'
  return isWithdrawn ? 'withdrawn' : 'changed'
}

/** What is said of a new row, what differs in a known one, or that it is withdrawn. */
function fieldsOf(table: ExchangeTable, kind: Change, own: Entity, entity: Entity): FieldDifference[] {
  return table.columns.flatMap(({ field, title }) => {
    if (field === null) return []
    const [mine, other] = [own[field] ?? null, entity[field] ?? null]
    const isTold =
      kind === 'withdrawn' ? field === DELETED : !(kind === 'new' ? NOT_TOLD : NOT_COMPARED).has(field)
    return !isTold || other === null || mine === other ? [] : [{ field, title, ours: mine, theirs: other }]
  })
}

function nameOf(entity: Entity): string | null {
  return entity['name'] ?? entity['projectName'] ?? entity['goal']?.slice(0, 60) ?? null
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
