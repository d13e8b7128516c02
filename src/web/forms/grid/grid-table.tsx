import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { unitOf } from '../../../domain/forms/cell-text.ts'
import type { ContentRow, FieldDefinition } from '../../../domain/forms/form.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import { zh } from '../../zh.ts'
import { FigureHeads, withFigures } from '../figures.tsx'
import { placeId, useForm } from '../form-context.ts'
import { isNumeric, widthOf } from './columns.ts'
import { GapRow } from './gap-row.tsx'
import { GridRow } from './grid-row.tsx'
import { type CellJump, useCellJump } from './use-cell-jump.ts'
import { useDrawnRows } from './use-drawn-rows.ts'
import type { Grid } from './use-grid.ts'

const NO_FINDINGS: readonly Finding[] = []
const FIGURE_WIDTH = 150

/** The table of a grid. Of a long one only the rows in sight and the one with the cursor are drawn. */
export function GridTable({
  field,
  columns,
  rows,
  grid,
  findings,
  extra,
  helpId,
}: {
  readonly field: FieldDefinition
  readonly columns: readonly FieldDefinition[]
  readonly rows: readonly ContentRow[]
  readonly grid: Grid
  /** By the row they are about. */
  readonly findings: ReadonlyMap<number, readonly Finding[]>
  /** Figures of the system that stand behind the columns. */
  readonly extra: readonly string[]
  readonly helpId: string
}) {
  const { names, explanations } = useForm()
  const { state, api } = grid
  const table = useRef<HTMLTableElement>(null)
  const { body, drawn } = useDrawnRows(rows.length, [state.active.row])
  useCellJump(table, (jump) => bringIntoView(grid, field, columns, jump))
  const { top, bottom, left, right } = api.selected()
  const width = columns.length + extra.length + 1
  const drawRow = (index: number) => {
    const isIn = index >= top && index <= bottom
    return (
      <GridRow
        key={index}
        field={field}
        columns={columns}
        row={rows[index] ?? {}}
        index={index}
        names={names}
        findings={findings.get(index) ?? NO_FINDINGS}
        explanations={explanations}
        from={isIn ? left : -1}
        to={isIn ? right : -2}
        grid={state.active.row === index ? grid : undefined}
        api={api}
        extra={extra}
      />
    )
  }
  return (
    <div className="table-scroll">
      <table ref={table} className="rows is-open" aria-describedby={helpId} aria-rowcount={rows.length + 1}>
        <caption className="visually-hidden">{field.label}</caption>
        <GridHead columns={columns} extra={extra} />
        <tbody ref={body}>
          {drawn.map((one) =>
            one.kind === 'gap' ? (
              <GapRow key={`gap-${one.first}`} height_px={one.height_px} columns={width} />
            ) : (
              drawRow(one.index)
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}

/** Puts the cursor into a cell, which draws its row where it was not drawn. */
function bringIntoView(
  { api }: Grid,
  field: FieldDefinition,
  columns: readonly FieldDefinition[],
  { row, column }: CellJump,
): void {
  const place = columns.findIndex(({ id }) => id === column)
  if (api.read().state.editing !== null && !api.commit()) return
  flushSync(() => api.moveTo({ row, column: Math.max(0, place) }))
  const cell = document.getElementById(placeId(field.id, row, columns[Math.max(0, place)]?.id))
  cell?.scrollIntoView({ block: 'center' })
  cell?.querySelector('textarea')?.focus({ preventScroll: true })
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
