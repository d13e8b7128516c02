import { Link } from '@tanstack/react-router'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { messageOf } from '../api-error.ts'
import { post } from '../api.ts'
import type { Column } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { DateText } from '../components/money.tsx'
import { PageHead } from '../components/page.tsx'
import { PagedTable } from '../components/paged-table.tsx'
import { QueryState } from '../components/query-state.tsx'
import { useReports } from '../queries-reports.ts'
import { usePlace } from '../session.tsx'
import type { ReportLine } from '../shapes-reports.ts'
import { zh } from '../zh.ts'
import { BeginButton } from './project/begin-button.tsx'
import { LastYearLink } from '../frame/last-year-link.tsx'

const words = zh.reports

/** 专报和通报 of the place and year: begun here by finance, read and received here by whom they are for. */
export function ReportsPage() {
  const place = usePlace()
  const query = useReports(place)
  return (
    <div className="page">
      <PageHead title={words.title} note={words.note(place.year)}>
        {(query.data?.canBegin ?? []).map(({ kind }) => (
          <BeginButton key={kind} one={beginning(kind)} />
        ))}
      </PageHead>
      <QueryState query={query} lines={5}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={words.emptyTitle} text={words.emptyText}>
              <LastYearLink />
            </EmptyState>
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
    </div>
  )
}

function beginning(name: string) {
  const { kind, title, stage } = getRecordKind(name)
  return { kind, title, stage, path: `/api/${kind.replace('.', '/')}` }
}

const COLUMNS: readonly Column<ReportLine>[] = [
  { id: 'title', title: words.columns.title, isHeader: true, cell: (row) => <ReportLink row={row} /> },
  { id: 'number', title: words.columns.number, width: 240, cell: (row) => row.documentNumber ?? '—' },
  { id: 'signed', title: words.columns.signed, width: 120, cell: (row) => <DateText value={row.signedOn} /> },
  { id: 'state', title: words.columns.state, width: 110, cell: (row) => row.stateTitle },
  {
    id: 'received',
    title: words.columns.received,
    width: 90,
    isNumber: true,
    cell: (row) => words.received(row.received, row.recipients),
  },
  {
    id: 'act',
    title: words.columns.act,
    width: 120,
    cell: (row) => (row.canReceive ? <Receive recordId={row.recordId} /> : '—'),
  },
]

function ReportLink({ row }: { readonly row: ReportLine }) {
  const place = usePlace()
  return (
    <Link to="/$jurisdiction/$year/records/$recordId" params={{ ...place, recordId: row.recordId }}>
      {row.title}
    </Link>
  )
}

function Receive({ recordId }: { readonly recordId: string }) {
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const receive = useMutation({
    mutationFn: () => post(`/api/results/reports/${recordId}/receipt`, {}),
    onSuccess: async () => {
      void message.success(words.receivedNow)
      await queryClient.invalidateQueries({ queryKey: ['reports'] })
    },
    onError: (error) => void message.error(messageOf(error), 6),
  })
  return (
    <Button size="small" loading={receive.isPending} onClick={() => receive.mutate()}>
      {words.receive}
    </Button>
  )
}
