import type { ContentRow, ContentValue, FieldDefinition } from '../../domain/forms/form.ts'
import { Light } from '../components/light.tsx'
import { Why } from '../components/why.tsx'
import type { LightValue } from '../shapes.ts'
import { zh } from '../zh.ts'
import { isBlank } from '../../domain/forms/value.ts'
import { formatCell, unitOf } from './cell-text.ts'
import { FieldFindings } from './field-findings.tsx'
import { FigureText } from './figures.tsx'
import { FilesField } from './files-field.tsx'
import { placeId, useForm } from './form-context.ts'
import { isNumeric } from './grid/columns.ts'
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
