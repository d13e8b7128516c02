import { type Column, DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { useRevisionCandidates } from '../../queries.ts'
import type { RevisionCandidate } from '../../shapes-rules.ts'
import { zh } from '../../zh.ts'
import { ProposeButton } from './propose-button.tsx'

const words = zh.library

/** Evaluated indicators that speak for revising the library; each can be made a proposal. */
export function Candidates() {
  const query = useRevisionCandidates(true)
  return (
    <section aria-label={words.candidatesTitle}>
      <p className="section-help">{words.candidatesText}</p>
      <QueryState query={query} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={words.noCandidates} />
          ) : (
            <DataTable
              caption={words.candidatesTitle}
              columns={COLUMNS}
              rows={items}
              rowKey={({ rowId }) => rowId}
            />
          )
        }
      </QueryState>
    </section>
  )
}

const COLUMNS: readonly Column<RevisionCandidate>[] = [
  {
    id: 'name',
    title: words.candidateColumns.name,
    isHeader: true,
    width: 220,
    cell: ({ name, indicatorId }) => (
      <>
        {name} <span className="muted">{indicatorId ?? words.isNew}</span>
      </>
    ),
  },
  {
    id: 'project',
    title: words.candidateColumns.project,
    width: 240,
    cell: ({ projectName, fiscalYear }) => `${fiscalYear} ${projectName}`,
  },
  {
    id: 'why',
    title: words.candidateColumns.why,
    cell: ({ why, note }) => (
      <>
        {why}
        <p className="muted">{note}</p>
      </>
    ),
  },
  {
    id: 'act',
    title: words.candidateColumns.act,
    width: 110,
    cell: (candidate) =>
      candidate.isLocked ? (
        <span className="muted">{words.locked}</span>
      ) : (
        <ProposeButton label={words.revise} wanted={{ candidate }} />
      ),
  },
]
