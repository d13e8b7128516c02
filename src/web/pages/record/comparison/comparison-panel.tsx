import { Link } from '@tanstack/react-router'
import { POSITIONS } from '../../../../domain/exante/compute/comparison/index.ts'
import { formatBp } from '../../../../domain/shared/ratio.ts'
import { type Column, DataTable } from '../../../components/data-table.tsx'
import { QueryState } from '../../../components/query-state.tsx'
import { Why } from '../../../components/why.tsx'
import { useComparison } from '../../../queries.ts'
import type { ComparedCost, Comparison, LikeProject } from '../../../shapes-comparison.ts'
import { zh } from '../../../zh.ts'
import { CostBox } from './cost-box.tsx'

const words = zh.exante.comparison

/** Below 同类项目比较: how it stands now, among the projects the person may see. */
export function ComparisonPanel({ recordId }: { readonly recordId: string }) {
  const query = useComparison(recordId)
  return (
    <section className="comparison" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className="muted">{words.scope}</p>
      <QueryState query={query} lines={4}>
        {(comparison) => (
          <>
            <Costs comparison={comparison} />
            <Overlaps comparison={comparison} />
          </>
        )}
      </QueryState>
    </section>
  )
}

function Costs({ comparison: { empty, outputs } }: { readonly comparison: Comparison }) {
  return (
    <>
      <h4>{words.costs}</h4>
      {empty !== null && <p>{empty}</p>}
      {outputs.map((compared) => (
        <CostBox key={compared.name} compared={compared} />
      ))}
      {outputs.length > 0 && (
        <DataTable caption={words.costs} columns={COST_COLUMNS} rows={outputs} rowKey={({ name }) => name} />
      )}
    </>
  )
}

const COST_COLUMNS: readonly Column<ComparedCost>[] = [
  { id: 'name', title: words.columns.name, isHeader: true, cell: ({ name }) => name },
  { id: 'own', title: words.columns.own, isNumber: true, cell: ({ own }) => own?.text ?? words.none },
  {
    id: 'count',
    title: words.columns.count,
    isNumber: true,
    width: 80,
    cell: ({ count }) => count ?? words.none,
  },
  { id: 'q1', title: words.columns.q1, isNumber: true, cell: ({ q1 }) => q1?.text ?? words.none },
  {
    id: 'median',
    title: words.columns.median,
    isNumber: true,
    cell: ({ median }) => median?.text ?? words.none,
  },
  { id: 'q3', title: words.columns.q3, isNumber: true, cell: ({ q3 }) => q3?.text ?? words.none },
  {
    id: 'position',
    title: words.columns.position,
    width: 220,
    cell: ({ name, position, explanation }) => (
      <>
        {position === null ? words.notCompared : POSITIONS[position]}{' '}
        <Why explanation={explanation} label={name} isInTable />
      </>
    ),
  },
]

function Overlaps({ comparison: { overlap, overlaps } }: { readonly comparison: Comparison }) {
  return (
    <>
      <h4>{words.overlaps}</h4>
      <p>
        {overlap.explanation.sentence} <Why explanation={overlap.explanation} label={words.overlaps} />
      </p>
      {overlaps.length > 0 && (
        <DataTable
          caption={words.overlaps}
          columns={OVERLAP_COLUMNS}
          rows={overlaps}
          rowKey={({ projectId }) => projectId}
        />
      )}
    </>
  )
}

const OVERLAP_COLUMNS: readonly Column<LikeProject>[] = [
  {
    id: 'project',
    title: words.columns.project,
    isHeader: true,
    width: 260,
    cell: ({ jurisdictionId, fiscalYear, projectId, name, unitName }) => (
      <>
        <Link
          to="/$jurisdiction/$year/projects/$projectId"
          params={{ jurisdiction: jurisdictionId, year: String(fiscalYear), projectId }}
        >
          {name}
        </Link>
        <div className="muted">{words.whose(fiscalYear, unitName)}</div>
      </>
    ),
  },
  {
    id: 'likeness',
    title: words.columns.likeness,
    isNumber: true,
    width: 90,
    cell: ({ likeness_bp }) => formatBp(likeness_bp),
  },
  { id: 'reason', title: words.columns.reason, cell: ({ reason }) => reason },
]
