import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { Light } from '../../components/light.tsx'
import { usePlace } from '../../session.tsx'
import type { LightValue } from '../../shapes.ts'
import { zh } from '../../zh.ts'
import { toPoints } from './quadrant.ts'

/** A line of the list: of the twenty worst, or of what was chosen on the chart. */
export type RoundRow = {
  readonly recordId: string
  readonly jurisdictionId: string
  readonly projectName: string
  readonly unitName: string
  readonly light: LightValue
  readonly executionGap: number | null
  readonly targetGap: number | null
  readonly reason: string | null
}

const words = zh.overview.columns

const COLUMNS: readonly Column<RoundRow>[] = [
  { id: 'project', title: words.project, isHeader: true, cell: (row) => <RoundLink row={row} /> },
  { id: 'unit', title: words.unit, width: 190, cell: ({ unitName }) => unitName },
  { id: 'light', title: words.light, width: 80, cell: ({ light }) => <Light value={light} /> },
  {
    id: 'execution',
    title: words.executionGap,
    width: 90,
    isNumber: true,
    cell: (row) => gap(row.executionGap),
  },
  { id: 'target', title: words.targetGap, width: 90, isNumber: true, cell: (row) => gap(row.targetGap) },
]
const REASON: Column<RoundRow> = {
  id: 'reason',
  title: words.reason,
  width: '38%',
  cell: ({ reason }) => reason ?? '—',
}

/** Each line leads to the round where the figures and their reasons stand. */
export function RoundList({
  caption,
  rows,
}: {
  readonly caption: string
  readonly rows: readonly RoundRow[]
}) {
  const columns = rows.some(({ reason }) => reason !== null) ? [...COLUMNS, REASON] : COLUMNS
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ recordId }) => recordId} />
}

function RoundLink({ row }: { readonly row: RoundRow }) {
  const { year } = usePlace()
  const params = { jurisdiction: row.jurisdictionId, year, recordId: row.recordId }
  return (
    <Link to="/$jurisdiction/$year/records/$recordId" params={params}>
      {row.projectName}
    </Link>
  )
}

/** In percentage points; behind in words of accounting: (22.33). */
function gap(millionths: number | null): string {
  if (millionths === null) return '—'
  const points = toPoints(millionths)
  return points < 0 ? `(${Math.abs(points).toFixed(2)})` : points.toFixed(2)
}
