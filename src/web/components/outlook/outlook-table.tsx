import { formatBp } from '../../../domain/shared/ratio.ts'
import type { OutlookLine } from '../../shapes-monitoring.ts'
import { zh } from '../../zh.ts'
import { type Column, DataTable } from '../data-table.tsx'

const words = zh.monitoring.outlook

type Row = OutlookLine['points'][number] & {
  readonly band: OutlookLine['forecast']['band'][number] | undefined
}

/** The numbers of a line, month by month. */
export function OutlookTable({ line }: { readonly line: OutlookLine }) {
  const rows: readonly Row[] = line.points.map((point) => ({
    ...point,
    band: line.forecast.band.find(({ month }) => month === point.month),
  }))
  return (
    <DataTable caption={line.title} columns={COLUMNS} rows={rows} rowKey={({ month }) => String(month)} />
  )
}

const shown = (bp: number | null | undefined) => (bp === null || bp === undefined ? '—' : formatBp(bp))

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'month',
    title: words.columns.month,
    isHeader: true,
    width: 56,
    cell: ({ month }) => words.month(month),
  },
  {
    id: 'plan',
    title: words.columns.plan,
    width: 72,
    isNumber: true,
    cell: ({ planned_bp }) => shown(planned_bp),
  },
  {
    id: 'actual',
    title: words.columns.actual,
    width: 72,
    isNumber: true,
    cell: ({ reached_bp }) => shown(reached_bp),
  },
  {
    id: 'parts',
    title: words.columns.parts,
    isNumber: true,
    cell: ({ numerator, denominator }) => (numerator === null ? '—' : `${numerator} ÷ ${denominator}`),
  },
  {
    id: 'forecast',
    title: words.columns.forecast,
    width: 72,
    isNumber: true,
    cell: ({ band }) => shown(band?.mid_bp),
  },
  {
    id: 'band',
    title: words.columns.band,
    width: 130,
    isNumber: true,
    cell: ({ band }) => (band === undefined ? '—' : `${formatBp(band.low_bp)}—${formatBp(band.high_bp)}`),
  },
]
