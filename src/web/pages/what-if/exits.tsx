import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { messageOf } from '../../api-error.ts'
import { post } from '../../api.ts'
import type { Column } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { DateText, Money } from '../../components/money.tsx'
import { PagedTable } from '../../components/paged-table.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { Why } from '../../components/why.tsx'
import { useExits } from '../../queries-what-if.ts'
import { usePlace } from '../../session.tsx'
import type { ExitItem } from '../../shapes-what-if.ts'
import { zh } from '../../zh.ts'

const words = zh.whatIf.exits

/** 到期退出清单: what ends or did badly, what the rules recommend and what people decided. */
export function Exits() {
  const query = useExits()
  return (
    <section className="page-part" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="muted">{words.note}</p>
      <div className="what-if-tools">
        {query.data?.canBegin === true && query.data.items.length > 0 && <Begin />}
        <Button size="small" href="/api/exit-list/export">
          {zh.common.exportExcel}
        </Button>
      </div>
      <QueryState query={query} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={words.emptyTitle} text={words.emptyText} />
          ) : (
            <PagedTable
              caption={words.title}
              columns={COLUMNS}
              rows={items}
              rowKey={({ subjectId }) => subjectId}
            />
          )
        }
      </QueryState>
    </section>
  )
}

function Begin() {
  const place = usePlace()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const begin = useMutation({
    mutationFn: () => post<{ recordId: string }>('/api/results/exitList', { fiscalYear: Number(place.year) }),
    onSuccess: async ({ recordId }) => {
      await queryClient.invalidateQueries({ queryKey: ['exits'] })
      await navigate({ to: '/$jurisdiction/$year/records/$recordId', params: { ...place, recordId } })
    },
    onError: (error) => void message.error(messageOf(error), 6),
  })
  return (
    <Button size="small" loading={begin.isPending} onClick={() => begin.mutate()}>
      {words.begin}
    </Button>
  )
}

const COLUMNS: readonly Column<ExitItem>[] = [
  { id: 'name', title: words.columns.name, isHeader: true, cell: (item) => <Named item={item} /> },
  {
    id: 'amount',
    title: words.columns.amount,
    width: 140,
    isNumber: true,
    cell: ({ amount_fen }) => <Money fen={amount_fen} />,
  },
  {
    id: 'end',
    title: words.columns.end,
    width: 110,
    cell: ({ periodEnd }) => <DateText value={periodEnd} />,
  },
  { id: 'reasons', title: words.columns.reasons, width: 150, cell: ({ reasons }) => reasons },
  {
    id: 'recommendation',
    title: words.columns.recommendation,
    width: 190,
    cell: ({ recommendation, explanation, name }) => (
      <>
        {recommendation} <Why explanation={explanation} label={name} isInTable />
      </>
    ),
  },
  { id: 'decision', title: words.columns.decision, width: 160, cell: (item) => <Decided item={item} /> },
]

function Named({ item }: { readonly item: ExitItem }) {
  const place = usePlace()
  return (
    <>
      {item.kind === 'project' ? (
        <Link to="/$jurisdiction/$year/projects/$projectId" params={{ ...place, projectId: item.subjectId }}>
          {item.name}
        </Link>
      ) : (
        item.name
      )}
      <div className="muted">
        {item.kindTitle} {item.office}
      </div>
    </>
  )
}

function Decided({ item: { recordId, decision, stateTitle } }: { readonly item: ExitItem }) {
  const place = usePlace()
  if (recordId === null) return <span className="muted">{stateTitle}</span>
  return (
    <>
      {decision}
      <div>
        <Link to="/$jurisdiction/$year/records/$recordId" params={{ ...place, recordId }}>
          {stateTitle}
        </Link>
      </div>
    </>
  )
}
