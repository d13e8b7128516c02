import { findFen, formatWanYuan } from '../../shared/money.ts'

/** An amount in 万元 as it would be printed; blank where none, or none that can be read, is typed. */
export function amountText(amount_fen: string | null | undefined): string {
  const fen = findFen(amount_fen)
  return fen === undefined ? '' : formatWanYuan(fen)
}
