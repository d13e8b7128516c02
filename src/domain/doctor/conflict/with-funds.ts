import { Decimal } from '../../shared/decimal.ts'
import { nameRow } from '../finding.ts'
import { scaleOf } from '../read/units.ts'
import { shorten } from '../score/compare.ts'
import { budgetsOf } from '../score/budgets.ts'
import type { StudiedRow, Study } from '../study.ts'
import type { Conflict } from './conflict.ts'

/**
 * 10个 × 23万元/个 = 230万元 beside a budget of 214.06: the only unit cost of the table times the only
 * count of that unit. Bounds (≤, ≥) are no fixed price or number and are left alone.
 */
export function conflictsWithFunds({ table, rows, funds, rules }: Study): Conflict[] {
  const budgets = table.kind === 'department_overall' ? [] : budgetsOf(funds)
  const prices = rows.flatMap((row) => priceOf(row) ?? [])
  const [price] = prices
  if (budgets.length === 0 || !price || prices.length > 1) return []
  const counts = rows.filter((row) => row.level2 === 'quantity' && unitOf(row) === price.per && !row.isPart)
  const [count] = counts
  const number = count && fixedValue(count)
  if (!count || counts.length > 1 || !number) return []
  const product = number.times(price.yuan)
  const tolerance = new Decimal(rules.value('doctor.tolerances').value.product_bp).div(10_000)
  const isNear = (budget: Decimal) => product.minus(budget).abs().lte(budget.times(tolerance))
  // A price for part of the project only says nothing about the whole: half and double are too far.
  const isWhole = (budget: Decimal) => product.gt(budget.div(2)) && product.lt(budget.times(2))
  const budget = budgets.find(isWhole)
  if (budgets.some(isNear) || !budget) return []
  const message = `${nameRow(price.row)}“${shorten(price.row.row.target)}”乘以第 ${count.index + 1} 行“${shorten(count.row.target)}”得 ${wan(product)} 万元，与资金总额 ${wan(budget)} 万元不符。请核对数量、单价或金额。`
  return [{ where: { row: price.row.index, field: 'target_text' }, message }]
}

type Price = { readonly row: StudiedRow; readonly yuan: Decimal; readonly per: string }

function priceOf(row: StudiedRow): Price | undefined {
  const { parsed } = row.target
  const value = fixedValue(row)
  const match = parsed.kind === 'quant' ? /^([万亿]?元)\/([\u4e00-\u9fff]{1,3})$/.exec(parsed.unit) : null
  if (!value || !match) return undefined
  return { row, yuan: value.times(scaleOf(match[1] ?? '').factor), per: match[2] ?? '' }
}

/** A number meant exactly: with “=” or without a sign. */
function fixedValue({ target: { parsed } }: StudiedRow): Decimal | undefined {
  if (parsed.kind !== 'quant' || parsed.upper !== undefined) return undefined
  return parsed.operator === 'eq' || parsed.signIn === 'none' ? new Decimal(parsed.value) : undefined
}

function unitOf({ target: { parsed } }: StudiedRow): string | undefined {
  return parsed.kind === 'quant' ? parsed.unit : undefined
}

function wan(yuan: Decimal): string {
  return yuan.div(10_000).toDecimalPlaces(6).toFixed()
}
