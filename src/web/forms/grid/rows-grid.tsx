import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { ContentRow, FieldDefinition } from '../../../domain/forms/form.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import { keyed } from '../../components/keyed.ts'
import { zh } from '../../zh.ts'
import { unitOf } from '../../../domain/forms/cell-text.ts'
import { FigureHeads, figureColumns, withFigures } from '../figures.tsx'
import { placeId, useForm } from '../form-context.ts'
import { readClipboard } from './clipboard.ts'
import { editColumns, hasFixedRows, isNumeric, widthOf } from './columns.ts'
import type { PasteFault } from './blocks.ts'
import { GridRow } from './grid-row.tsx'
import { type Grid, useGrid } from './use-grid.ts'

const NO_ROWS: readonly ContentRow[] = []
const FIGURE_WIDTH = 150

/** Rows of a form as a sheet: arrow keys, Tab, Enter, copy and paste with WPS, undo. */
export function RowsGrid({
  field,
  rows: given,
  change,
}: {
  readonly field: FieldDefinition
  readonly rows: readonly ContentRow[] | undefined
  readonly change: (rows: readonly ContentRow[]) => void
}) {
  const { names, findings, explanations, figures, assist } = useForm()
  const columns = useMemo(() => editColumns(field), [field])
  const extra = useMemo(() => figureColumns(field, figures), [field, figures])
  const rows = given ?? field.defaultRows ?? NO_ROWS
  const canAdd = !hasFixedRows(field)
  const helper = assist?.field === field.id ? assist : undefined
  const grid = useGrid({ field, columns, rows, names, canAdd, change, assist: helper })
  const [isLarge, setIsLarge] = useState(false)
  const { state, api } = grid
  const own = useMemo(
    () => [
      ...refusedFindings(field, state.refused),
      ...findings.filter(({ where }) => where.field === field.id),
    ],
    [findings, field, state.refused],
  )
  const { top, bottom, left, right } = api.selected()
  const helpId = `${placeId(field.id)}-keys`
  return (
    <div className={isLarge ? 'grid is-large' : 'grid'} id={placeId(field.id)}>
      <GridTools
        field={field}
        grid={grid}
        count={rows.length}
        canAdd={canAdd}
        isLarge={isLarge}
        setIsLarge={setIsLarge}
      />
      {rows.length === 0 ? (
        <p
          className="grid-empty"
          tabIndex={-1}
          onPaste={(event) => api.paste(readClipboard(event.clipboardData))}
        >
          {zh.grid.empty}
        </p>
      ) : (
        <div className="table-scroll">
          <table className="rows is-open" aria-describedby={helpId}>
            <caption className="visually-hidden">{field.label}</caption>
            <GridHead columns={columns} extra={extra} />
            <tbody>
              {keyed(rows).map(({ item: row, index, key }) => {
                const isIn = index >= top && index <= bottom
                return (
                  <GridRow
                    key={key}
                    field={field}
                    columns={columns}
                    row={row}
                    index={index}
                    names={names}
                    findings={own}
                    explanations={explanations}
                    from={isIn ? left : -1}
                    to={isIn ? right : -2}
                    grid={state.active.row === index ? grid : undefined}
                    api={api}
                    extra={extra}
                  />
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      <p id={helpId} className="field-help">
        {zh.grid.help}
      </p>
    </div>
  )
}

/** What a paste could not take, in the cell it was meant for: the text that came and what to write instead. */
function refusedFindings(field: FieldDefinition, refused: readonly PasteFault[]): readonly Finding[] {
  return refused.map(({ row, column, text, message }) => ({
    ruleId: 'FRM-003',
    severity: 'error',
    message: zh.grid.refusedCell(text, message),
    where: { field: field.id, row, column },
  }))
}

function GridHead({
  columns,
  extra,
}: {
  readonly columns: readonly FieldDefinition[]
  readonly extra: readonly string[]
}) {
  return (
    <>
      <colgroup>
        <col style={{ width: 36 }} />
        {withFigures(
          columns,
          (column) => (
            <col key={column.id} style={{ width: widthOf(column) }} />
          ),
          extra.map((id) => <col key={id} style={{ width: FIGURE_WIDTH }} />),
        )}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className="row-number">
            <span className="visually-hidden">{zh.grid.row}</span>
          </th>
          {withFigures(
            columns,
            (column) => (
              <th
                key={column.id}
                scope="col"
                className={isNumeric(column) ? 'number' : undefined}
                title={column.help}
              >
                {column.label}
                {unitOf(column) !== undefined && <span className="unit">（{unitOf(column)}）</span>}
                {column.required && !column.readonly && <span className="required">*</span>}
              </th>
            ),
            <FigureHeads ids={extra} />,
          )}
        </tr>
      </thead>
    </>
  )
}

function GridTools({
  field,
  grid,
  count,
  canAdd,
  isLarge,
  setIsLarge,
}: {
  readonly field: FieldDefinition
  readonly grid: Grid
  readonly count: number
  readonly canAdd: boolean
  readonly isLarge: boolean
  readonly setIsLarge: (isLarge: boolean) => void
}) {
  const { api } = grid
  const isFull = count >= (field.max ?? 200)
  return (
    <div className="grid-tools">
      {canAdd && (
        <>
          <Button size="small" onClick={api.addRow} disabled={isFull}>
            {isFull ? zh.grid.full(field.max ?? 200) : zh.grid.addRow}
          </Button>
          <Button size="small" onClick={api.removeRows} disabled={count === 0}>
            {zh.grid.removeRow}
          </Button>
        </>
      )}
      <Button size="small" onClick={api.undo}>
        {zh.grid.undo}
      </Button>
      <Button size="small" onClick={() => setIsLarge(!isLarge)} aria-pressed={isLarge}>
        {isLarge ? zh.grid.narrow : zh.grid.wide}
      </Button>
    </div>
  )
}
