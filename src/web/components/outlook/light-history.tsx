import { Link } from '@tanstack/react-router'
import { usePlace } from '../../session.tsx'
import type { StoredLight } from '../../shapes-monitoring.ts'
import { zh } from '../../zh.ts'
import { type Column, DataTable } from '../data-table.tsx'
import { Light } from '../light.tsx'
import { DateText } from '../money.tsx'

const words = zh.monitoring.outlook

/** Every light this project had, newest last, each with its reason in words. */
export function LightHistory({ lights }: { readonly lights: readonly StoredLight[] }) {
  if (lights.length === 0) return null
  return (
    <section aria-labelledby="light-history">
      <h3 id="light-history">{words.lights}</h3>
      <DataTable caption={words.lights} columns={COLUMNS} rows={lights} rowKey={({ recordId }) => recordId} />
    </section>
  )
}

const COLUMNS: readonly Column<StoredLight>[] = [
  {
    id: 'months',
    title: words.lightColumns.months,
    isHeader: true,
    width: 150,
    cell: (row) => <RoundLink row={row} />,
  },
  { id: 'light', title: words.lightColumns.light, width: 84, cell: ({ light }) => <Light value={light} /> },
  { id: 'reason', title: words.lightColumns.reason, cell: ({ reason }) => reason },
  {
    id: 'day',
    title: words.lightColumns.day,
    width: 104,
    cell: ({ concludedOn }) => <DateText value={concludedOn} />,
  },
]

function RoundLink({ row }: { readonly row: StoredLight }) {
  const place = usePlace()
  return (
    <Link to="/$jurisdiction/$year/records/$recordId" params={{ ...place, recordId: row.recordId }}>
      {words.until(row.fiscalYear, row.month)}
    </Link>
  )
}
