import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { Why } from '../components/why.tsx'
import { useSelfQuality } from '../queries.ts'
import { useMe, usePlace } from '../session.tsx'
import type { CoverageLine, DutyLine, GapLine, SampleItem, SelfQuality } from '../shapes-evaluation.ts'
import { zh } from '../zh.ts'
import { LastYearLink } from '../frame/last-year-link.tsx'

const words = zh.evaluation.quality

/** 自评质量 of the place and year: coverage, the list of forms to look at again, distance to others. */
export function QualityPage() {
  const place = usePlace()
  const { post } = useMe()
  const query = useSelfQuality(place)
  return (
    <div className="page">
      <PageHead title={words.title} note={words.note(place.year, post.jurisdictionName)} />
      <QueryState query={query} lines={10}>
        {(quality) => (
          <>
            <Coverage coverage={quality.coverage} />
            <Sample sample={quality.sample} />
            <Gaps gaps={quality.gaps} />
            <Duties duties={quality.duties} />
          </>
        )}
      </QueryState>
    </div>
  )
}

function Coverage({ coverage: { whole, departments } }: Pick<SelfQuality, 'coverage'>) {
  return (
    <section className="page-part" aria-label={words.coverage.title}>
      <h2>{words.coverage.title}</h2>
      {whole.projects === 0 ? (
        <EmptyState title={words.coverage.emptyTitle} text={words.coverage.emptyText}>
          <LastYearLink />
        </EmptyState>
      ) : (
        <DataTable
          caption={words.coverage.title}
          columns={COVERAGE_COLUMNS}
          rows={[...departments, whole]}
          rowKey={({ name }) => name}
        />
      )}
    </section>
  )
}

function Sample({ sample: { items, explanation } }: Pick<SelfQuality, 'sample'>) {
  return (
    <section className="page-part" aria-label={words.sample.title}>
      <h2>{words.sample.title}</h2>
      <p className="muted">{words.sample.note}</p>
      {items.length === 0 ? (
        <EmptyState title={words.sample.emptyTitle} text={words.sample.emptyText} />
      ) : (
        <>
          <p>
            {explanation.sentence} <Why explanation={explanation} label={words.sample.title} />
          </p>
          <DataTable
            caption={words.sample.title}
            columns={SAMPLE_COLUMNS}
            rows={items}
            rowKey={({ recordId }) => recordId}
          />
        </>
      )}
    </section>
  )
}

function Gaps({ gaps }: Pick<SelfQuality, 'gaps'>) {
  return (
    <section className="page-part" aria-label={words.gaps.title}>
      <h2>{words.gaps.title}</h2>
      {gaps.length === 0 ? (
        <EmptyState title={words.gaps.emptyTitle} text={words.gaps.emptyText} />
      ) : (
        <DataTable
          caption={words.gaps.title}
          columns={GAP_COLUMNS}
          rows={gaps}
          rowKey={({ recordId }) => recordId}
        />
      )}
    </section>
  )
}

/** Only where something is due: most projects last a year. */
function Duties({ duties }: Pick<SelfQuality, 'duties'>) {
  if (duties.length === 0) return null
  return (
    <section className="page-part" aria-label={words.duties.title}>
      <h2>{words.duties.title}</h2>
      <p className="muted">{words.duties.note}</p>
      <DataTable
        caption={words.duties.title}
        columns={DUTY_COLUMNS}
        rows={duties}
        rowKey={({ projectId }) => projectId}
      />
    </section>
  )
}

const DUTY_COLUMNS: readonly Column<DutyLine>[] = [
  {
    id: 'project',
    title: words.duties.columns.project,
    isHeader: true,
    cell: (line) => <ProjectLink {...line} />,
  },
  { id: 'period', title: words.duties.columns.period, width: 150, cell: ({ period }) => period },
  {
    id: 'evaluated',
    title: words.duties.columns.evaluated,
    width: 150,
    cell: ({ evaluated }) => evaluated ?? '—',
  },
  {
    id: 'duties',
    title: words.duties.columns.duties,
    width: 320,
    cell: ({ duties, explanation, projectName }) => (
      <>
        {duties.join('；')} <Why explanation={explanation} label={projectName} isInTable />
      </>
    ),
  },
]

function ProjectLink({ projectId, projectName, unitName }: DutyLine) {
  const place = usePlace()
  return (
    <>
      <Link to="/$jurisdiction/$year/projects/$projectId" params={{ ...place, projectId }}>
        {projectName}
      </Link>
      <div className="muted">{unitName}</div>
    </>
  )
}

const COVERAGE_COLUMNS: readonly Column<CoverageLine>[] = [
  { id: 'name', title: words.coverage.columns.name, isHeader: true, cell: ({ name }) => name },
  ...(['projects', 'evaluated', 'exempted', 'open'] as const).map(
    (id): Column<CoverageLine> => ({
      id,
      title: words.coverage.columns[id],
      isNumber: true,
      width: 110,
      cell: (line) => line[id],
    }),
  ),
  {
    id: 'rate',
    title: words.coverage.columns.rate,
    isNumber: true,
    width: 140,
    cell: ({ rate, name, explanation }) => (
      <>
        {rate} <Why explanation={explanation} label={name} isInTable />
      </>
    ),
  },
]

const SAMPLE_COLUMNS: readonly Column<SampleItem>[] = [
  {
    id: 'project',
    title: words.sample.columns.project,
    isHeader: true,
    width: 240,
    cell: (item) => <RecordLink {...item} />,
  },
  {
    id: 'reason',
    title: words.sample.columns.reason,
    width: 100,
    cell: ({ reason, isDone, isOpen }) => (
      <>
        {words.sample.reasons[reason]}
        <div className="muted">
          {isDone ? words.sample.done : isOpen ? words.sample.open : words.sample.missed}
        </div>
      </>
    ),
  },
  {
    id: 'signals',
    title: words.sample.columns.signals,
    cell: ({ signals, explanation, projectName }) => (
      <>
        {signals.length === 0 ? zh.common.none : signals.join('；')}{' '}
        <Why explanation={explanation} label={projectName} isInTable />
      </>
    ),
  },
  { id: 'state', title: words.sample.columns.state, width: 110, cell: ({ stateTitle }) => stateTitle },
  ...(['self', 'department', 'finance', 'difference'] as const).map(
    (id): Column<SampleItem> => ({
      id,
      title: words.sample.columns[id],
      isNumber: true,
      width: 78,
      cell: (item) => item[id] ?? '—',
    }),
  ),
]

const GAP_COLUMNS: readonly Column<GapLine>[] = [
  {
    id: 'project',
    title: words.gaps.columns.project,
    isHeader: true,
    cell: (line) => <RecordLink {...line} />,
  },
  ...(['self', 'external', 'gap'] as const).map(
    (id): Column<GapLine> => ({
      id,
      title: words.gaps.columns[id],
      isNumber: true,
      width: 120,
      cell: (line) => line[id] ?? '—',
    }),
  ),
  {
    id: 'listed',
    title: words.gaps.columns.listed,
    width: 170,
    cell: ({ isListed, explanation, projectName }) => (
      <>
        {isListed ? words.gaps.listed : '—'} <Why explanation={explanation} label={projectName} isInTable />
      </>
    ),
  },
]

function RecordLink({
  recordId,
  projectName,
  unitName,
}: {
  readonly recordId: string
  readonly projectName: string
  readonly unitName: string
}) {
  const place = usePlace()
  return (
    <>
      <Link to="/$jurisdiction/$year/records/$recordId" params={{ ...place, recordId }}>
        {projectName}
      </Link>
      <div className="muted">{unitName}</div>
    </>
  )
}
