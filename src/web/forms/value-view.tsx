import type { ContentValue, FieldDefinition } from '../../domain/forms/form.ts'
import { isBlank } from '../../domain/forms/value.ts'
import { Light } from '../components/light.tsx'
import type { LightValue } from '../shapes.ts'
import { zh } from '../zh.ts'
import { formatCell, unitOf } from '../../domain/forms/cell-text.ts'
import { FilesField } from './files-field.tsx'
import { useForm } from './form-context.ts'
import { isNumeric } from './grid/columns.ts'

/** One value to read; in a table its unit stands in the header. */
export function Value({
  field,
  value,
  hasUnit = true,
}: {
  readonly field: FieldDefinition
  readonly value: ContentValue | undefined
  readonly hasUnit?: boolean
}) {
  const { names } = useForm()
  if (field.type === 'files') return <FilesField value={value} change={undefined} label={field.label} />
  if (isBlank(value)) return <span className="muted">{zh.record.blank}</span>
  if (isLight(field)) return <Light value={value as LightValue} />
  const unit = hasUnit ? unitOf(field) : undefined
  return (
    <span className={isNumeric(field) ? 'number' : field.type === 'date' ? 'date' : undefined}>
      {formatCell(field, value, names)}
      {unit !== undefined && <span className="unit"> {unit}</span>}
    </span>
  )
}

/** A choice whose values are the three lights is shown as a light. */
export function isLight({ type, options }: FieldDefinition): boolean {
  const lights: readonly string[] = ['green', 'yellow', 'red', 'pending']
  return (
    type === 'choice' &&
    (options?.length ?? 0) >= 3 &&
    options?.every(({ value }) => lights.includes(value)) === true
  )
}

export function Before({
  field,
  value,
}: {
  readonly field: FieldDefinition
  readonly value: ContentValue | undefined
}) {
  const { names } = useForm()
  const text = formatCell(field, value, names)
  return (
    <span className="before">
      {zh.record.before}
      <del>{text === '' ? zh.record.blank : text}</del>
    </span>
  )
}
