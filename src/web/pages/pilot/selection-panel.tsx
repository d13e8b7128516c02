import { Link } from '@tanstack/react-router'
import { selection } from '../../../domain/pilot/index.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Money } from '../../components/money.tsx'
import { PagedTable } from '../../components/paged-table.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { Why } from '../../components/why.tsx'
import { useSelectionBoard } from '../../queries-pilot.ts'
import { useMe, usePlace } from '../../session.tsx'
import type { SelectionBoard, SelectionCandidate, SelectionPlace } from '../../shapes-pilot.ts'
import type { Explanation } from '../../../domain/shared/explanation.ts'
import { zh } from '../../zh.ts'
import { BeginButton } from '../project/begin-button.tsx'
import { pathOfKind } from '../project/present-file.ts'
import { PointSummary } from './points.tsx'

const words = zh.pilot.selection

/** 选点: the candidates of a place, best first with reasons; for the region, which chooses none, what places propose. */
export function SelectionPanel() {
  const place = usePlace()
  const query = useSelectionBoard(place)
  return (
    <QueryState query={query} lines={10}>
      {(board) => (
        <div className="stack">
          {board.places.length > 0 && <Proposals places={board.places} />}
          {board.quota ? <Candidates board={board} quota={board.quota} /> : null}
          {board.quota === null && board.places.length === 0 && (
            <EmptyState title={words.noPlacesTitle} text={words.noPlacesText} />
          )}
        </div>
      )}
    </QueryState>
  )
}

function Candidates({ board, quota }: { readonly board: SelectionBoard; readonly quota: Explanation }) {
  const { candidates, explanation, rankedCount, source } = board
  return (
    <section>
      <h2>
        {words.candidates} <Why explanation={explanation} label={words.candidates} />
      </h2>
      <p className="muted">
        {words.help} {words.source(source)}
      </p>
      <p>
        {quota.sentence} <Why explanation={quota} label={words.state} />
        {rankedCount > candidates.length && words.onlyBest(candidates.length, rankedCount)}
      </p>
      {candidates.length === 0 ? (
        <EmptyState title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <PagedTable
          caption={words.candidates}
          columns={COLUMNS}
          rows={candidates}
          rowKey={({ projectId }) => projectId}
        />
      )}
    </section>
  )
}

const COLUMNS: readonly Column<SelectionCandidate>[] = [
  {
    id: 'rank',
    title: words.rank,
    width: 90,
    cell: ({ rank, isTied }) => `${rank}${isTied ? `（${words.tied}）` : ''}`,
  },
  { id: 'project', title: words.project, isHeader: true, cell: (row) => <ProjectLink row={row} /> },
  {
    id: 'budget',
    title: words.budget,
    isNumber: true,
    width: 120,
    cell: (row) => <Money fen={row.budget_fen} />,
  },
  {
    id: 'points',
    title: words.points,
    width: 380,
    cell: ({ name, total_x100, lines }) => <PointSummary name={name} total_x100={total_x100} lines={lines} />,
  },
  { id: 'state', title: words.state, width: 210, cell: (row) => <Recommendation row={row} /> },
]

function ProjectLink({ row }: { readonly row: SelectionCandidate }) {
  const place = usePlace()
  return (
    <>
      <Link to="/$jurisdiction/$year/projects/$projectId" params={{ ...place, projectId: row.projectId }}>
        {row.name}
      </Link>
      <div className="muted">{row.unitName}</div>
    </>
  )
}

function Recommendation({ row }: { readonly row: SelectionCandidate }) {
  const place = usePlace()
  const { post } = useMe()
  if (row.selectionId !== null) {
    return (
      <Link to="/$jurisdiction/$year/records/$recordId" params={{ ...place, recordId: row.selectionId }}>
        {row.stateTitle ?? words.open}
      </Link>
    )
  }
  const mayBegin =
    selection.createdBy.some((role) => role === post.role) && post.jurisdictionId === place.jurisdiction
  if (!mayBegin) return <span className="muted">{row.isPilot ? words.isPilot : words.notBegun}</span>
  const one = {
    kind: selection.kind,
    title: selection.title,
    stage: 'pilot' as const,
    path: pathOfKind(selection.kind),
  }
  return <BeginButton one={one} projectId={row.projectId} label={words.propose} />
}

function Proposals({ places }: { readonly places: readonly SelectionPlace[] }) {
  return (
    <section>
      <h2>{words.places}</h2>
      <DataTable caption={words.places} columns={PLACE_COLUMNS} rows={places} rowKey={({ id }) => id} />
    </section>
  )
}

const PLACE_COLUMNS: readonly Column<SelectionPlace>[] = [
  { id: 'place', title: words.placeColumns.place, isHeader: true, width: 110, cell: ({ name }) => name },
  ...(['planned', 'proposed', 'confirmed'] as const).map(
    (id): Column<SelectionPlace> => ({
      id,
      title: words.placeColumns[id],
      isNumber: true,
      width: 80,
      cell: (row) => row[id],
    }),
  ),
  {
    id: 'state',
    title: words.placeColumns.state,
    width: 90,
    cell: ({ state, sentence }) => (
      <span className={state === 'within' ? '' : 'overdue'} title={sentence}>
        {words.states[state]}
      </span>
    ),
  },
  { id: 'projects', title: words.placeColumns.projects, cell: (row) => <ProposedProjects row={row} /> },
]

function ProposedProjects({ row }: { readonly row: SelectionPlace }) {
  const { year } = usePlace()
  if (row.projects.length === 0) return <span className="muted">{words.noProjects}</span>
  return (
    <ul className="plain">
      {row.projects.map(({ id, name, stateTitle }) => (
        <li key={id}>
          <Link
            to="/$jurisdiction/$year/projects/$projectId"
            params={{ jurisdiction: row.id, year, projectId: id }}
          >
            {name}
          </Link>{' '}
          <span className="muted">{stateTitle}</span>
        </li>
      ))}
    </ul>
  )
}
