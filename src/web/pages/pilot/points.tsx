import { type Column, DataTable } from '../../components/data-table.tsx'
import { formatScore, formatWeight } from '../../../domain/shared/score.ts'
import type { PointLine } from '../../shapes-pilot.ts'
import { zh } from '../../zh.ts'

const words = zh.pilot.ranking.columns

const COLUMNS: readonly Column<PointLine>[] = [
  { id: 'item', title: words.item, isHeader: true, width: 230, cell: ({ label }) => label },
  {
    id: 'points',
    title: words.points,
    isNumber: true,
    width: 120,
    cell: ({ points_x100, weight_x100 }) => `${formatScore(points_x100)} / ${formatWeight(weight_x100)}`,
  },
  { id: 'why', title: words.why, cell: ({ why }) => why },
]

/** Points line by line with the reason of each. */
export function PointTable({
  caption,
  lines,
}: {
  readonly caption: string
  readonly lines: readonly PointLine[]
}) {
  return <DataTable caption={caption} columns={COLUMNS} rows={lines} rowKey={({ id }) => id} />
}

/** The same in a cell: the total, and the lines behind it on demand. */
export function PointSummary({
  name,
  total_x100,
  lines,
}: {
  readonly name: string
  readonly total_x100: number
  readonly lines: readonly PointLine[]
}) {
  return (
    <details>
      <summary>{formatScore(total_x100)}</summary>
      <ul className="plain muted">
        {lines.map(({ id, label, points_x100, weight_x100, why }) => (
          <li key={id} aria-label={`${name} ${label}`}>
            {label} {formatScore(points_x100)}/{formatWeight(weight_x100)}：{why}
          </li>
        ))}
      </ul>
    </details>
  )
}
