import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { RECORD_KINDS } from '../../../domain/record-kinds.ts'
import { roleTitle } from '../../../domain/workflow/sentences.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { keyed } from '../../components/keyed.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { formatDateTime } from '../../format.ts'
import { useAudit } from '../../queries.ts'
import type { AuditRow } from '../../shapes.ts'
import { zh } from '../../zh.ts'

/** The audit trail, newest first: who, in which post, from where, what, and what changed. */
export function AuditTrail() {
  const search = useSearch({ from: '/$jurisdiction/$year/administration' })
  const navigate = useNavigate({ from: '/$jurisdiction/$year/administration' })
  const query = useAudit(search.before)
  return (
    <QueryState query={query} lines={12}>
      {({ items }) => {
        const last = items[items.length - 1]
        if (last === undefined) return <EmptyState title={zh.administration.auditEmpty} />
        return (
          <>
            <DataTable
              caption={zh.administration.audit}
              columns={COLUMNS}
              rows={items}
              rowKey={(row) => row.id}
            />
            <nav className="pager">
              {search.before !== undefined && (
                <Button size="small" onClick={() => void navigate({ search: { tab: 'audit' } })}>
                  {zh.administration.newest}
                </Button>
              )}
              <Button
                size="small"
                disabled={items.length < 50}
                onClick={() => void navigate({ search: { tab: 'audit', before: last.at } })}
              >
                {zh.administration.earlier}
              </Button>
            </nav>
          </>
        )
      }}
    </QueryState>
  )
}

const titles = zh.administration.auditColumns
const COLUMNS: readonly Column<AuditRow>[] = [
  {
    id: 'at',
    title: titles.at,
    width: 140,
    cell: (row) => <time dateTime={row.at}>{formatDateTime(row.at)}</time>,
  },
  { id: 'who', title: titles.who, width: 170, cell: who },
  { id: 'what', title: titles.what, width: 190, isHeader: true, cell: what },
  { id: 'subject', title: titles.subject, width: 220, cell: (row) => row.projectName ?? '—' },
  { id: 'address', title: titles.address, width: 120, cell: (row) => row.address ?? '—' },
  { id: 'changes', title: titles.changes, cell: (row) => <Changes row={row} /> },
]

function who({ personName, role }: AuditRow): string {
  if (personName === null) return '—'
  return role === null ? personName : `${personName}（${roleTitle(role)}）`
}

function what({ title, outcome }: AuditRow): string {
  return outcome === 'done' ? title : `${title}（${zh.administration.outcomes[outcome] ?? outcome}）`
}

type Change = { readonly field: string; readonly from: unknown; readonly to: unknown }

function Changes({ row }: { readonly row: AuditRow }) {
  const list = Array.isArray(row.changes) ? (row.changes as readonly Change[]) : []
  if (list.length === 0) return <span className="muted">—</span>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <ul className="plain changes" tabIndex={0} aria-label={titles.changes}>
      {keyed(list).map(({ item: { field, from, to }, key }) => (
        <li key={key}>
          {zh.administration.changedFields[field] ?? <span className="code">{field}</span>}：
          {textOf(row, field, from)} → {textOf(row, field, to)}
        </li>
      ))}
    </ul>
  )
}

/** Values as they were stored; a step of a procedure by its name. */
function textOf({ subjectKind }: AuditRow, field: string, value: unknown): string {
  if (value === null || value === undefined) return zh.record.blank
  if (typeof value !== 'string') return JSON.stringify(value)
  const kind = RECORD_KINDS.find((one) => one.kind === subjectKind)
  return field === 'state' ? (kind?.workflow.states[value]?.title ?? value) : value
}
