import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Popconfirm } from 'antd'
import { rankNote } from '../../../domain/pilot/index.ts'
import { messageOf } from '../../api-error.ts'
import { post as send } from '../../api.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { Why } from '../../components/why.tsx'
import { useOwnRank, usePilotRanking } from '../../queries-pilot.ts'
import { useMe, usePlace } from '../../session.tsx'
import type { RankedPlaceLine, RankNote } from '../../shapes-pilot.ts'
import { zh } from '../../zh.ts'
import { BeginButton } from '../project/begin-button.tsx'
import { pathOfKind } from '../project/present-file.ts'
import { PointSummary, PointTable } from './points.tsx'

const words = zh.pilot.ranking

/** 推进排名: the region sees all and publishes; a place sees what was published of it and may answer. */
export function RankingPanel() {
  const { role } = useMe().post
  return role === 'province' ? <AllPlaces /> : <OwnPlace />
}

function AllPlaces() {
  const query = usePilotRanking(true)
  return (
    <QueryState query={query} lines={10}>
      {({ places, explanation, source }) => (
        <div className="stack">
          <p className="muted">
            {words.help} {zh.pilot.selection.source(source)}{' '}
            <Why explanation={explanation} label={words.caption} />
          </p>
          {places.length === 0 ? (
            <EmptyState title={words.emptyTitle} text={words.emptyText} />
          ) : (
            <>
              <Publish count={places.length} />
              <DataTable caption={words.caption} columns={COLUMNS} rows={places} rowKey={({ id }) => id} />
            </>
          )}
        </div>
      )}
    </QueryState>
  )
}

const COLUMNS: readonly Column<RankedPlaceLine>[] = [
  {
    id: 'rank',
    title: words.columns.rank,
    width: 90,
    cell: ({ rank, isTied }) => `${rank}${isTied ? `（${zh.pilot.selection.tied}）` : ''}`,
  },
  {
    id: 'place',
    title: words.columns.place,
    isHeader: true,
    width: 140,
    cell: (row) => <PlaceLink row={row} />,
  },
  {
    id: 'total',
    title: words.columns.total,
    cell: ({ name, total_x100, lines }) => <PointSummary name={name} total_x100={total_x100} lines={lines} />,
  },
  {
    id: 'notes',
    title: words.notes,
    width: 340,
    cell: ({ id, notes }) => <Notes place={id} notes={notes} />,
  },
]

function PlaceLink({ row }: { readonly row: RankedPlaceLine }) {
  const { year } = usePlace()
  return (
    <>
      <Link to="/$jurisdiction/$year/cockpit" params={{ jurisdiction: row.id, year }}>
        {row.name}
      </Link>{' '}
      <Why explanation={row.explanation} label={row.name} isInTable />
    </>
  )
}

function Publish({ count }: { readonly count: number }) {
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const publish = useMutation({
    mutationFn: () => send<{ places: number }>('/api/pilot/ranking', {}),
    onSuccess: async ({ places }) => {
      void message.success(words.published(places))
      await queryClient.invalidateQueries({ queryKey: ['pilot-own-rank'] })
    },
    onError: (error) => void message.error(messageOf(error), 6),
  })
  return (
    <p>
      <Popconfirm
        title={words.publishAsk(count)}
        okText={words.publish}
        cancelText={zh.common.cancel}
        onConfirm={() => publish.mutate()}
      >
        <Button loading={publish.isPending}>{words.publish}</Button>
      </Popconfirm>
    </p>
  )
}

function OwnPlace() {
  const { jurisdiction } = usePlace()
  const query = useOwnRank(jurisdiction, true)
  return (
    <QueryState query={query} lines={8}>
      {({ published, notes }) =>
        published === null ? (
          <EmptyState title={words.notPublished} text={words.notPublishedText} />
        ) : (
          <div className="stack">
            <p className="strong">
              {words.rankOf(published.rank, published.places, published.isTied)} ·{' '}
              {words.publishedOn(published.publishedOn)}
            </p>
            <p className="muted">{zh.pilot.selection.source(published.source)}</p>
            <PointTable caption={words.caption} lines={published.lines} />
            <h2>{words.notes}</h2>
            <NoteButton />
            <Notes place={jurisdiction} notes={notes} />
          </div>
        )
      }
    </QueryState>
  )
}

function NoteButton() {
  const { jurisdiction } = usePlace()
  const { post } = useMe()
  const mayWrite =
    post.jurisdictionId === jurisdiction && rankNote.createdBy.some((role) => role === post.role)
  if (!mayWrite) return null
  const { kind, title } = rankNote
  return (
    <p>
      <BeginButton one={{ kind, title, stage: 'pilot', path: pathOfKind(kind) }} label={words.write} />
    </p>
  )
}

function Notes({ place, notes }: { readonly place: string; readonly notes: readonly RankNote[] }) {
  const { year } = usePlace()
  if (notes.length === 0) return <span className="muted">{zh.common.none}</span>
  return (
    <ul className="plain">
      {notes.map(({ recordId, note, answer, stateTitle }) => (
        <li key={recordId}>
          <Link to="/$jurisdiction/$year/records/$recordId" params={{ jurisdiction: place, year, recordId }}>
            {stateTitle}
          </Link>{' '}
          {words.note}：{note}
          <div className="muted">
            {words.answer}：{answer ?? words.noAnswer}
          </div>
        </li>
      ))}
    </ul>
  )
}
