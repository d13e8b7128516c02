import { Alert } from 'antd'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { formatDateTime } from '../../format.ts'
import { useInspections } from '../../queries.ts'
import type { Inspection, Inspections } from '../../shapes.ts'
import { zh } from '../../zh.ts'

const words = zh.administration
/** A night and some hours: then one was missed. */
const LATE_ms = 30 * 3_600_000

/** 每夜核对: an alarm when the last night found a difference, or there was no last night. */
export function Nights() {
  const query = useInspections()
  return (
    <QueryState query={query} lines={6}>
      {(inspections) =>
        inspections.items.length === 0 ? (
          <EmptyState title={words.nightsEmpty} />
        ) : (
          <>
            <Verdict {...inspections} />
            <DataTable
              caption={words.nights}
              columns={COLUMNS}
              rows={inspections.items}
              rowKey={({ id }) => id}
            />
          </>
        )
      }
    </QueryState>
  )
}

function Verdict({ now, items }: Inspections) {
  const [last] = items
  if (last === undefined) return null
  const isLate = Date.parse(now) - Date.parse(last.endedAt) > LATE_ms
  const alarm = last.differences > 0 ? words.nightsAlarm(last.differences) : undefined
  return (
    <div className="nights-verdict">
      {alarm !== undefined && <Alert type="error" showIcon role="alert" message={alarm} />}
      {isLate && <Alert type="warning" showIcon role="alert" message={words.nightsLate} />}
      {alarm === undefined && !isLate && <Alert type="success" showIcon message={words.nightsFine} />}
    </div>
  )
}

const COLUMNS: readonly Column<Inspection>[] = [
  {
    id: 'ended',
    title: words.nightsColumns.ended,
    isHeader: true,
    width: 170,
    cell: ({ endedAt }) => formatDateTime(endedAt),
  },
  {
    id: 'took',
    title: words.nightsColumns.took,
    width: 90,
    isNumber: true,
    cell: ({ beganAt, endedAt }) =>
      words.nightsTook(Math.max(1, Math.round((Date.parse(endedAt) - Date.parse(beganAt)) / 1000))),
  },
  {
    id: 'differences',
    title: words.nightsColumns.differences,
    width: 80,
    isNumber: true,
    cell: ({ differences }) => <span className={differences > 0 ? 'late' : undefined}>{differences}</span>,
  },
  { id: 'lines', title: words.nightsColumns.lines, cell: (row) => <Lines lines={row.lines} /> },
]

/** Only what was wrong is spelled out. */
function Lines({ lines }: Pick<Inspection, 'lines'>) {
  const wrong = lines.filter(({ count }) => count > 0)
  if (wrong.length === 0) return <>{words.nightsAllRight(lines.length)}</>
  return (
    <ul className="nights-wrong">
      {wrong.map(({ id, title, count, examples }) => (
        <li key={id}>
          {words.nightsWrong(title, count)}
          {examples.length > 0 && (
            <ul>
              {examples.map((example) => (
                <li key={example}>{example}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
