import { Checkbox, DatePicker, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import type { ContentValue, FieldDefinition } from '../../domain/forms/form.ts'
import { useChoices } from './use-choices.ts'
import { zh } from '../zh.ts'
import { useForm } from './form-context.ts'

export type InputProps = {
  readonly field: FieldDefinition
  readonly value: ContentValue | undefined
  readonly change: (value: ContentValue) => void
  readonly id: string
  readonly describedBy: string
}

const DATE_FORMATS = ['YYYY-MM-DD', 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD', 'YYYY年M月D日']

export function DateInput({ value, change, id, describedBy }: InputProps) {
  return (
    <DatePicker
      id={id}
      aria-describedby={describedBy}
      className="input-date"
      format={DATE_FORMATS}
      placeholder={zh.input.dateExample}
      value={typeof value === 'string' && value !== '' ? dayjs(value) : null}
      onChange={(day) => change(day === null ? null : day.format('YYYY-MM-DD'))}
    />
  )
}

/** Few choices stand open to read; many fold into a list. */
export function ChoiceInput({ field, value, change, id, describedBy }: InputProps) {
  const options = (field.options ?? []).map(({ value: own, label }) => ({ value: own, label }))
  if (options.length <= 4) {
    return (
      <Radio.Group
        id={id}
        aria-describedby={describedBy}
        aria-label={field.label}
        options={options}
        value={value ?? null}
        onChange={(event) => change(String(event.target.value))}
      />
    )
  }
  return (
    <Select
      id={id}
      aria-describedby={describedBy}
      className="input-choice"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={zh.input.choice}
      options={options}
      value={typeof value === 'string' && value !== '' ? value : null}
      onChange={(chosen?: string | null) => change(chosen ?? null)}
    />
  )
}

export function BooleanInput({ field, value, change, id, describedBy }: InputProps) {
  const options = [
    { value: true, label: zh.common.yes },
    { value: false, label: zh.common.no },
  ]
  return (
    <Radio.Group
      id={id}
      aria-describedby={describedBy}
      aria-label={field.label}
      options={options}
      value={typeof value === 'boolean' ? value : null}
      onChange={(event) => change(event.target.value === true)}
    />
  )
}

export function ChoicesInput({ field, value, change, describedBy }: InputProps) {
  return (
    <fieldset aria-label={field.label} aria-describedby={describedBy}>
      <Checkbox.Group
        options={(field.options ?? []).map(({ value: own, label }) => ({ value: own, label }))}
        value={Array.isArray(value) ? (value as string[]) : []}
        onChange={(chosen) => change(chosen as string[])}
      />
    </fieldset>
  )
}

/** A person or an organisation, found by typing a part of the name. */
export function ReferenceInput({
  field,
  value,
  change,
  id,
  isOpen = false,
  leave,
}: Omit<InputProps, 'describedBy'> & {
  readonly isOpen?: boolean
  readonly leave?: () => void
}) {
  const { names, learnName } = useForm()
  const { found, isLoading } = useChoices(field)
  const current = typeof value === 'string' && value !== '' ? value : null
  const isKnown = current === null || found.some((option) => option.value === current)
  const options = isKnown ? found : [{ value: current, label: names[current] ?? current }, ...found]
  const choose = (chosen?: string | null) => {
    const label = options.find((option) => option.value === chosen)?.label
    if (chosen && label !== undefined) learnName(chosen, label)
    change(chosen ?? null)
    leave?.()
  }
  return (
    <Select
      id={id}
      aria-label={field.label}
      className="input-choice"
      allowClear
      autoFocus={isOpen}
      defaultOpen={isOpen}
      loading={isLoading}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={zh.common.search}
      options={options}
      value={current}
      onChange={choose}
      onBlur={() => leave?.()}
    />
  )
}
