import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { DateText } from '../../components/money.tsx'
import { usePlace } from '../../session.tsx'
import type { RecordSummary } from '../../shapes.ts'
import { zh } from '../../zh.ts'
import { BeginButton } from './begin-button.tsx'
import type { Beginnable } from './present-file.ts'

/** The records of one stage, and what may be begun in it. */
export function StageRecords({
  records,
  beginnable,
  projectId,
}: {
  readonly records: readonly RecordSummary[]
  readonly beginnable: readonly Beginnable[]
  readonly projectId: string
}) {
  return (
    <>
      {records.length === 0 ? (
        <EmptyState title={zh.file.noRecords} />
      ) : (
        <DataTable
          caption={zh.file.records}
          columns={COLUMNS}
          rows={records}
          rowKey={(record) => record.id}
        />
      )}
      <div className="begin">
        {beginnable.map((one) => (
          <BeginButton key={`${one.kind}-${one.planStage ?? ''}`} one={one} projectId={projectId} />
        ))}
      </div>
    </>
  )
}

const titles = zh.file.columns
const COLUMNS: readonly Column<RecordSummary>[] = [
  { id: 'title', title: titles.record, isHeader: true, cell: (record) => <RecordLink record={record} /> },
  { id: 'state', title: titles.state, width: 140, cell: (record) => record.stateTitle },
  {
    id: 'holder',
    title: titles.holder,
    width: 180,
    cell: (record) => (record.isFinal || record.hands.length === 0 ? '—' : record.hands.join('、')),
  },
  {
    id: 'due',
    title: titles.due,
    width: 104,
    cell: (record) => <DateText value={record.isFinal ? null : record.dueOn} />,
  },
  { id: 'since', title: titles.since, width: 104, cell: (record) => <DateText value={record.stateSince} /> },
]

function RecordLink({ record }: { readonly record: RecordSummary }) {
  const place = usePlace()
  return (
    <Link to="/$jurisdiction/$year/records/$recordId" params={{ ...place, recordId: record.id }}>
      {record.title}
    </Link>
  )
}
