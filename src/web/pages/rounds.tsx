import { Link } from '@tanstack/react-router'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { messageOf } from '../api-error.ts'
import { makeQuery, post } from '../api.ts'
import type { Column } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { keyed } from '../components/keyed.ts'
import { DateText, Money } from '../components/money.tsx'
import { PageHead } from '../components/page.tsx'
import { PagedTable } from '../components/paged-table.tsx'
import { QueryState } from '../components/query-state.tsx'
import { RoundNotice } from '../components/round-notice.tsx'
import { useOutOfStep, useRounds } from '../queries.ts'
import { usePlace } from '../session.tsx'
import type { OutOfStep, RoundLine, Rounds } from '../shapes-targets.ts'
import { zh } from '../zh.ts'

const words = zh.targets.rounds

/** 编报轮次: which round is open and for how long, what came late, and where target and budget fall apart. */
export function RoundsPage() {
  const place = usePlace()
  const query = useRounds(place)
  return (
    <div className="page">
      <PageHead title={words.title} note={<RoundNotice place={place} />}>
        <Button href={`/api/rounds/export${makeQuery(place)}`}>{zh.common.exportExcel}</Button>
        {query.data !== undefined && query.data.canBegin.length > 0 && <NewRound rounds={query.data} />}
      </PageHead>
      <QueryState query={query} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={words.emptyTitle} text={words.emptyText} />
          ) : (
            <PagedTable
              caption={words.title}
              columns={COLUMNS}
              rows={items}
              rowKey={({ recordId }) => recordId}
            />
          )
        }
      </QueryState>
      <InStep />
    </div>
  )
}

function NewRound({ rounds }: { readonly rounds: Rounds }) {
  const place = usePlace()
  const [roundType, setRoundType] = useState<string>()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const begin = useMutation({
    mutationFn: () =>
      post<{ recordId: string }>('/api/project/budgetRound', {
        fiscalYear: Number(place.year),
        content: { roundType },
      }),
    onSuccess: async ({ recordId }) => {
      await queryClient.invalidateQueries({ queryKey: ['rounds'] })
      await navigate({ to: '/$jurisdiction/$year/records/$recordId', params: { ...place, recordId } })
    },
    onError: (error) => void message.error(messageOf(error), 6),
  })
  return (
    <>
      <Select
        aria-label={words.roundType}
        placeholder={words.roundType}
        className="filter-choice"
        value={roundType ?? null}
        options={rounds.canBegin.map(({ roundType: value, title }) => ({ value, label: title }))}
        onChange={(chosen: string | null) => setRoundType(chosen ?? undefined)}
      />
      <Button disabled={roundType === undefined} loading={begin.isPending} onClick={() => begin.mutate()}>
        {words.begin}
      </Button>
    </>
  )
}

const COLUMNS: readonly Column<RoundLine>[] = [
  { id: 'title', title: words.columns.title, isHeader: true, cell: (row) => <RoundTitle row={row} /> },
  { id: 'opens', title: words.columns.opens, width: 120, cell: (row) => <DateText value={row.opensOn} /> },
  { id: 'closes', title: words.columns.closes, width: 120, cell: (row) => <DateText value={row.closesOn} /> },
  { id: 'state', title: words.columns.state, width: 100, cell: (row) => row.stateTitle },
  { id: 'left', title: words.columns.left, width: 130, cell: (row) => words.left(row.daysLeft) },
  { id: 'declared', title: words.columns.declared, width: 90, isNumber: true, cell: (row) => row.declared },
  {
    id: 'late',
    title: words.columns.late,
    width: 90,
    isNumber: true,
    cell: (row) => <span className={row.late > 0 ? 'late' : undefined}>{row.late}</span>,
  },
  {
    id: 'amount',
    title: `${words.columns.amount}（${zh.unit.wan}）`,
    width: 150,
    isNumber: true,
    cell: (row) => <Money fen={row.amount_fen} />,
  },
]

/** The record is finance's; others read the dates here. */
function RoundTitle({ row }: { readonly row: RoundLine }) {
  const place = usePlace()
  const { data } = useRounds(place)
  if (data === undefined || data.canBegin.length === 0) return <>{row.title}</>
  return (
    <Link to="/$jurisdiction/$year/records/$recordId" params={{ ...place, recordId: row.recordId }}>
      {row.title}
    </Link>
  )
}

/** 同步检查: one line per project that is out of step, with what each rule says. */
function InStep() {
  const place = usePlace()
  const query = useOutOfStep(place)
  return (
    <section aria-labelledby="in-step" className="stack page-part">
      <h2 id="in-step">{words.step}</h2>
      <QueryState query={query} lines={6}>
        {({ checked, items }) =>
          items.length === 0 ? (
            <p>{words.inStep(checked)}</p>
          ) : (
            <>
              <p className="muted">{words.outOfStep(items.length, checked)}</p>
              <PagedTable
                caption={words.step}
                columns={STEP_COLUMNS}
                rows={items}
                rowKey={({ projectId }) => projectId}
              />
            </>
          )
        }
      </QueryState>
    </section>
  )
}

type Line = OutOfStep['items'][number]

const STEP_COLUMNS: readonly Column<Line>[] = [
  {
    id: 'project',
    title: words.columns.project,
    isHeader: true,
    width: 320,
    cell: (row) => <ProjectLink row={row} />,
  },
  { id: 'unit', title: words.columns.unit, width: 200, cell: (row) => row.unitName },
  {
    id: 'findings',
    title: words.columns.findings,
    cell: ({ findings }) => (
      <ul className="plain-list">
        {keyed(findings).map(({ item, key }) => (
          <li key={key}>
            {item.message}
            <span className="muted"> {item.ruleId}</span>
          </li>
        ))}
      </ul>
    ),
  },
]

function ProjectLink({ row }: { readonly row: Line }) {
  const place = usePlace()
  return (
    <Link to="/$jurisdiction/$year/projects/$projectId" params={{ ...place, projectId: row.projectId }}>
      {row.projectName}
    </Link>
  )
}
