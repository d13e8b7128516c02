import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { DateText, Money } from '../../components/money.tsx'
import { usePlace } from '../../session.tsx'
import type { RectificationItem } from '../../shapes-rectification.ts'
import { zh } from '../../zh.ts'

const words = zh.rectification

/** Problems with what has become of them; `isOfProject` leaves out what every line would repeat. */
export function RectificationTable({
  items,
  isOfProject = false,
}: {
  readonly items: readonly RectificationItem[]
  readonly isOfProject?: boolean
}) {
  return (
    <DataTable
      caption={words.title}
      columns={isOfProject ? COLUMNS.filter(({ id }) => id !== 'project') : COLUMNS}
      rows={items}
      rowKey={({ recordId }) => recordId}
    />
  )
}

const COLUMNS: readonly Column<RectificationItem>[] = [
  { id: 'project', title: words.columns.project, width: 210, cell: (item) => <ProjectLink item={item} /> },
  {
    id: 'problem',
    title: words.columns.problem,
    isHeader: true,
    cell: (item) => <ProblemLink item={item} />,
  },
  { id: 'type', title: words.columns.type, width: 110, cell: (item) => item.requirementTitle || '—' },
  { id: 'state', title: words.columns.state, width: 130, cell: (item) => item.stateTitle },
  { id: 'due', title: words.columns.due, width: 140, cell: (item) => <Due item={item} /> },
  {
    id: 'recover',
    title: words.columns.recover,
    width: 96,
    isNumber: true,
    cell: (item) => <Money fen={item.recover_fen} />,
  },
  {
    id: 'verified',
    title: words.columns.verified,
    width: 96,
    isNumber: true,
    cell: (item) => <Money fen={item.verifiedRecovered_fen} />,
  },
  {
    id: 'repeat',
    title: words.columns.repeat,
    width: 190,
    cell: ({ repeat }) => (repeat === null ? '—' : <span className="muted">{repeat}</span>),
  },
]

function ProjectLink({ item }: { readonly item: RectificationItem }) {
  const place = usePlace()
  return (
    <>
      <Link to="/$jurisdiction/$year/projects/$projectId" params={{ ...place, projectId: item.projectId }}>
        {item.projectName}
      </Link>
      <div className="muted">{item.unitName}</div>
    </>
  )
}

function ProblemLink({ item }: { readonly item: RectificationItem }) {
  const place = usePlace()
  const from = [item.noticeNumber, words.number(item.problemNumber)].filter(Boolean).join(' ')
  return (
    <>
      <Link to="/$jurisdiction/$year/records/$recordId" params={{ ...place, recordId: item.recordId }}>
        {item.problem}
      </Link>
      <div className="muted">{from}</div>
    </>
  )
}

function Due({ item }: { readonly item: RectificationItem }) {
  if (item.isDone) return <span>—</span>
  const late = item.escalation ?? (item.isOverdue ? words.overdue : null)
  return (
    <>
      <DateText value={item.dueOn} />
      {item.isExtended && <div className="muted">{words.extended}</div>}
      {late !== null && <div className="late">{late}</div>}
    </>
  )
}
