import { formatDay, formatMoney } from '../format.ts'
import { zh } from '../zh.ts'

/** An amount in 万元; the unit is left out where the column header says it. */
export function Money({
  fen,
  withUnit = false,
}: {
  readonly fen: string | null | undefined
  readonly withUnit?: boolean
}) {
  const text = formatMoney(fen)
  return (
    <span className="number">
      {text}
      {withUnit && text !== '—' && <span className="unit"> {zh.unit.wan}</span>}
    </span>
  )
}

/** A day as `2023-06-30`; instants are shown as their day in Beijing. */
export function DateText({ value }: { readonly value: string | null | undefined }) {
  return <time className="date">{formatDay(value)}</time>
}
