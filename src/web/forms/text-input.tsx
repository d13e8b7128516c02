import { Input } from 'antd'
import { useEffect, useState } from 'react'
import type { ContentValue, FieldDefinition } from '../../domain/forms/form.ts'
import { formatCell, parseCell, unitOf } from '../../domain/forms/cell-text.ts'

/**
 * A field typed as text and stored as a value (money, numbers). What cannot be understood stays as
 * typed with a sentence below it; it is neither lost nor saved.
 */
export function TextInput({
  field,
  value,
  change,
  id,
  describedBy,
}: {
  readonly field: FieldDefinition
  readonly value: ContentValue | undefined
  readonly change: (value: ContentValue) => void
  readonly id: string
  readonly describedBy: string
}) {
  const shown = formatCell(field, value)
  const [text, setText] = useState(shown)
  const [isFocused, setIsFocused] = useState(false)
  const parsed = parseCell(field, text)
  useEffect(() => {
    // Only a value that changed elsewhere replaces the text; a faulty text stays until it is corrected.
    setText((typed) => {
      const own = parseCell(field, typed)
      return own.ok && formatCell(field, own.value) !== shown ? shown : typed
    })
  }, [field, shown])
  const type = (next: string) => {
    setText(next)
    const read = parseCell(field, next)
    if (read.ok) change(read.value)
  }
  const leave = () => {
    setIsFocused(false)
    if (parsed.ok) setText(formatCell(field, parsed.value))
  }
  const unit = unitOf(field)
  const isWrong = !parsed.ok && !isFocused
  return (
    <>
      <Input
        id={id}
        className="input-number"
        inputMode="decimal"
        aria-describedby={describedBy}
        aria-invalid={isWrong}
        status={isWrong ? 'error' : ''}
        suffix={unit === undefined ? undefined : <span className="unit">{unit}</span>}
        value={text}
        onFocus={() => setIsFocused(true)}
        onBlur={leave}
        onChange={(event) => type(event.target.value)}
      />
      {isWrong && (
        <p className="field-fault" role="alert">
          {parsed.ok ? '' : parsed.message}
        </p>
      )}
    </>
  )
}
