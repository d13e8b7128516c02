import { Input } from 'antd'
import type { ContentRow, ContentValue, FieldDefinition } from '../../domain/forms/form.ts'
import { LongText } from '../components/long-text.tsx'
import { Why } from '../components/why.tsx'
import { zh } from '../zh.ts'
import {
  BooleanInput,
  ChoiceInput,
  ChoicesInput,
  DateInput,
  type InputProps,
  ReferenceInput,
} from './choice-inputs.tsx'
import { FieldFindings } from './field-findings.tsx'
import { FilesField } from './files-field.tsx'
import { placeId, useForm } from './form-context.ts'
import { RowsGrid } from './grid/rows-grid.tsx'
import { isRequiredNow } from './section-mark.ts'
import { TextInput } from './text-input.tsx'

/** Types that take the whole width. */
const WIDE: readonly FieldDefinition['type'][] = ['longtext', 'rows', 'files', 'choices']

export function FieldRow({ field }: { readonly field: FieldDefinition }) {
  const { content, change, findings, explanations } = useForm()
  const id = placeId(field.id)
  const helpId = `${id}-help`
  const value = content[field.id]
  const isWide = WIDE.includes(field.type) || (field.type === 'text' && (field.max ?? 0) > 120)
  const own = findings.filter(({ where }) => where.field === field.id && where.row === undefined)
  return (
    <div className={isWide ? 'field is-wide' : 'field'}>
      <label htmlFor={id} className="field-label">
        {field.label}
        {isRequiredNow(field, content) && (
          <span className="required" title={zh.common.required}>
            *<span className="visually-hidden">{zh.common.required}</span>
          </span>
        )}
        <Why explanation={explanations[field.id]} label={field.label} />
      </label>
      <Control
        field={field}
        value={value}
        change={(next) => change(field.id, next)}
        id={id}
        describedBy={helpId}
      />
      <div id={helpId}>
        {field.help !== undefined && <p className="field-help">{field.help}</p>}
        <FieldFindings findings={own} {...(typeof value === 'string' ? { text: value } : {})} />
      </div>
    </div>
  )
}

function Control(props: InputProps) {
  const { field, value, change, id } = props
  switch (field.type) {
    case 'text':
    case 'longtext':
      return <PlainText {...props} />
    case 'date':
      return <DateInput {...props} />
    case 'choice':
      return <ChoiceInput {...props} />
    case 'choices':
      return <ChoicesInput {...props} />
    case 'boolean':
      return <BooleanInput {...props} />
    case 'person':
    case 'organisation':
      return <ReferenceInput field={field} value={value} change={change} id={id} />
    case 'files':
      return (
        <div id={id}>
          <FilesField value={value} change={change} label={field.label} max={field.max} place={field.id} />
        </div>
      )
    case 'rows':
      return (
        <RowsGrid
          field={field}
          rows={Array.isArray(value) ? (value as readonly ContentRow[]) : undefined}
          change={change as (rows: ContentValue) => void}
        />
      )
    default:
      return <TextInput {...props} />
  }
}

function PlainText({ field, value, change, id, describedBy }: InputProps) {
  const text = typeof value === 'string' ? value : ''
  if (field.type === 'longtext') {
    return <LongText id={id} value={text} change={change} max={field.max} describedBy={describedBy} />
  }
  return (
    <Input
      id={id}
      aria-describedby={describedBy}
      value={text}
      {...(field.max === undefined ? {} : { maxLength: field.max })}
      onChange={(event) => change(event.target.value)}
    />
  )
}
