import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { usePlace } from '../../session.tsx'
import type { MonitoredProject } from '../../shapes-monitoring.ts'
import { zh } from '../../zh.ts'

const words = zh.monitoring.tasks

/** Every project that can be monitored: whether key, which rounds it has, and what stands in the way. */
export function MonitoredTable({
  projects,
  month,
  keys,
  toggle,
}: {
  readonly projects: readonly MonitoredProject[]
  readonly month: number | undefined
  readonly keys: ReadonlySet<string>
  readonly toggle?: (id: string) => void
}) {
  const columns: readonly Column<MonitoredProject>[] = [
    {
      id: 'key',
      title: words.columns.key,
      width: 96,
      cell: ({ projectId, projectName }) =>
        toggle === undefined ? (
          keys.has(projectId) ? (
            zh.common.yes
          ) : (
            '—'
          )
        ) : (
          <Checkbox
            aria-label={words.markKey(projectName)}
            checked={keys.has(projectId)}
            onChange={() => toggle(projectId)}
          />
        ),
    },
    { id: 'project', title: words.columns.project, isHeader: true, cell: (row) => <ProjectLink row={row} /> },
    { id: 'unit', title: words.columns.unit, width: 240, cell: ({ unitName }) => unitName },
    {
      id: 'rounds',
      title: words.columns.rounds,
      width: 180,
      cell: ({ months }) => (months.length === 0 ? '—' : months.map(words.months).join('、')),
    },
    { id: 'state', title: words.columns.state, width: 200, cell: (row) => <State row={row} month={month} /> },
  ]
  return (
    <DataTable
      caption={words.issueTitle}
      columns={columns}
      rows={projects}
      rowKey={({ projectId }) => projectId}
    />
  )
}

function ProjectLink({ row }: { readonly row: MonitoredProject }) {
  const place = usePlace()
  return (
    <Link
      to="/$jurisdiction/$year/projects/$projectId"
      params={{ ...place, projectId: row.projectId }}
      search={{ tab: 'monitoring' }}
    >
      {row.projectName}
    </Link>
  )
}

function State({ row, month }: { readonly row: MonitoredProject; readonly month: number | undefined }) {
  const place = usePlace()
  if (row.openRoundId !== null) {
    return (
      <Link to="/$jurisdiction/$year/records/$recordId" params={{ ...place, recordId: row.openRoundId }}>
        {words.isOpen}
      </Link>
    )
  }
  return <>{month !== undefined && row.months.includes(month) ? words.isDone : words.isFree}</>
}
