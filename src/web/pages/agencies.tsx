import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { AGENCY_TYPES, agencyEntry } from '../../domain/evaluation/index.ts'
import type { AgenciesSearch } from '../address.ts'
import { type Column, DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { useAgencyRegister } from '../queries-agencies.ts'
import { useMe, usePlace } from '../session.tsx'
import type { AgencyItem, AgencyPage } from '../shapes-agencies.ts'
import { zh } from '../zh.ts'
import { BeginButton } from './project/begin-button.tsx'
import { pathOfKind } from './project/present-file.ts'

const words = zh.agencies
const TYPE_OPTIONS = Object.entries(AGENCY_TYPES).map(([value, label]) => ({ value, label }))
const STATE_OPTIONS = Object.entries(agencyEntry.workflow.states).map(([value, { title }]) => ({
  value,
  label: title,
}))

/** 第三方机构: who may be commissioned here, by whom they are led, what they hold and how they did. */
export function AgenciesPage() {
  const { jurisdiction, year } = usePlace()
  const { post } = useMe()
  const search = useSearch({ from: '/$jurisdiction/$year/agencies' })
  const navigate = useNavigate({ from: '/$jurisdiction/$year/agencies' })
  const isWhole = jurisdiction.endsWith('0000')
  const { page = 1 } = search
  const query = useAgencyRegister({
    fiscalYear: Number(year),
    page,
    ...(isWhole ? {} : { jurisdiction }),
    ...(search.q ? { text: search.q } : {}),
    ...(search.type ? { type: search.type } : {}),
    ...(search.state ? { state: search.state } : {}),
  })
  const change = (part: { readonly [K in keyof AgenciesSearch]: AgenciesSearch[K] | undefined }) => {
    const next = Object.entries({ ...search, page: undefined, ...part })
    void navigate({
      search: Object.fromEntries(next.filter(([, value]) => value !== undefined)),
      replace: true,
    })
  }
  const mayAdd =
    post.jurisdictionId === jurisdiction && agencyEntry.createdBy.some((role) => role === post.role)
  const { kind, stage, title } = agencyEntry
  return (
    <div className="page">
      <PageHead title={words.title} {...(query.data ? { note: words.note(query.data.total) } : {})}>
        <Input.Search
          key={search.q ?? ''}
          aria-label={words.search}
          placeholder={words.search}
          className="filter-text"
          defaultValue={search.q ?? ''}
          allowClear
          onSearch={(text) => change({ q: text.trim() === '' ? undefined : text.trim() })}
        />
        {(
          [
            ['type', words.type, TYPE_OPTIONS],
            ['state', words.state, STATE_OPTIONS],
          ] as const
        ).map(([name, label, options]) => (
          <Select
            key={name}
            aria-label={label}
            placeholder={label}
            className="filter-choice"
            allowClear
            value={search[name] ?? null}
            options={[...options]}
            onChange={(value?: string | null) => change({ [name]: value ?? undefined })}
          />
        ))}
        {mayAdd && <BeginButton one={{ kind, title, stage, path: pathOfKind(kind) }} />}
      </PageHead>
      <p className="muted">{words.help}</p>
      <QueryState query={query} lines={10}>
        {(data) =>
          data.items.length === 0 ? (
            <EmptyState title={words.emptyTitle} text={words.emptyText} />
          ) : (
            <>
              <DataTable
                caption={words.title}
                columns={columnsFor(isWhole)}
                rows={data.items}
                rowKey={({ recordId }) => recordId}
              />
              <Pages data={data} page={page} turn={(next) => change({ page: next > 1 ? next : undefined })} />
            </>
          )
        }
      </QueryState>
    </div>
  )
}

function Pages({
  data: { total, pageRows, items },
  page,
  turn,
}: {
  readonly data: AgencyPage
  readonly page: number
  readonly turn: (page: number) => void
}) {
  const from = (page - 1) * pageRows + 1
  return (
    <nav className="pager" aria-label={zh.common.total(total)}>
      <span>{zh.projects.range(from, from + items.length - 1, total)}</span>
      <Button size="small" disabled={page <= 1} onClick={() => turn(page - 1)}>
        {zh.common.previousPage}
      </Button>
      <Button size="small" disabled={page * pageRows >= total} onClick={() => turn(page + 1)}>
        {zh.common.nextPage}
      </Button>
    </nav>
  )
}

function columnsFor(isWhole: boolean): readonly Column<AgencyItem>[] {
  const titles = words.columns
  const place: Column<AgencyItem> = {
    ...{ id: 'place', title: titles.place, width: 120 },
    cell: (one) => one.jurisdictionName,
  }
  return [
    ...(isWhole ? [place] : []),
    { id: 'name', title: titles.name, isHeader: true, cell: (one) => <EntryLink entry={one} /> },
    { id: 'type', title: titles.type, width: 130, cell: (one) => one.type },
    {
      ...{ id: 'platform', title: titles.platform, width: 170 },
      cell: ({ platformNumber }) => platformNumber ?? words.noPlatform,
    },
    {
      ...{ id: 'leads', title: titles.leads, width: 130 },
      cell: ({ eligibleLeads, leads }) => words.leads(eligibleLeads, leads),
    },
    { id: 'tasks', title: titles.tasks, width: 190, cell: (one) => <Tasks entry={one} /> },
    { id: 'credit', title: titles.credit, width: 200, cell: (one) => one.credit },
    {
      ...{ id: 'state', title: titles.state, width: 160 },
      cell: ({ stateTitle, reason }) => (reason === null ? stateTitle : `${stateTitle}：${reason}`),
    },
  ]
}

/** Above the line the reason is said in words, not only by a colour. */
function Tasks({ entry: { tasks, share, isConcentrated, shareReason } }: { readonly entry: AgencyItem }) {
  return (
    <span title={shareReason}>
      {words.tasks(tasks, share)}
      {isConcentrated && tasks > 0 ? `（${words.concentrated}）` : ''}
    </span>
  )
}

function EntryLink({ entry }: { readonly entry: AgencyItem }) {
  const place = usePlace()
  return (
    <Link
      to="/$jurisdiction/$year/records/$recordId"
      params={{ ...place, jurisdiction: entry.jurisdictionId, recordId: entry.recordId }}
    >
      {entry.name ?? words.unnamed}
    </Link>
  )
}
