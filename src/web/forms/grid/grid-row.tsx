import { narrowOptions } from '../../../domain/forms/narrow-options.ts'
import { memo, type MouseEvent } from 'react'
import type { ContentRow, ContentValue, FieldDefinition } from '../../../domain/forms/form.ts'
import { withOwnLabel } from '../../../domain/forms/own-label.ts'
import type { Explanation } from '../../../domain/shared/explanation.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import { Why } from '../../components/why.tsx'
import { zh } from '../../zh.ts'
import { formatCell, type Names } from '../../../domain/forms/cell-text.ts'
import { ReferenceInput } from '../choice-inputs.tsx'
import { FindingMark } from '../field-findings.tsx'
import { FigureCells, withFigures } from '../figures.tsx'
import { FilesField } from '../files-field.tsx'
import { pathOf, placeId } from '../form-context.ts'
import { CellEditor } from './cell-editor.tsx'
import { isNumeric } from './columns.ts'
import type { Grid } from './use-grid.ts'

type Props = {
  readonly field: FieldDefinition
  readonly columns: readonly FieldDefinition[]
  readonly row: ContentRow
  readonly index: number
  readonly names: Names
  /** Those about this row. */
  readonly findings: readonly Finding[]
  readonly explanations: Readonly<Record<string, Explanation>>
  /** Selected columns of this row, or nothing. */
  readonly from: number
  readonly to: number
  /** Only the row with the active cell gets the grid: the others need not be drawn again. */
  readonly grid: Grid | undefined
  readonly api: Grid['api']
  /** Figures of the system that stand behind the columns. */
  readonly extra: readonly string[]
}

export const GridRow = memo(function GridRow(props: Props) {
  const { field, columns, extra, index, from, to, grid } = props
  return (
    <tr data-row={index} aria-rowindex={index + 2}>
      <td className="row-number">{index + 1}</td>
      {withFigures(
        columns,
        (column, own) => (
          <GridCell
            key={column.id}
            {...props}
            column={column}
            place={own}
            isSelected={own >= from && own <= to}
            isActive={grid?.state.active.column === own}
          />
        ),
        <FigureCells field={field.id} row={index} ids={extra} />,
      )}
    </tr>
  )
})

type CellProps = Props & {
  readonly column: FieldDefinition
  readonly place: number
  readonly isSelected: boolean
  readonly isActive: boolean
}

function GridCell(props: CellProps) {
  const { field, column, row, index, names, place, isSelected, isActive, grid, api, findings, explanations } =
    props
  const finding = findings.find(({ where }) => where.column === column.id)
  const text = formatCell(withOwnLabel(column, row), row[column.id], names)
  const classes = [
    isNumeric(column) ? 'number' : '',
    column.readonly ? 'is-readonly' : '',
    isSelected ? 'is-selected' : '',
    isActive ? 'is-active' : '',
    finding === undefined ? '' : `has-${finding.severity}`,
  ]
  const cell = { row: index, column: place }
  const press = (event: MouseEvent) => {
    if (event.button !== 0 || !isOnCell(event) || isActiveEditor(event) || isControl(event)) return
    event.preventDefault()
    if (api.read().state.editing !== null && !api.commit()) return
    api.moveTo(cell, event.shiftKey)
  }
  const drag = (event: MouseEvent) => {
    if (event.buttons === 1 && isOnCell(event) && api.read().state.editing === null && !isControl(event))
      api.moveTo(cell, true)
  }
  return (
    <td
      id={placeId(field.id, index, column.id)}
      className={classes.filter((name) => name !== '').join(' ')}
      title={finding?.message}
      onMouseDown={press}
      onMouseEnter={drag}
      onDoubleClick={(event) => isOnCell(event) && api.begin()}
    >
      {finding !== undefined && <FindingMark severity={finding.severity} />}
      {column.type === 'files' ? <FilesCell {...props} /> : <span className="cell-text">{text}</span>}
      <Why explanation={explanations[pathOf(field.id, index, column.id)]} label={column.label} isInTable />
      {isActive && grid !== undefined && (
        <ActiveEditor {...props} grid={grid} label={zh.grid.cell(index + 1, column.label, text)} />
      )}
    </td>
  )
}

/** Lists drawn over the page belong to their cell in React's eyes; what is done in them is not done to it. */
function isOnCell({ target, currentTarget }: MouseEvent): boolean {
  return target instanceof Node && currentTarget.contains(target)
}

function isActiveEditor(event: MouseEvent): boolean {
  return event.target instanceof HTMLTextAreaElement
}

function isControl(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('button, a, input, .ant-select') !== null
}

function ActiveEditor({
  grid,
  column,
  row,
  label,
}: CellProps & { readonly grid: Grid; readonly label: string }) {
  const isReference = column.type === 'person' || column.type === 'organisation'
  if (!isReference || grid.state.editing === null)
    return <CellEditor grid={grid} column={narrowOptions(column, row)} label={label} />
  return (
    <div className="cell-reference">
      <ReferenceInput
        field={column}
        id={`${column.id}-editor`}
        isOpen
        value={row[column.id] as ContentValue}
        change={(value) => grid.api.store(value as ContentRow[string])}
        leave={grid.api.cancel}
      />
    </div>
  )
}

function FilesCell({ field, column, row, index, api, place }: CellProps) {
  const change = (value: ContentValue) => {
    api.moveTo({ row: index, column: place })
    api.store(value as ContentRow[string])
  }
  return (
    <FilesField
      value={row[column.id] as ContentValue}
      change={column.readonly ? undefined : change}
      label={column.label}
      max={column.max}
      place={`${field.id}/${String(row['id'] ?? index)}/${column.id}`}
    />
  )
}
