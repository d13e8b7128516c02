import { Button } from 'antd'
import { makeQuery } from '../api.ts'
import { Link } from '@tanstack/react-router'
import { getRecordKind } from '../../domain/record-kinds.ts'
import type { Column } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { DateText, Money } from '../components/money.tsx'
import { PageHead } from '../components/page.tsx'
import { PagedTable } from '../components/paged-table.tsx'
import { QueryState } from '../components/query-state.tsx'
import { useOfficeTargets } from '../queries.ts'
import { usePlace } from '../session.tsx'
import type { OfficeTarget } from '../shapes-targets.ts'
import { zh } from '../zh.ts'
import { BeginButton } from './project/begin-button.tsx'

const words = zh.targets.offices

/** 部门整体和政策绩效目标 of the place and year; the department begins its own here. */
export function OfficesPage() {
  const place = usePlace()
  const query = useOfficeTargets(place)
  const { data } = query
  return (
    <div className="page">
      <PageHead title={words.title} note={data === undefined ? undefined : words.note(data.items.length)}>
        <Button href={`/api/targets/offices/export${makeQuery(place)}`}>{zh.common.exportExcel}</Button>
        {data?.canBeginWhole && <BeginButton one={beginning('targets.departmentWhole')} />}
        {data?.canBeginPolicy && <BeginButton one={beginning('targets.policy')} />}
      </PageHead>
      <QueryState query={query} lines={8}>
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
    </div>
  )
}

function beginning(name: string) {
  const { kind, title, stage } = getRecordKind(name)
  return { kind, title, stage, path: `/api/${kind.replace('.', '/')}` }
}

const COLUMNS: readonly Column<OfficeTarget>[] = [
  { id: 'office', title: words.columns.office, width: 220, cell: (row) => row.organisationName },
  { id: 'kind', title: words.columns.kind, isHeader: true, cell: (row) => <SheetLink row={row} /> },
  { id: 'policy', title: words.columns.policy, width: 200, cell: (row) => row.policyName ?? '—' },
  {
    id: 'amount',
    title: `${zh.todos.columns.amount}（${zh.unit.wan}）`,
    width: 130,
    isNumber: true,
    cell: (row) => <Money fen={row.amount_fen} />,
  },
  { id: 'state', title: words.columns.state, width: 110, cell: (row) => row.stateTitle },
  {
    id: 'due',
    title: words.columns.due,
    width: 110,
    cell: (row) => (row.isFinal ? '—' : <DateText value={row.dueOn} />),
  },
]

function SheetLink({ row }: { readonly row: OfficeTarget }) {
  const place = usePlace()
  return (
    <Link to="/$jurisdiction/$year/records/$recordId" params={{ ...place, recordId: row.recordId }}>
      {row.kindTitle}
    </Link>
  )
}
