import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { EXPERT_FIELDS } from '../../domain/exante/compute/expert-fields.ts'
import { exanteExpertEntry } from '../../domain/exante/index.ts'
import type { ExpertsSearch } from '../address.ts'
import { makeQuery } from '../api.ts'
import type { Column } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageHead } from '../components/page.tsx'
import { PagedTable } from '../components/paged-table.tsx'
import { QueryState } from '../components/query-state.tsx'
import { useExpertRegister } from '../queries.ts'
import { useMe, usePlace } from '../session.tsx'
import type { ExpertEntry } from '../shapes-experts.ts'
import { zh } from '../zh.ts'
import { BeginButton } from './project/begin-button.tsx'
import { pathOfKind } from './project/present-file.ts'

const words = zh.experts
const FIELD_OPTIONS = Object.entries(EXPERT_FIELDS).map(([value, label]) => ({ value, label }))
const STATE_OPTIONS = Object.entries(exanteExpertEntry.workflow.states).map(([value, { title }]) => ({
  value,
  label: title,
}))

/** 专家库: who may be drawn in this place, and who may not and why; the province sees every place. */
export function ExpertsPage() {
  const { jurisdiction } = usePlace()
  const { post } = useMe()
  const search = useSearch({ from: '/$jurisdiction/$year/experts' })
  const navigate = useNavigate({ from: '/$jurisdiction/$year/experts' })
  const isWhole = jurisdiction.endsWith('0000')
  const where = {
    ...(isWhole ? {} : { jurisdiction }),
    ...(search.q ? { text: search.q } : {}),
    ...(search.field ? { field: search.field } : {}),
    ...(search.state ? { state: search.state } : {}),
  }
  const query = useExpertRegister(where)
  const change = (part: { readonly [K in keyof ExpertsSearch]: ExpertsSearch[K] | undefined }) => {
    const next = Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)
    void navigate({ search: Object.fromEntries(next), replace: true })
  }
  const mayAdd =
    post.jurisdictionId === jurisdiction && exanteExpertEntry.createdBy.some((role) => role === post.role)
  const { kind, stage } = exanteExpertEntry
  return (
    <div className="page">
      <PageHead title={words.title} {...(query.data ? { note: words.note(query.data.items.length) } : {})}>
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
            ['field', words.field, FIELD_OPTIONS],
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
        <Button href={`/api/exante/expert-register/export${makeQuery(where)}`}>
          {zh.common.exportExcel}
        </Button>
        {mayAdd && (
          <BeginButton one={{ kind, title: exanteExpertEntry.title, stage, path: pathOfKind(kind) }} />
        )}
      </PageHead>
      <p className="muted">{words.help}</p>
      <QueryState query={query} lines={10}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={words.emptyTitle} text={words.emptyText} />
          ) : (
            <PagedTable
              caption={words.title}
              columns={columnsFor(isWhole)}
              rows={items}
              rowKey={({ recordId }) => recordId}
            />
          )
        }
      </QueryState>
    </div>
  )
}

function columnsFor(isWhole: boolean): readonly Column<ExpertEntry>[] {
  const titles = words.columns
  const place: Column<ExpertEntry> = {
    ...{ id: 'place', title: titles.place, width: 130 },
    cell: (one) => one.jurisdictionName,
  }
  return [
    ...(isWhole ? [place] : []),
    { id: 'name', title: titles.name, isHeader: true, width: 120, cell: (one) => <EntryLink entry={one} /> },
    { id: 'fields', title: titles.fields, width: 170, cell: (one) => one.fields.join('、') },
    { id: 'title', title: titles.title, width: 150, cell: (one) => one.title },
    { id: 'employer', title: titles.employer, cell: (one) => one.employer },
    {
      ...{ id: 'state', title: titles.state, width: 240 },
      cell: ({ stateTitle, reason }) => (reason === null ? stateTitle : `${stateTitle}：${reason}`),
    },
  ]
}

function EntryLink({ entry }: { readonly entry: ExpertEntry }) {
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
