import { formatDecimal } from '../../../shared/decimal.ts'
import { type Fraction, toDecimal } from '../../../shared/fraction.ts'

const FEN_PER_YUAN = 100
const YUAN_PER_WAN = 10_000

/** Cost of one unit in fen → `2.5万元/个`, under ten thousand yuan in yuan; two decimals, for reading only. */
export function unitCostText(cost_fen: Fraction, unit: string): string {
  const yuan = toDecimal(cost_fen).div(FEN_PER_YUAN)
  const text = yuan.lt(YUAN_PER_WAN)
    ? `${formatDecimal(yuan)}元`
    : `${formatDecimal(yuan.div(YUAN_PER_WAN))}万元`
  return `${text}/${unit}`
}
