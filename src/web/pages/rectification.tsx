import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { REQUIREMENT_TYPES } from '../../domain/results/problem-source.ts'
import type { RectificationSearch } from '../address.ts'
import { makeQuery } from '../api.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { Why } from '../components/why.tsx'
import { useRectification } from '../queries-rectification.ts'
import { usePlace } from '../session.tsx'
import type { RectificationList } from '../shapes-rectification.ts'
import { zh } from '../zh.ts'
import { RectificationTable } from './rectification/rectification-table.tsx'
import { LastYearLink } from '../frame/last-year-link.tsx'

const words = zh.rectification
const CHOICES = [
  ['show', words.show, Object.entries(words.shows).map(([value, label]) => ({ value, label }))],
  ['type', words.type, Object.entries(REQUIREMENT_TYPES).map(([value, label]) => ({ value, label }))],
] as const

/** 整改与跟踪: every problem of the place and year, what is overdue, and what came of it. */
export function RectificationPage() {
  const { jurisdiction, year } = usePlace()
  const search = useSearch({ from: '/$jurisdiction/$year/rectification' })
  const navigate = useNavigate({ from: '/$jurisdiction/$year/rectification' })
  const { page = 1 } = search
  const where = {
    jurisdiction,
    year: Number(year),
    ...(search.show ? { show: search.show } : {}),
    ...(search.type ? { requirementType: search.type } : {}),
    ...(search.q ? { words: search.q } : {}),
  }
  const query = useRectification({ ...where, page: page - 1 })
  const change = (
    part: { readonly [K in keyof RectificationSearch]: RectificationSearch[K] | undefined },
  ) => {
    const next = Object.entries({ ...search, page: undefined, ...part })
    void navigate({
      search: Object.fromEntries(next.filter(([, value]) => value !== undefined)),
      replace: true,
    })
  }
  return (
    <div className="page">
      <PageHead title={words.title} note={query.data && words.note(query.data.total, query.data.overdue)}>
        <Input.Search
          key={search.q ?? ''}
          aria-label={words.search}
          placeholder={words.search}
          className="filter-text"
          defaultValue={search.q ?? ''}
          allowClear
          onSearch={(text) => change({ q: text.trim() === '' ? undefined : text.trim() })}
        />
        {CHOICES.map(([name, label, options]) => (
          <Select
            key={name}
            aria-label={label}
            placeholder={label}
            className="filter-choice"
            allowClear
            value={search[name] ?? null}
            options={options}
            onChange={(value?: string | null) => change({ [name]: value ?? undefined })}
          />
        ))}
        <Button href={`/api/results/rectification/export${makeQuery(where)}`}>{zh.common.exportExcel}</Button>
      </PageHead>
      <QueryState query={query} lines={10}>
        {(list) => (
          <>
            <Figures list={list} />
            {list.items.length === 0 ? (
              <EmptyState title={words.emptyTitle} text={words.emptyText}>
                <LastYearLink />
              </EmptyState>
            ) : (
              <>
                <RectificationTable items={list.items} />
                <Pages
                  list={list}
                  page={page}
                  turn={(next) => change({ page: next > 1 ? next : undefined })}
                />
              </>
            )}
          </>
        )}
      </QueryState>
    </div>
  )
}

function Figures({ list }: { readonly list: RectificationList }) {
  return (
    <dl className="fact-strip">
      {(['rate', 'recovery', 'application'] as const).map((name) => (
        <div key={name}>
          <dt>{words[name]}</dt>
          <dd>
            <span className="number">{list[name].value}</span>{' '}
            <Why explanation={list[name].explanation} label={words[name]} isInTable />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Pages({
  list: { total, pageSize },
  page,
  turn,
}: {
  readonly list: RectificationList
  readonly page: number
  readonly turn: (page: number) => void
}) {
  const pages = Math.max(1, Math.ceil(total / pageSize))
  return (
    <nav className="pager" aria-label={words.pages(page, pages)}>
      <span>{words.pages(page, pages)}</span>
      <Button size="small" disabled={page <= 1} onClick={() => turn(page - 1)}>
        {zh.common.previousPage}
      </Button>
      <Button size="small" disabled={page >= pages} onClick={() => turn(page + 1)}>
        {zh.common.nextPage}
      </Button>
    </nav>
  )
}
