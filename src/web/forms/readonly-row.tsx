import type { ContentRow, FieldDefinition } from '../../domain/forms/form.ts'
import { Why } from '../components/why.tsx'
import { isBlank } from '../../domain/forms/value.ts'
import { FieldFindings } from './field-findings.tsx'
import { FigureText } from './figures.tsx'
import { placeId, useForm } from './form-context.ts'
import { ReadonlyTable } from './readonly-table.tsx'
import { Before, Value } from './value-view.tsx'

/** A field as it is read, printed and reviewed; what differs from the compared version is marked. */
export function ReadonlyRow({ field }: { readonly field: FieldDefinition }) {
  const { content, findings, explanations, figures, differences } = useForm()
  const value = content[field.id]
  const own = differences.filter((difference) => difference.field === field.id)
  const change = own.find(({ row }) => row === undefined)
  const isWide = ['rows', 'longtext', 'files', 'choices'].includes(field.type)
  return (
    <div className={isWide ? 'field is-wide' : 'field'} id={placeId(field.id)} tabIndex={-1}>
      <div className="field-label">
        {field.label}
        <Why explanation={explanations[field.id]} label={field.label} />
      </div>
      {field.type === 'rows' ? (
        <ReadonlyTable field={field} rows={(value ?? []) as readonly ContentRow[]} differences={own} />
      ) : (
        <div className={change === undefined ? 'value' : 'value is-changed'}>
          {isBlank(value) && figures[field.id] !== undefined ? (
            <FigureText text={figures[field.id] ?? ''} />
          ) : (
            <Value field={field} value={value} />
          )}
          {change !== undefined && <Before field={field} value={change.before} />}
        </div>
      )}
      <FieldFindings
        findings={findings.filter(({ where }) => where.field === field.id && where.row === undefined)}
      />
    </div>
  )
}
