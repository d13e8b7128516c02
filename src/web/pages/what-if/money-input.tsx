import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { findFen, formatWanYuan, parseWanYuan, toFenText } from '../../../domain/shared/money.ts'
import { zh } from '../../zh.ts'

/** What a person typed in 万元: fen as text, null for nothing; undefined where it is no amount. */
function read(text: string): string | null | undefined {
  if (text.trim() === '') return null
  try {
    const fen = parseWanYuan(text)
    return fen < 0n ? undefined : toFenText(fen)
  } catch {
    return undefined
  }
}

const show = (fen: string | null) => {
  const amount = findFen(fen)
  return amount === undefined ? '' : formatWanYuan(amount)
}

/** An amount typed in 万元 and handed on when the field is left or Enter is pressed; a faulty one stays until it is put right. */
export function MoneyInput({
  label,
  fen,
  onChange,
  className = 'line-money',
  isDisabled = false,
}: {
  readonly label: string
  readonly fen: string | null
  readonly onChange: (fen: string | null) => void
  readonly className?: string
  readonly isDisabled?: boolean
}) {
  const [text, setText] = useState(show(fen))
  useEffect(() => setText(show(fen)), [fen])
  const value = read(text)
  const commit = () => {
    if (value === undefined) return
    setText(show(value))
    if (value !== fen) onChange(value)
  }
  return (
    <Input
      aria-label={label}
      className={className}
      inputMode="decimal"
      size="small"
      value={text}
      disabled={isDisabled}
      status={value === undefined ? 'error' : ''}
      aria-invalid={value === undefined}
      title={value === undefined ? zh.whatIf.wrongMoney : undefined}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onPressEnter={commit}
    />
  )
}
