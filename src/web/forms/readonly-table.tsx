import { Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ContentRow, FieldDefinition } from '../../domain/forms/form.ts'
import { withOwnLabel } from '../../domain/forms/own-label.ts'
import { isBlank } from '../../domain/forms/value.ts'
import { keyed } from '../components/keyed.ts'
import { Why } from '../components/why.tsx'
import { zh } from '../zh.ts'
import { formatCell, unitOf } from '../../domain/forms/cell-text.ts'
import type { Difference } from './difference.ts'
import { FindingMark } from './field-findings.tsx'
import { FigureCells, FigureHeads, FigureText, figureColumns, withFigures } from './figures.tsx'
import { pathOf, placeId, useForm } from './form-context.ts'
import { isNumeric, shownColumns, widthOf } from './grid/columns.ts'
import { GapRow } from './grid/gap-row.tsx'
import { useCellJump } from './grid/use-cell-jump.ts'
import { useDrawnRows } from './grid/use-drawn-rows.ts'
import { Before, Value } from './value-view.tsx'

/** As many columns as the middle of the page has room for at the design size. */
const FITTING_COLUMNS = 7

/** Rows to read: values, findings, what differs, and what the system computed beside them. */
export function ReadonlyTable({
  field,
  rows,
  differences,
}: {
  readonly field: FieldDefinition
  readonly rows: readonly ContentRow[]
  readonly differences: readonly Difference[]
}) {
  const { figures } = useForm()
  const columns = shownColumns(field, rows)
  const extra = figureColumns(field, figures)
  const removed = differences.filter(({ kind }) => kind === 'removed')
  const table = useRef<HTMLTableElement>(null)
  const [wanted, setWanted] = useState(-1)
  const { body, drawn } = useDrawnRows(rows.length, [wanted])
  useCellJump(table, ({ row, column }) => {
    flushSync(() => setWanted(row))
    const cell = document.getElementById(placeId(field.id, row, column))
    cell?.scrollIntoView({ block: 'center' })
    cell?.focus({ preventScroll: true })
  })
  return (
    <WideTable label={field.label} isWide={columns.length + extra.length > FITTING_COLUMNS}>
      <table ref={table} className="rows" aria-rowcount={rows.length + removed.length + 1}>
        <caption className="visually-hidden">{field.label}</caption>
        <thead>
          <tr>
            <th scope="col" className="row-number">
              <span className="visually-hidden">{zh.grid.row}</span>
            </th>
            {withFigures(
              columns,
              (column) => (
                <ColumnHead key={column.id} column={column} />
              ),
              <FigureHeads ids={extra} />,
            )}
          </tr>
        </thead>
        <tbody ref={body}>
          {drawn.map((one) =>
            one.kind === 'gap' ? (
              <GapRow
                key={`gap-${one.first}`}
                height_px={one.height_px}
                columns={columns.length + extra.length + 1}
              />
            ) : (
              <ReadonlyTableRow
                key={one.index}
                field={field}
                columns={columns}
                extra={extra}
                row={rows[one.index] ?? {}}
                index={one.index}
                differences={differences}
              />
            ),
          )}
          {keyed(removed, 'removed-').map(({ item: { before }, key }) => (
            <RemovedRow
              key={key}
              columns={columns}
              row={((before ?? []) as readonly ContentRow[])[0] ?? {}}
            />
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

/** What is wider than the page scrolls, and may be spread over the whole window. */
function WideTable({
  label,
  isWide,
  children,
}: {
  readonly label: string
  readonly isWide: boolean
  readonly children: ReactNode
}) {
  const [isLarge, setIsLarge] = useState(false)
  return (
    <div className={isLarge ? 'grid is-large' : 'grid'}>
      {isWide && (
        <div className="grid-tools">
          <Button size="small" onClick={() => setIsLarge(!isLarge)} aria-pressed={isLarge}>
            {isLarge ? zh.grid.narrow : zh.grid.spread}
          </Button>
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={label}>
        {children}
      </section>
    </div>
  )
}

function ReadonlyTableRow({
  field,
  columns,
  extra,
  row,
  index,
  differences,
}: {
  readonly field: FieldDefinition
  readonly columns: readonly FieldDefinition[]
  readonly extra: readonly string[]
  readonly row: ContentRow
  readonly index: number
  readonly differences: readonly Difference[]
}) {
  const own = differences.filter((difference) => difference.row === index)
  const isAdded = own.some(({ kind }) => kind === 'added')
  return (
    <tr className={isAdded ? 'is-added' : undefined} data-row={index} aria-rowindex={index + 2}>
      <td className="row-number">{index + 1}</td>
      {withFigures(
        columns,
        (column) => (
          <BodyCell
            key={column.id}
            field={field}
            column={column}
            row={row}
            index={index}
            changed={own.find((difference) => difference.column === column.id)}
          />
        ),
        <FigureCells field={field.id} row={index} ids={extra} />,
      )}
    </tr>
  )
}

function ColumnHead({ column }: { readonly column: FieldDefinition }) {
  return (
    <th
      scope="col"
      className={isNumeric(column) ? 'number' : undefined}
      style={{ minWidth: Math.round(widthOf(column) * 0.72) }}
    >
      {column.label}
      {unitOf(column) !== undefined && <span className="unit">（{unitOf(column)}）</span>}
    </th>
  )
}

type CellProps = {
  readonly field: FieldDefinition
  readonly column: FieldDefinition
  readonly row: ContentRow
  readonly index: number
}

function BodyCell(props: CellProps & { readonly changed: Difference | undefined }) {
  const { field, column, index, changed } = props
  const { findings, explanations } = useForm()
  const finding = findings.find(
    ({ where }) => where.field === field.id && where.row === index && where.column === column.id,
  )
  const classes = [isNumeric(column) ? 'number' : '', changed === undefined ? '' : 'is-changed']
  return (
    <td
      id={placeId(field.id, index, column.id)}
      className={classes.join(' ').trim()}
      tabIndex={-1}
      title={finding?.message}
    >
      {finding !== undefined && <FindingMark severity={finding.severity} />}
      <Cell {...props} />
      <Why explanation={explanations[pathOf(field.id, index, column.id)]} label={column.label} isInTable />
      {changed !== undefined && <Before field={column} value={changed.before} />}
    </td>
  )
}

/** The value, or what the system computed for it while it is not stored yet. */
function Cell({ field, column, row, index }: CellProps) {
  const { figures } = useForm()
  const value = row[column.id]
  if (!isBlank(value)) return <Value field={withOwnLabel(column, row)} value={value} hasUnit={false} />
  const text = figures[pathOf(field.id, index, column.id)]
  return text === undefined ? null : <FigureText text={text} />
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
          <del>{formatCell(withOwnLabel(column, row), row[column.id], names)}</del>
        </td>
      ))}
    </tr>
  )
}
