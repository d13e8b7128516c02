import { Input } from 'antd'

/** Characters that fit a line of the widest box; only a guess, a box may also be scrolled. */
const PER_LINE = 46

function rowsFor(text: string, least: number, most: number): number {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / PER_LINE)), 0)
  return Math.max(least, Math.min(most, lines + 1))
}

/**
 * A box that grows with its text. Not the library's own way of growing: that writes a style attribute,
 * which the content policy refuses.
 */
export function LongText({
  id,
  value,
  change,
  max,
  least = 3,
  most = 14,
  placeholder,
  describedBy,
}: {
  readonly id: string
  readonly value: string
  readonly change: (text: string) => void
  readonly max?: number | undefined
  readonly least?: number
  readonly most?: number
  readonly placeholder?: string
  readonly describedBy?: string
}) {
  return (
    <>
      <Input.TextArea
        id={id}
        rows={rowsFor(value, least, most)}
        value={value}
        onChange={(event) => change(event.target.value)}
        {...(max === undefined ? {} : { maxLength: max })}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      />
      {max !== undefined && value.length > max * 0.5 && (
        <p className="field-help text-count">
          {value.length} / {max}
        </p>
      )}
    </>
  )
}
