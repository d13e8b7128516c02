import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { formatHundredths } from '../../../domain/forms/cell-text.ts'
import { formatMoney } from '../../format.ts'
import { usePlace } from '../../session.tsx'
import type { Seen, SeenPlace, SeenProject } from '../../shapes-oversight.ts'
import { zh } from '../../zh.ts'
import { LastYearLink } from '../../frame/last-year-link.tsx'

const words = zh.oversight

/** The projects of a day; where today says otherwise, today's value stands below the former one. */
export function SeenProjects({ seen }: { readonly seen: SeenPlace }) {
  if (seen.items.length === 0)
    return (
      <EmptyState title={words.emptyTitle} text={words.emptyText}>
        <LastYearLink />
      </EmptyState>
    )
  return (
    <DataTable
      caption={words.projects(seen.asOf)}
      columns={columnsOf(seen.asOf)}
      rows={seen.items}
      rowKey={({ id }) => id}
    />
  )
}

function columnsOf(asOf: string): readonly Column<SeenProject>[] {
  return [
    {
      id: 'project',
      title: words.columns.project,
      isHeader: true,
      cell: (row) => <Project row={row} asOf={asOf} />,
    },
    {
      id: 'stages',
      title: words.columns.stages,
      width: 180,
      cell: ({ past, present }) => <Stages seen={past ?? present} />,
    },
    { id: 'money', title: words.columns.money, width: 170, isNumber: true, cell: both(moneyOf) },
    { id: 'score', title: words.columns.score, width: 140, isNumber: true, cell: both(scoreOf) },
    {
      id: 'decision',
      title: words.columns.decision,
      width: 130,
      cell: both(({ decision }) => decision ?? '—'),
    },
    {
      id: 'rectification',
      title: words.columns.rectification,
      width: 110,
      cell: both(({ verified, tasks }) => words.rectified(verified, tasks)),
    },
    {
      id: 'changed',
      title: words.columns.changed,
      width: 130,
      cell: ({ changed }) => (changed.length === 0 ? words.same : changed.join('、')),
    },
  ]
}

/** The value of the day, and today's below where it differs. */
function both(textOf: (seen: Seen) => string) {
  return ({ past, present }: SeenProject): ReactNode => {
    const [then, now] = [textOf(past ?? present), textOf(present)]
    return (
      <>
        {then}
        {then !== now && <div className="muted">{words.nowIs(now)}</div>}
      </>
    )
  }
}

function moneyOf({ budget_fen, paid_fen }: Seen): string {
  return `${formatMoney(budget_fen)}／${paid_fen === null ? '—' : formatMoney(paid_fen)}`
}

function scoreOf({ score_x100, gradeTitle }: Seen): string {
  if (score_x100 === null) return '—'
  return `${formatHundredths(score_x100)}${gradeTitle === null ? '' : `／${gradeTitle}`}`
}

function Stages({ seen }: { readonly seen: Seen }) {
  return (
    <ul className="oversight-stages">
      {seen.stages.map(({ title, state, stateTitle }) => (
        <li key={title} className={`is-${state}`}>
          {title} <span className="muted">{stateTitle}</span>
        </li>
      ))}
    </ul>
  )
}

function Project({ row, asOf }: { readonly row: SeenProject; readonly asOf: string }) {
  const place = usePlace()
  const seen = row.past ?? row.present
  return (
    <>
      {seen.name}
      <div className="muted">
        {seen.unitName}，{seen.statusTitle}，{words.indicators(seen.indicators)}
      </div>
      <details>
        <summary>{words.details(seen.records.length, seen.documents.length)}</summary>
        <ul className="plain-list">
          {seen.records.map(({ id, title, stateTitle }) => (
            <li key={id}>
              <Link
                to="/$jurisdiction/$year/oversight/records/$recordId"
                params={{ ...place, recordId: id }}
                search={{ date: asOf }}
              >
                {title}
              </Link>
              <span className="muted"> {stateTitle}</span>
            </li>
          ))}
          {seen.documents.map(({ recordId, number, title, on }) => (
            <li key={`${recordId}-${number}`} className="muted">
              {number}（{title}，{on}）
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
