import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { PROJECT_STATUSES, statusTitle } from '../../domain/project/status.ts'
import { makeQuery } from '../api.ts'
import { type Column, DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { GradeMark, Light } from '../components/light.tsx'
import { PilotMark } from '../components/marks.tsx'
import { DateText, Money } from '../components/money.tsx'
import { PageHead } from '../components/page.tsx'
import { Pager } from '../components/pager.tsx'
import { QueryState } from '../components/query-state.tsx'
import { useProjects } from '../queries.ts'
import { useMe, usePlace } from '../session.tsx'
import type { ProjectLine, ProjectPage } from '../shapes.ts'
import { zh } from '../zh.ts'
import { dossier } from '../zh-dossier.ts'
import { LastYearLink } from '../frame/last-year-link.tsx'

const LIMIT = 50
const STATUS_OPTIONS = Object.entries(PROJECT_STATUSES).map(([value, label]) => ({ value, label }))

/** Who may enter a project. */
const ENTERING = ['unit', 'department', 'finance_performance']

/** Whose records a list may fill. */
const BRINGING = ['unit', 'finance_business']

export function ProjectsPage() {
  const place = usePlace()
  const { status, trail = [] } = useSearch({ from: '/$jurisdiction/$year/projects' })
  const navigate = useNavigate({ from: '/$jurisdiction/$year/projects' })
  const query = useProjects({ ...place, status, cursor: trail[trail.length - 1], limit: LIMIT })
  const filtered = status === undefined ? {} : { status }
  return (
    <div className="page">
      <PageHead
        title={zh.projects.title}
        {...(query.data === undefined ? {} : { note: zh.common.total(query.data.total) })}
      >
        <Select
          aria-label={zh.projects.filters.status}
          placeholder={zh.projects.filters.status}
          className="filter-choice"
          allowClear
          value={status ?? null}
          options={STATUS_OPTIONS}
          onChange={(chosen?: string | null) => void navigate({ search: chosen ? { status: chosen } : {} })}
        />
        <ProjectTools status={status} />
      </PageHead>
      <QueryState query={query} lines={12}>
        {(page) => (
          <ProjectTable
            page={page}
            trail={trail}
            isFiltered={status !== undefined}
            onTrail={(next) =>
              void navigate({ search: { ...filtered, ...(next.length === 0 ? {} : { trail: next }) } })
            }
          />
        )}
      </QueryState>
    </div>
  )
}

function ProjectTable({
  page,
  trail,
  isFiltered,
  onTrail,
}: {
  readonly page: ProjectPage
  readonly trail: readonly string[]
  readonly isFiltered: boolean
  readonly onTrail: (trail: readonly string[]) => void
}) {
  const place = usePlace()
  if (page.items.length === 0) {
    const isWhole = place.jurisdiction.endsWith('0000')
    const text = isWhole
      ? zh.projects.chooseText
      : isFiltered
        ? zh.projects.filteredText
        : zh.projects.emptyText
    return (
      <EmptyState title={zh.projects.emptyTitle} text={text}>
        <LastYearLink />
      </EmptyState>
    )
  }
  const last = page.items[page.items.length - 1]
  const isMore = trail.length * LIMIT + page.items.length < page.total
  return (
    <>
      <DataTable caption={zh.projects.title} columns={COLUMNS} rows={page.items} rowKey={(row) => row.id} />
      <Pager
        trail={trail}
        limit={LIMIT}
        count={page.items.length}
        total={page.total}
        nextCursor={isMore && last !== undefined ? `${last.createdAt}~${last.id}` : null}
        onTrail={onTrail}
      />
    </>
  )
}

function ProjectTools({ status }: { readonly status: string | undefined }) {
  const place = usePlace()
  const { post } = useMe()
  return (
    <>
      <Button href={`/api/projects/export${makeQuery({ ...place, status })}`}>{zh.common.exportExcel}</Button>
      <Button
        href={`/api/indicators/export${makeQuery({
          year: place.year,
          jurisdiction: place.jurisdiction.endsWith('0000') ? undefined : place.jurisdiction,
        })}`}
      >
        {dossier.exportIndicators}
      </Button>
      <Link to="/$jurisdiction/$year/projects/exchange" params={place}>
        {zh.exchange.title}
      </Link>
      {BRINGING.includes(post.role) && (
        <Link to="/$jurisdiction/$year/projects/import" params={place}>
          {zh.batch.title}
        </Link>
      )}
      {ENTERING.includes(post.role) && (
        <Link to="/$jurisdiction/$year/projects/new" params={place} className="button-primary">
          {zh.projects.create}
        </Link>
      )}
    </>
  )
}

const titles = zh.projects.columns
const COLUMNS: readonly Column<ProjectLine>[] = [
  { id: 'name', title: titles.name, isHeader: true, cell: (row) => <ProjectName row={row} /> },
  { id: 'code', title: titles.code, width: 190, cell: (row) => <span className="code">{row.code}</span> },
  { id: 'unit', title: titles.unit, width: 200, cell: (row) => row.unitName },
  {
    id: 'budget',
    title: titles.budget,
    width: 124,
    isNumber: true,
    cell: (row) => <Money fen={row.budget_fen} />,
  },
  { id: 'status', title: titles.state, width: 104, cell: (row) => statusTitle(row.status) },
  { id: 'light', title: titles.light, width: 84, cell: (row) => <Light value={row.light} /> },
  { id: 'grade', title: titles.grade, width: 52, cell: (row) => <GradeMark value={row.grade} /> },
  { id: 'created', title: titles.created, width: 104, cell: (row) => <DateText value={row.createdAt} /> },
]

function ProjectName({ row }: { readonly row: ProjectLine }) {
  const place = usePlace()
  return (
    <>
      <Link to="/$jurisdiction/$year/projects/$projectId" params={{ ...place, projectId: row.id }}>
        {row.name}
      </Link>{' '}
      <PilotMark isPilot={row.isPilot} />
    </>
  )
}
