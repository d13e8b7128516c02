import type { ContentRow, ContentValue, FieldDefinition } from '../../domain/forms/form.ts'
import { keyed } from '../components/keyed.ts'
import { Light } from '../components/light.tsx'
import { Why } from '../components/why.tsx'
import type { LightValue } from '../shapes.ts'
import { zh } from '../zh.ts'
import { isBlank } from '../../domain/forms/value.ts'
import { formatCell, unitOf } from './cell-text.ts'
import type { Difference } from './difference.ts'
import { FieldFindings, FindingMark } from './field-findings.tsx'
import { FilesField } from './files-field.tsx'
import { pathOf, placeId, useForm } from './form-context.ts'
import { isNumeric, shownColumns } from './grid/columns.ts'

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
            <span className="number">{figures[field.id]}</span>
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

function Value({
  field,
  value,
}: {
  readonly field: FieldDefinition
  readonly value: ContentValue | undefined
}) {
  const { names } = useForm()
  if (field.type === 'files') return <FilesField value={value} change={undefined} label={field.label} />
  if (isBlank(value)) return <span className="muted">{zh.record.blank}</span>
  if (isLight(field)) return <Light value={value as LightValue} />
  const unit = unitOf(field)
  return (
    <span className={isNumeric(field) ? 'number' : undefined}>
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

function Before({
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

function ReadonlyTable({
  field,
  rows,
  differences,
}: {
  readonly field: FieldDefinition
  readonly rows: readonly ContentRow[]
  readonly differences: readonly Difference[]
}) {
  const columns = shownColumns(field, rows)
  const removed = differences.filter(({ kind }) => kind === 'removed')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={field.label}>
      <table className="rows">
        <caption className="visually-hidden">{field.label}</caption>
        <thead>
          <tr>
            <th scope="col" className="row-number">
              <span className="visually-hidden">{zh.grid.row}</span>
            </th>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={isNumeric(column) ? 'number' : undefined}>
                {column.label}
                {unitOf(column) !== undefined && <span className="unit"> ({unitOf(column)})</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(rows).map(({ item: row, index, key }) => (
            <ReadonlyTableRow
              key={key}
              field={field}
              columns={columns}
              row={row}
              index={index}
              differences={differences}
            />
          ))}
          {keyed(removed, 'removed-').map(({ item: { before }, key }) => (
            <RemovedRow
              key={key}
              columns={columns}
              row={((before ?? []) as readonly ContentRow[])[0] ?? {}}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ReadonlyTableRow({
  field,
  columns,
  row,
  index,
  differences,
}: {
  readonly field: FieldDefinition
  readonly columns: readonly FieldDefinition[]
  readonly row: ContentRow
  readonly index: number
  readonly differences: readonly Difference[]
}) {
  const { findings, explanations } = useForm()
  const own = differences.filter((difference) => difference.row === index)
  const isAdded = own.some(({ kind }) => kind === 'added')
  return (
    <tr className={isAdded ? 'is-added' : undefined}>
      <td className="row-number">{index + 1}</td>
      {columns.map((column) => {
        const changed = own.find((difference) => difference.column === column.id)
        const finding = findings.find(
          ({ where }) => where.field === field.id && where.row === index && where.column === column.id,
        )
        const classes = [isNumeric(column) ? 'number' : '', changed === undefined ? '' : 'is-changed']
          .join(' ')
          .trim()
        return (
          <td
            key={column.id}
            id={placeId(field.id, index, column.id)}
            className={classes}
            tabIndex={-1}
            title={finding?.message}
          >
            {finding !== undefined && <FindingMark severity={finding.severity} />}
            {isBlank(row[column.id]) ? '' : <Value field={column} value={row[column.id]} />}
            <Why explanation={explanations[pathOf(field.id, index, column.id)]} label={column.label} />
            {changed !== undefined && <Before field={column} value={changed.before} />}
          </td>
        )
      })}
    </tr>
  )
}

function RemovedRow({
  columns,
  row,
}: {
  readonly columns: readonly FieldDefinition[]
  readonly row: ContentRow
}) {
  const { names } = useForm()
  return (
    <tr className="is-removed">
      <td className="row-number">−</td>
      {columns.map((column) => (
        <td key={column.id}>
          <del>{formatCell(column, row[column.id], names)}</del>
        </td>
      ))}
    </tr>
  )
}
