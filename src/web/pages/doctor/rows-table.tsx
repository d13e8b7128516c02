import { useEffect } from 'react'
import {
  type DoctorReport,
  type DoctorTable,
  explainRow,
  type ReportRow,
} from '../../../domain/doctor/index.ts'
import type { ParameterReader } from '../../../domain/rules/parameter-values.ts'
import type { Severity } from '../../../domain/shared/finding.ts'
import { Why } from '../../components/why.tsx'
import { zh } from '../../zh.ts'
import { Compared } from './compared.tsx'

const titles = zh.doctor.columns
/** Worst first. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note']
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
  return (
    <table className="data data-fixed doctor-rows">
      <caption className="visually-hidden">{zh.doctor.rows}</caption>
      <colgroup>
        {[46, '20%', '13%', '13%', 52, 82, 104, undefined].map((width, index) => (
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
            severity={worstOf(report, row.index)}
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
  readonly severity: Severity | undefined
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
        <Compared printed={printed?.score ?? null} computed={row.computedScore} />
      </td>
      <td className="muted">
        {row.reason}{' '}
        {row.computedScore !== null && (
          <Why explanation={explainRow(table, row.index, reader)} label={row.name ?? ''} />
        )}
      </td>
    </tr>
  )
}

function worstOf({ findings }: DoctorReport, row: number): Severity | undefined {
  const own = findings.filter(({ where }) => where.row === row).map(({ severity }) => severity)
  return SEVERITIES.find((severity) => own.includes(severity))
}

function rowId(index: number): string {
  return `doctor-row-${index}`
}
