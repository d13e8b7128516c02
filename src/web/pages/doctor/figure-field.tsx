import { Input } from 'antd'

/** One labelled figure. */
export function FigureField({
  id,
  label,
  value,
  onChange,
}: {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <div className="figure-field">
      <label htmlFor={id}>{label}</label>
      <Input id={id} size="small" value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}
