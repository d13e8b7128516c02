import type { Decimal } from '../../shared/decimal.ts'
import { readAmount, roundTo } from '../read/numbers.ts'
import { shorten } from '../score/compare.ts'
import type { Study } from '../study.ts'
import type { Conflict } from './conflict.ts'

/** 全年实际支出132.9万元, 共支付资金…: what is said to have been spent in all. */
const SPENT =
  /(?:全年|本年|年度|累计|合计|共|实际|截至[^,，。;；]{2,10})(?:计|已|实际|累计|完成){0,3}(?:支出|支付|执行|使用|拨付)(?:数|资金|金额|总额){0,2}(?:共计?|合计|为|是|:|达)?(\d{1,12}(?:,\d{3})*(?:\.\d{1,6})?)(亿元|万元|元)/g
/** A sum far smaller is a part of the year's, one far larger is several years'. */
const HALF = 0.5
const DOUBLE = 2

/** Spent in all by the conclusion, against what the table says was executed. */
export function conflictsWithSpending({ table, execution, funds }: Study, text: string): Conflict[] {
  const executed = execution?.executed
  if (executed?.is !== 'amount' || executed.yuan.lte(0)) return []
  const known = funds.flatMap(({ initial, adjusted, executed: each }) =>
    [initial, adjusted, each].flatMap((amount) => (amount.is === 'amount' ? [amount.yuan] : [])),
  )
  for (const match of text.matchAll(SPENT)) {
    const said = readAmount(`${match[1]}${match[2]}`, table.amountUnit)
    if (said.is !== 'amount') continue
    const isSame = (yuan: Decimal) =>
      roundTo(yuan.div(said.perUnit), said.decimals).times(said.perUnit).eq(said.yuan)
    const ratio = said.yuan.div(executed.yuan)
    if (known.some(isSame) || ratio.lt(HALF) || ratio.gt(DOUBLE)) continue
    const message = `结论里说“${shorten(match[0], 30)}”，表中执行数是 ${executed.yuan.div(10_000).toFixed()} 万元，两处金额不同。请核对后统一。`
    return [{ where: { field: 'conclusions' }, message }]
  }
  return []
}
