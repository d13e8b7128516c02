import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, App, Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { messageOf } from '../api-error.ts'
import { post } from '../api.ts'
import { type Column, DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { colleaguesAsChoices } from '../forms/use-choices.ts'
import { useColleagues, useOrphanedIndicators } from '../queries.ts'
import { usePlace } from '../session.tsx'
import type { IndicatorInHand } from '../shapes-targets.ts'
import { zh } from '../zh.ts'

const words = zh.targets.owners

/** 指标责任人: indicators nobody answers for any more, sheet by sheet, and who takes them over. */
export function OwnersPage() {
  const query = useOrphanedIndicators()
  const count = query.data?.items.length ?? 0
  return (
    <div className="page">
      <PageHead title={words.title} note={count > 0 ? words.note(count) : undefined} />
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={words.emptyTitle} text={words.emptyText} />
          ) : (
            <>
              <p className="muted">{words.help}</p>
              {sheetsOf(items).map((rows) => (
                <OneSheet key={rows[0]?.recordId} rows={rows} />
              ))}
            </>
          )
        }
      </QueryState>
    </div>
  )
}

function sheetsOf(items: readonly IndicatorInHand[]): readonly IndicatorInHand[][] {
  const sheets = new Map<string, IndicatorInHand[]>()
  for (const item of items) sheets.set(item.recordId, [...(sheets.get(item.recordId) ?? []), item])
  return [...sheets.values()]
}

function OneSheet({ rows }: { readonly rows: readonly IndicatorInHand[] }) {
  const [first] = rows
  const [chosen, setChosen] = useState<readonly string[]>(() => rows.map(({ indicatorId }) => indicatorId))
  if (!first) return null
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <section aria-label={first.projectName} className="stack">
      <h2>
        {first.projectName} <SheetLink row={first} />
      </h2>
      <DataTable
        caption={`${first.projectName} ${words.caption}`}
        columns={columnsFor(chosen, toggle)}
        rows={rows}
        rowKey={(row) => row.indicatorId}
      />
      <Successor rows={rows} chosen={chosen} />
    </section>
  )
}

function SheetLink({ row }: { readonly row: IndicatorInHand }) {
  const { year } = usePlace()
  const params = { jurisdiction: row.jurisdictionId, year, recordId: row.recordId }
  return (
    <Link to="/$jurisdiction/$year/records/$recordId" params={params} className="muted">
      {words.open}
    </Link>
  )
}

function columnsFor(
  chosen: readonly string[],
  toggle: (id: string) => void,
): readonly Column<IndicatorInHand>[] {
  return [
    {
      id: 'chosen',
      title: '',
      width: 40,
      cell: (row) => (
        <Checkbox
          aria-label={row.name}
          checked={chosen.includes(row.indicatorId)}
          onChange={() => toggle(row.indicatorId)}
        />
      ),
    },
    { id: 'name', title: words.columns.name, isHeader: true, cell: (row) => row.name },
    { id: 'was', title: words.columns.was, width: 200, cell: (row) => row.personName ?? words.nobody },
  ]
}

/** Chooses who answers from today on; only people with a post in the unit are offered. */
function Successor({
  rows,
  chosen,
}: {
  readonly rows: readonly IndicatorInHand[]
  readonly chosen: readonly string[]
}) {
  const { projectId = '', recordId = '' } = rows[0] ?? {}
  const [ownerId, setOwnerId] = useState<string>()
  const [reason, setReason] = useState<string>(words.reasonDefault)
  const colleagues = useColleagues(projectId, true)
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const change = useMutation({
    mutationFn: () =>
      post<{ changed: number }>('/api/targets/owners', { recordId, indicatorIds: chosen, ownerId, reason }),
    onSuccess: async ({ changed }) => {
      void message.success(words.changed(changed))
      await Promise.all(
        ['indicator-owners', 'todos'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })),
      )
    },
  })
  const isReady = ownerId !== undefined && chosen.length > 0 && reason.trim() !== ''
  return (
    <div className="owner-change">
      <Select
        aria-label={words.successor}
        placeholder={words.choose}
        style={{ width: 260 }}
        loading={colleagues.isLoading}
        options={colleaguesAsChoices(colleagues.data?.items)}
        value={ownerId ?? null}
        onChange={(id: string | null) => setOwnerId(id ?? undefined)}
      />
      <Input
        aria-label={words.reason}
        style={{ width: 260 }}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button disabled={!isReady} loading={change.isPending} onClick={() => change.mutate()}>
        {words.change(chosen.length)}
      </Button>
      {change.isError && <Alert type="error" role="alert" title={messageOf(change.error)} />}
    </div>
  )
}
