import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { DateText } from '../../components/money.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { usePilotCalendar } from '../../queries-pilot.ts'
import { usePlace } from '../../session.tsx'
import type { CalendarPlace, MilestoneLine, PilotCalendar } from '../../shapes-pilot.ts'
import { zh } from '../../zh.ts'
import { TimeLine } from './time-line.tsx'

const words = zh.pilot.calendar
type Row = CalendarPlace

/** 试点日程: what is due next for whom, late ones first, over the time line of the whole pilot. */
export function CalendarPanel() {
  const query = usePilotCalendar()
  return (
    <QueryState query={query} lines={12}>
      {(calendar) => <Calendar calendar={calendar} />}
    </QueryState>
  )
}

function Calendar({ calendar }: { readonly calendar: PilotCalendar }) {
  const { programme, places, hidden } = calendar
  const late = places.filter(({ next }) => next?.state === 'late').length
  const rows = calendar.province.lines.length > 0 ? [provinceRow(calendar), ...places] : places
  return (
    <div className="stack">
      <p>
        <span className="strong">{programme.name}</span> · {words.period(programme.from, programme.to)} ·{' '}
        <span className="muted">{programme.source}</span>
      </p>
      <p className="muted">{programme.basis}</p>
      {rows.length === 0 ? (
        <EmptyState title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <>
          <p className={late > 0 ? 'strong' : 'muted'}>{words.late(late)}</p>
          <Legend />
          <DataTable
            caption={words.caption}
            columns={columnsFor(calendar)}
            rows={rows}
            rowKey={({ id }) => id}
          />
        </>
      )}
      {hidden > 0 && <p className="muted">{words.hidden(hidden)}</p>}
    </div>
  )
}

/** The region stands above the places: it waits for them and they for it. */
function provinceRow({ province }: PilotCalendar): Row {
  return { id: '640000', name: words.province, level: 'province', ...province }
}

function columnsFor({ programme, today }: PilotCalendar): readonly Column<Row>[] {
  return [
    {
      id: 'place',
      title: words.columns.place,
      isHeader: true,
      width: 110,
      cell: (row) => <PlaceName row={row} />,
    },
    { id: 'next', title: words.next, width: 170, cell: ({ next }) => next?.label ?? words.allDone },
    {
      id: 'due',
      title: words.nextDue,
      width: 105,
      cell: ({ next }) => (next === null ? '—' : <DateText value={next.to} />),
    },
    { id: 'left', title: words.left, width: 110, cell: ({ next }) => <Left next={next} /> },
    {
      id: 'line',
      title: words.line,
      cell: ({ name, lines }) => (
        <TimeLine name={name} lines={lines} from={programme.from} to={programme.to} today={today} />
      ),
    },
  ]
}

function PlaceName({ row }: { readonly row: Row }) {
  const { year } = usePlace()
  if (row.level === 'province') return <span className="strong">{row.name}</span>
  return (
    <Link to="/$jurisdiction/$year/cockpit" params={{ jurisdiction: row.id, year }}>
      {row.name}
    </Link>
  )
}

function Left({ next }: { readonly next: MilestoneLine | null }) {
  if (next === null) return <span className="muted">—</span>
  const text = next.state === 'early' ? words.states.early : words.daysLeft(next.days)
  return <span className={next.state === 'late' ? 'overdue' : ''}>{text}</span>
}

function Legend() {
  return (
    <p className="legend">
      {(['done', 'open', 'late', 'early'] as const).map((state) => (
        <span key={state}>
          <span className={`milestone-mark is-${state}`} aria-hidden="true" /> {words.states[state]}
        </span>
      ))}
    </p>
  )
}
