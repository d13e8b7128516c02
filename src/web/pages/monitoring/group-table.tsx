import { Link } from '@tanstack/react-router'
import { formatPercent, formatRatio } from '../../../domain/shared/ratio.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { Money } from '../../components/money.tsx'
import { Why } from '../../components/why.tsx'
import { usePlace } from '../../session.tsx'
import { zh } from '../../zh.ts'
import type { Group } from './group-sums.ts'
import { LightBar } from './light-bar.tsx'

const words = zh.overview.columns

/** A row per place, department or category: lights, money, target, each rate with its reason. */
export function GroupTable({
  groups,
  total,
  kind,
}: {
  readonly groups: readonly Group[]
  readonly total: Group
  readonly kind: 'name' | 'department' | 'category'
}) {
  const columns: readonly Column<Group>[] = [
    {
      id: 'name',
      title: words[kind],
      isHeader: true,
      width: 150,
      cell: (group) => (kind === 'name' && group !== total ? <PlaceLink group={group} /> : group.name),
    },
    { id: 'projects', title: words.projects, width: 56, isNumber: true, cell: ({ rates }) => rates.projects },
    { id: 'reported', title: words.reported, width: 70, isNumber: true, cell: ({ rates }) => rates.reported },
    { id: 'lights', title: words.lights, cell: ({ sums }) => <LightBar sums={sums} /> },
    {
      id: 'adjusted',
      title: `${words.adjusted}（${zh.unit.wan}）`,
      width: 128,
      isNumber: true,
      cell: ({ rates }) => <Money fen={String(rates.adjusted_fen)} />,
    },
    {
      id: 'rate',
      title: words.rate,
      width: 76,
      isNumber: true,
      cell: ({ rates }) => formatRatio(rates.rate),
    },
    {
      id: 'progress',
      title: words.progress,
      width: 116,
      isNumber: true,
      cell: ({ name, rates }) => (
        <>
          {rates.progress ? formatPercent(rates.progress) : '—'}{' '}
          <Why explanation={rates.explanation} label={name} isInTable />
        </>
      ),
    },
  ]
  const rows = groups.length > 1 ? [...groups, total] : groups
  return <DataTable caption={zh.overview.title} columns={columns} rows={rows} rowKey={({ id }) => id} />
}

function PlaceLink({ group }: { readonly group: Group }) {
  const { year } = usePlace()
  return (
    <Link to="/$jurisdiction/$year/monitoring" params={{ jurisdiction: group.id, year }}>
      {group.name}
    </Link>
  )
}
