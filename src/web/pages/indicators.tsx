import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { LEVELS } from '../../domain/indicators/index.ts'
import type { IndicatorsSearch } from '../address.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { useIndicators } from '../queries.ts'
import { usePlace } from '../session.tsx'
import type { Library } from '../shapes-rules.ts'
import { zh } from '../zh.ts'
import { Candidates } from './indicators/candidates.tsx'
import { IndicatorCard } from './indicators/card.tsx'
import { findItems } from './indicators/find.ts'
import { ProposeButton, useMayPropose } from './indicators/propose-button.tsx'

const words = zh.library
const PAGE = 40

const LEVEL_OPTIONS = Object.entries(LEVELS).flatMap(([code, { title, level2 }]) => [
  { value: code, label: title },
  ...Object.entries(level2)
    .filter(([second]) => second !== 'outputCost')
    .map(([second, label]) => ({ value: `${code}/${second}`, label: `　${label}` })),
])
const STATE_OPTIONS = Object.entries(words.states).map(([value, label]) => ({ value, label }))

type Change = (part: { readonly [K in keyof IndicatorsSearch]: IndicatorsSearch[K] | undefined }) => void

/** 指标库: what can be measured, how, and where the notion comes from. */
export function IndicatorsPage() {
  const place = usePlace()
  const search = useSearch({ from: '/$jurisdiction/$year/rules/indicators' })
  const navigate = useNavigate({ from: '/$jurisdiction/$year/rules/indicators' })
  const query = useIndicators(place.jurisdiction)
  const mayPropose = useMayPropose()
  const change: Change = (part) =>
    void navigate({ search: compact({ ...search, ...part }), replace: 'open' in part })
  return (
    <div className="page">
      <PageHead title={words.title} {...(query.data ? { note: noteOf(query.data) } : {})}>
        <Link to="/$jurisdiction/$year/rules" params={place}>
          {words.back}
        </Link>
        <Filters library={query.data} search={search} change={change} />
        {mayPropose && (
          <>
            <Button
              aria-pressed={search.show === 'candidates'}
              onClick={() => change({ show: search.show ? undefined : 'candidates' })}
            >
              {words.candidates}
            </Button>
            <ProposeButton label={words.add} wanted={{ change: 'add' }} />
          </>
        )}
      </PageHead>
      {search.show === 'candidates' && mayPropose ? (
        <Candidates />
      ) : (
        <QueryState query={query} lines={14}>
          {(library) => (
            <Found
              key={JSON.stringify({ ...search, open: null })}
              library={library}
              search={search}
              change={change}
            />
          )}
        </QueryState>
      )}
    </div>
  )
}

function compact(search: object): IndicatorsSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))
}

function noteOf({ items }: Library): string {
  const retired = items.filter(({ status }) => status === 'retired').length
  return words.note(items.length - retired, retired)
}

function Filters({
  library,
  search,
  change,
}: {
  readonly library: Library | undefined
  readonly search: IndicatorsSearch
  readonly change: Change
}) {
  const sectors = (library?.sectors ?? []).map(({ id, title }) => ({ value: id, label: title }))
  const choices = [
    { field: 'sector', label: words.filterSector, options: sectors },
    { field: 'level', label: words.filterLevel, options: LEVEL_OPTIONS },
    { field: 'state', label: words.filterState, options: STATE_OPTIONS },
  ] as const
  return (
    <>
      <Input.Search
        key={search.q ?? ''}
        aria-label={words.filterText}
        placeholder={words.filterText}
        className="filter-text"
        defaultValue={search.q ?? ''}
        allowClear
        onSearch={(text) => change({ q: text.trim() === '' ? undefined : text.trim() })}
      />
      {choices.map(({ field, label, options }) => (
        <Select
          key={field}
          aria-label={label}
          placeholder={label}
          className="filter-choice"
          allowClear
          popupMatchSelectWidth={false}
          value={search[field] ?? null}
          options={[...options]}
          onChange={(value?: string | null) => change({ [field]: value ?? undefined })}
        />
      ))}
    </>
  )
}

function Found({
  library,
  search,
  change,
}: {
  readonly library: Library
  readonly search: IndicatorsSearch
  readonly change: Change
}) {
  const [shown, setShown] = useState(PAGE)
  const found = findItems(library, search)
  if (found.length === 0) return <EmptyState title={words.emptyTitle} text={words.emptyText} />
  const titles = new Map(library.sectors.map(({ id, title }) => [id, title]))
  return (
    <>
      <p className="muted" role="status" title={words.usageHelp}>
        {words.found(found.length)}
      </p>
      {found.slice(0, shown).map(({ item, why }) => (
        <IndicatorCard
          key={item.id}
          item={item}
          why={why}
          sector={titles.get(item.sector) ?? item.sector}
          isOpen={search.open === item.id}
          toggle={() => change({ open: search.open === item.id ? undefined : item.id })}
        />
      ))}
      {found.length > shown && (
        <Button onClick={() => setShown(shown + PAGE)}>{words.showMore(found.length - shown)}</Button>
      )}
    </>
  )
}
