import { Button } from 'antd'
import { makeQuery } from '../../api.ts'
import { exanteRubric, RUBRIC_SUBJECTS } from '../../../domain/exante/index.ts'
import { Link } from '@tanstack/react-router'
import type { Column } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { DateText } from '../../components/money.tsx'
import { PagedTable } from '../../components/paged-table.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { useRubrics } from '../../queries.ts'
import { useMe, usePlace } from '../../session.tsx'
import type { RubricListing } from '../../shapes-experts.ts'
import { zh } from '../../zh.ts'
import { BeginButton } from '../project/begin-button.tsx'
import { pathOfKind } from '../project/present-file.ts'

const words = zh.exante.rubrics
type Row = RubricListing['items'][number]

/** 评分指标体系: the versions of this place, which one scoring takes now, and a new one to begin. */
export function RubricsPanel() {
  const { jurisdiction } = usePlace()
  const query = useRubrics(jurisdiction)
  return (
    <div className="stack">
      <p className="muted">{words.help}</p>
      <BeginButtons />
      <QueryState query={query} lines={6}>
        {({ items, defaults }) => (
          <>
            <p>
              <Button size="small" href={`/api/exante/rubrics/export${makeQuery({ jurisdiction })}`}>
                {zh.common.exportExcel}
              </Button>
            </p>
            {defaults.length > 0 && <p>{words.defaults(defaults.join('、'))}</p>}
            {items.length === 0 ? (
              <EmptyState title={words.emptyTitle} text={words.emptyText} />
            ) : (
              <PagedTable
                caption={words.title}
                columns={COLUMNS}
                rows={items}
                rowKey={({ recordId }) => recordId}
              />
            )}
          </>
        )}
      </QueryState>
    </div>
  )
}

function BeginButtons() {
  const { jurisdiction } = usePlace()
  const { post } = useMe()
  const { kind, stage, createdBy } = exanteRubric
  if (post.jurisdictionId !== jurisdiction || !createdBy.some((role) => role === post.role)) return null
  return (
    <div className="begin">
      {Object.entries(RUBRIC_SUBJECTS).map(([subject, title]) => (
        <BeginButton
          key={subject}
          one={{ kind, title, stage, path: pathOfKind(kind), content: { subject } }}
          label={words.begin(title)}
        />
      ))}
    </div>
  )
}

const titles = words.columns
const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'subject',
    title: titles.subject,
    isHeader: true,
    width: 130,
    cell: (row) => <RubricLink row={row} />,
  },
  { id: 'from', title: titles.from, width: 110, cell: (row) => <DateText value={row.effectiveFrom} /> },
  { id: 'basis', title: titles.basis, cell: (row) => row.basisText ?? '—' },
  {
    id: 'state',
    title: titles.state,
    width: 150,
    cell: ({ stateTitle, isInForce }) => (isInForce ? `${stateTitle}，${words.inForce}` : stateTitle),
  },
  { id: 'approvedBy', title: titles.approvedBy, width: 110, cell: (row) => row.approvedBy ?? '—' },
  {
    id: 'approvedOn',
    title: titles.approvedOn,
    width: 110,
    cell: (row) => <DateText value={row.approvedOn} />,
  },
]

function RubricLink({ row }: { readonly row: Row }) {
  return (
    <Link to="/$jurisdiction/$year/records/$recordId" params={{ ...usePlace(), recordId: row.recordId }}>
      {row.subject}
    </Link>
  )
}
