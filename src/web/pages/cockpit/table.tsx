import { Link } from '@tanstack/react-router'
import { PLAN_STAGES, STAGES } from '../../../domain/workflow/record-kind.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { Light } from '../../components/light.tsx'
import { STAGE_MARKS } from '../../components/timeline.tsx'
import { usePlace } from '../../session.tsx'
import type { CockpitTile } from '../../shapes.ts'
import { zh } from '../../zh.ts'

/** The map as a table: the same states, readable line by line and printable. */
export function CockpitTable({ tiles }: { readonly tiles: readonly CockpitTile[] }) {
  const columns: readonly Column<CockpitTile>[] = [
    {
      id: 'place',
      title: zh.cockpit.columns.place,
      isHeader: true,
      width: 120,
      cell: (tile) => <PlaceLink tile={tile} />,
    },
    {
      id: 'pilot',
      title: zh.cockpit.columns.pilot,
      width: 80,
      isNumber: true,
      cell: (tile) => tile.pilotCount,
    },
    ...PLAN_STAGES.map(
      (stage): Column<CockpitTile> => ({
        id: stage,
        title: STAGES[stage],
        cell: (tile) => <StageCell tile={tile} stage={stage} />,
      }),
    ),
    { id: 'light', title: zh.cockpit.columns.light, width: 90, cell: (tile) => <Light value={tile.light} /> },
    {
      id: 'report',
      title: zh.cockpit.columns.report,
      width: 110,
      cell: (tile) => tile.countyReport?.stateTitle ?? '—',
    },
    {
      id: 'acceptance',
      title: zh.cockpit.columns.acceptance,
      width: 110,
      cell: (tile) => tile.acceptance?.stateTitle ?? '—',
    },
  ]
  const sorted = [...tiles].sort((a, b) => a.id.localeCompare(b.id))
  return (
    <DataTable caption={zh.cockpit.mapLabel} columns={columns} rows={sorted} rowKey={(tile) => tile.id} />
  )
}

function PlaceLink({ tile }: { readonly tile: CockpitTile }) {
  const { year } = usePlace()
  return (
    <Link to="/$jurisdiction/$year/projects" params={{ jurisdiction: tile.id, year }}>
      {tile.name}
    </Link>
  )
}

function StageCell({ tile, stage }: { readonly tile: CockpitTile; readonly stage: string }) {
  const own = tile.stages.find((one) => one.stage === stage)
  if (own === undefined || !tile.isVisible) return <span className="muted">—</span>
  return (
    <span title={own.missing.join('\n')}>
      <span className={`stage-cell is-${own.state}`} aria-hidden="true">
        {STAGE_MARKS[own.state]}
      </span>{' '}
      {own.stateTitle}{' '}
      {own.total > 1 && <span className="muted">{zh.cockpit.progress(own.done, own.total)}</span>}
    </span>
  )
}
