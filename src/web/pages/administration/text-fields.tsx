import { Input } from 'antd'

/** Plain labelled text boxes of a dialog, one under the other. */
export function TextFields<Name extends string>({
  names,
  labels,
  values,
  change,
  secret,
}: {
  readonly names: readonly Name[]
  readonly labels: Readonly<Record<Name, string>>
  readonly values: Readonly<Partial<Record<Name, string>>>
  readonly change: (name: Name, value: string) => void
  readonly secret?: Name
}) {
  return (
    <>
      {names.map((name) => {
        const props = {
          id: `field-${name}`,
          value: values[name] ?? '',
          maxLength: 100,
          autoComplete: name === secret ? 'new-password' : 'off',
          onChange: (event: { readonly target: { readonly value: string } }) =>
            change(name, event.target.value),
        }
        return (
          <div key={name} className="stack">
            <label htmlFor={`field-${name}`}>{labels[name]}</label>
            {name === secret ? <Input.Password {...props} /> : <Input {...props} />}
          </div>
        )
      })}
    </>
  )
}
