import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { ContentRow, FieldDefinition } from '../../../domain/forms/form.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import { zh } from '../../zh.ts'
import { figureColumns } from '../figures.tsx'
import { placeId, useForm } from '../form-context.ts'
import { readClipboard } from './clipboard.ts'
import { editColumns, hasFixedRows } from './columns.ts'
import type { PasteFault } from './blocks.ts'
import { GridTable } from './grid-table.tsx'
import { type Grid, useGrid } from './use-grid.ts'

const NO_ROWS: readonly ContentRow[] = []

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
  const { names, findings, figures, assist } = useForm()
  const columns = useMemo(() => editColumns(field), [field])
  const extra = useMemo(() => figureColumns(field, figures), [field, figures])
  const rows = given ?? field.defaultRows ?? NO_ROWS
  const canAdd = !hasFixedRows(field)
  const helper = assist?.field === field.id ? assist : undefined
  const grid = useGrid({ field, columns, rows, names, canAdd, change, assist: helper })
  const [isLarge, setIsLarge] = useState(false)
  const { state, api } = grid
  const own = useMemo(
    () => byRow([...refusedFindings(field, state.refused), ...findings], field.id),
    [findings, field, state.refused],
  )
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
        <GridTable
          field={field}
          columns={columns}
          rows={rows}
          grid={grid}
          findings={own}
          extra={extra}
          helpId={helpId}
        />
      )}
      <p id={helpId} className="field-help">
        {zh.grid.help}
      </p>
    </div>
  )
}

/** Findings of one field by the row they are about. */
function byRow(findings: readonly Finding[], field: string): ReadonlyMap<number, readonly Finding[]> {
  const rows = new Map<number, Finding[]>()
  for (const finding of findings) {
    const { row } = finding.where
    if (finding.where.field !== field || row === undefined) continue
    rows.set(row, [...(rows.get(row) ?? []), finding])
  }
  return rows
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
