import { useQuery } from '@tanstack/react-query'
import { get, makeQuery } from '../../api.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { DateText } from '../../components/money.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { usePlace } from '../../session.tsx'
import { zh } from '../../zh.ts'
import { type Difference, Fields } from './difference-table.tsx'

type Takeover = {
  readonly id: string
  readonly takenAt: string
  readonly personName: string
  readonly fileName: string
  readonly sha256: string
  readonly differences: readonly Difference[]
}

export const TAKEOVERS = 'exchange-takeovers'
const words = zh.exchange

const COLUMNS: readonly Column<Takeover>[] = [
  { id: 'when', title: words.log.when, width: 110, cell: ({ takenAt }) => <DateText value={takenAt} /> },
  { id: 'who', title: words.log.who, width: 110, cell: ({ personName }) => personName },
  {
    id: 'file',
    title: words.log.file,
    width: 280,
    cell: ({ fileName, sha256 }) => (
      <>
        {fileName}
        <p className="muted" title={sha256}>
          {words.digest} {sha256.slice(0, 16)}…
        </p>
      </>
    ),
  },
  { id: 'rows', title: words.log.rows, isHeader: true, cell: (row) => <Evidence takeover={row} /> },
]

/** What was taken over this year, by whom, with the list of differences as it was chosen. */
export function TakeoverLog() {
  const { year } = usePlace()
  const query = useQuery({
    queryKey: [TAKEOVERS, year],
    queryFn: () => get<{ items: readonly Takeover[] }>(`/api/exchange/takeovers${makeQuery({ year })}`),
  })
  return (
    <QueryState query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="muted">{words.logEmpty}</p>
        ) : (
          <DataTable caption={words.logTitle} columns={COLUMNS} rows={items} rowKey={({ id }) => id} />
        )
      }
    </QueryState>
  )
}

function Evidence({ takeover }: { readonly takeover: Takeover }) {
  return (
    <details>
      <summary>{words.logRows(takeover.differences.length)}</summary>
      {takeover.differences.map((difference) => (
        <div key={difference.id}>
          <p className="code">
            {difference.projectCode} {difference.table} {difference.name}
          </p>
          {difference.kind === 'new' && <p>{words.kinds.new}</p>}
          <Fields difference={difference} />
        </div>
      ))}
    </details>
  )
}
