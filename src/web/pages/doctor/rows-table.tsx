import { useEffect } from 'react'
import {
  type DoctorReport,
  type DoctorTable,
  explainRow,
  type ReportRow,
} from '../../../domain/doctor/index.ts'
import type { ParameterReader } from '../../../domain/rules/parameter-values.ts'
import { Why } from '../../components/why.tsx'
import { zh } from '../../zh.ts'
import { Compared } from './compared.tsx'

const titles = zh.doctor.columns
const NUMBERS = new Set(['index', 'weight', 'printed', 'computed'])

/** Every row as printed, the computed score beside the printed one, and why. */
export function RowsTable({
  table,
  report,
  reader,
  marked,
}: {
  readonly table: DoctorTable
  readonly report: DoctorReport
  readonly reader: ParameterReader
  readonly marked: number | undefined
}) {
  useEffect(() => {
    if (marked === undefined) return
    const line = document.getElementById(rowId(marked))
    line?.scrollIntoView({ block: 'center' })
    line?.focus()
  }, [marked])
  if (report.rows.length === 0) return null
  const worst = new Map(report.findings.map(({ where, severity }) => [where.row, severity]))
  return (
    <table className="data data-fixed doctor-rows">
      <caption className="visually-hidden">{zh.doctor.rows}</caption>
      <colgroup>
        {[46, '20%', '13%', '13%', 52, 82, 112, undefined].map((width, index) => (
          <col key={String(index)} style={width === undefined ? {} : { width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {Object.entries(titles).map(([id, title]) => (
            <th key={id} scope="col" className={NUMBERS.has(id) ? 'number' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {report.rows.map((row) => (
          <Row
            key={row.index}
            row={row}
            table={table}
            reader={reader}
            isMarked={marked === row.index}
            severity={worst.get(row.index)}
          />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  row,
  table,
  reader,
  isMarked,
  severity,
}: {
  readonly row: ReportRow
  readonly table: DoctorTable
  readonly reader: ParameterReader
  readonly isMarked: boolean
  readonly severity: string | undefined
}) {
  const printed = table.indicators[row.index]
  const marks = [severity ? `is-${severity}` : '', isMarked ? 'is-marked' : ''].join(' ').trim()
  return (
    <tr id={rowId(row.index)} tabIndex={-1} className={marks}>
      <td className="number">{row.index + 1}</td>
      <th scope="row">{row.name ?? '—'}</th>
      <td>{printed?.target || '—'}</td>
      <td>{printed?.actual || '—'}</td>
      <td className="number">{printed?.weight || '—'}</td>
      <td className="number">{printed?.score || '—'}</td>
      <td className="number">
        <Compared printed={printed?.score ?? null} computed={row.computedScore} />{' '}
        {row.computedScore !== null && (
          <Why explanation={explainRow(table, row.index, reader)} label={row.name ?? ''} />
        )}
      </td>
      <td className="muted">{row.reason}</td>
    </tr>
  )
}

function rowId(index: number): string {
  return `doctor-row-${index}`
}
