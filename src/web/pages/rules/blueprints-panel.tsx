import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Upload } from 'antd'
import { useState } from 'react'
import { blueprint, blueprintUse } from '../../../domain/pilot/index.ts'
import { makeQuery, upload } from '../../api.ts'
import type { Column } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { DateText } from '../../components/money.tsx'
import { PagedTable } from '../../components/paged-table.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { useBlueprints } from '../../queries-blueprint.ts'
import { useMe, usePlace } from '../../session.tsx'
import type { BlueprintListing } from '../../shapes-blueprint.ts'
import { blueprint as words } from '../../zh-blueprint.ts'
import { BeginButton } from '../project/begin-button.tsx'
import { pathOfKind } from '../project/present-file.ts'
import { Faults, faultsOf } from '../workbook/faults.tsx'

type Pack = BlueprintListing['items'][number]
type Own = BlueprintListing['records'][number]
const titles = words.columns

/** 蓝本: what may be taken over, how to take it, and what this place did so far. */
export function BlueprintsPanel() {
  const query = useBlueprints()
  const mayTake = useMayBegin(blueprintUse)
  const mayCompose = useMayBegin(blueprint)
  return (
    <div className="stack">
      <p className="muted">{words.help}</p>
      {mayCompose && (
        <div className="begin">
          <BeginButton one={beginning(blueprint)} label={words.compose} />
        </div>
      )}
      {mayTake && <Load />}
      <QueryState query={query} lines={6}>
        {({ items, records }) => (
          <>
            <Packs packs={items} mayTake={mayTake} />
            <OwnRecords records={records} mayTake={mayTake} />
          </>
        )}
      </QueryState>
    </div>
  )
}

/** The post must be of this place: nobody takes over anything for another. */
function useMayBegin({ createdBy }: typeof blueprint): boolean {
  const { jurisdiction } = usePlace()
  const { post } = useMe()
  return post.jurisdictionId === jurisdiction && createdBy.some((role) => role === post.role)
}

function beginning(
  { kind, title, stage }: typeof blueprint,
  more: { readonly content?: Readonly<Record<string, string>>; readonly subjectId?: string } = {},
) {
  return { kind, title, stage, path: pathOfKind(kind), ...more }
}

function Packs({ packs, mayTake }: { readonly packs: readonly Pack[]; readonly mayTake: boolean }) {
  const columns: readonly Column<Pack>[] = [
    { id: 'name', title: titles.name, isHeader: true, cell: ({ name }) => name },
    { id: 'version', title: titles.version, width: 90, cell: ({ version }) => version },
    { id: 'origin', title: titles.origin, width: 100, cell: ({ origin }) => words.origins[origin] ?? origin },
    { id: 'publisher', title: titles.publisher, width: 170, cell: ({ publisher }) => publisher },
    {
      id: 'publishedOn',
      title: titles.publishedOn,
      width: 110,
      cell: ({ publishedOn }) => <DateText value={publishedOn} />,
    },
    {
      id: 'digest',
      title: titles.digest,
      width: 150,
      cell: ({ sm3 }) => <span title={sm3}>{`${sm3.slice(0, 12)}…`}</span>,
    },
    {
      id: 'actions',
      title: titles.actions,
      width: 330,
      cell: (pack) => <Actions pack={pack} mayTake={mayTake} />,
    },
  ]
  return (
    <section>
      <h2>{words.packs}</h2>
      {packs.length === 0 ? (
        <EmptyState title={words.packsEmpty} text={words.packsEmptyText} />
      ) : (
        <PagedTable caption={words.packs} columns={columns} rows={packs} rowKey={({ packId }) => packId} />
      )}
    </section>
  )
}

function Actions({ pack: { packId }, mayTake }: { readonly pack: Pack; readonly mayTake: boolean }) {
  return (
    <span className="begin">
      {mayTake && (
        <BeginButton one={beginning(blueprintUse, { content: { packId } })} label={words.preview} />
      )}
      <a href={`/api/blueprints/export${makeQuery({ packId })}`}>{words.file}</a>
      <a href={`/api/blueprints/book${makeQuery({ packId, format: 'docx' })}`}>{words.word}</a>
      <a href={`/api/blueprints/book${makeQuery({ packId, format: 'pdf' })}`}>{words.pdf}</a>
    </span>
  )
}

function OwnRecords({ records, mayTake }: { readonly records: readonly Own[]; readonly mayTake: boolean }) {
  const columns: readonly Column<Own>[] = [
    { id: 'title', title: titles.title, isHeader: true, cell: (row) => <RecordLink row={row} /> },
    { id: 'version', title: titles.version, width: 90, cell: ({ version }) => version ?? '—' },
    {
      id: 'from',
      title: titles.from,
      width: 110,
      cell: ({ effectiveFrom }) => <DateText value={effectiveFrom} />,
    },
    { id: 'state', title: titles.state, width: 110, cell: ({ stateTitle }) => stateTitle },
    {
      id: 'actions',
      title: titles.actions,
      width: 130,
      cell: ({ recordId, isTakenOver }) =>
        mayTake && isTakenOver ? (
          <BeginButton one={beginning(blueprintUse, { subjectId: recordId })} label={words.undo} />
        ) : (
          '—'
        ),
    },
  ]
  return (
    <section>
      <h2>{words.records}</h2>
      {records.length === 0 ? (
        <EmptyState title={words.recordsEmpty} text={words.recordsEmptyText} />
      ) : (
        <PagedTable
          caption={words.records}
          columns={columns}
          rows={records}
          rowKey={({ recordId }) => recordId}
        />
      )}
    </section>
  )
}

function RecordLink({ row }: { readonly row: Own }) {
  return (
    <Link to="/$jurisdiction/$year/records/$recordId" params={{ ...usePlace(), recordId: row.recordId }}>
      {row.title}
    </Link>
  )
}

/** A file from another installation: refused with the part that is wrong, or opened as a draft. */
function Load() {
  const [failure, setFailure] = useState<{ readonly error: unknown }>()
  const [isBusy, setIsBusy] = useState(false)
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const place = usePlace()
  const load = async (file: File) => {
    setIsBusy(true)
    setFailure(undefined)
    try {
      const { recordId } = await upload<{ recordId: string }>('/api/blueprints/load', file)
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
      await navigate({ to: '/$jurisdiction/$year/records/$recordId', params: { ...place, recordId } })
    } catch (error) {
      setFailure({ error })
    } finally {
      setIsBusy(false)
    }
  }
  const faults = failure && faultsOf(failure.error)
  return (
    <div>
      <Upload
        accept=".json"
        multiple={false}
        showUploadList={false}
        disabled={isBusy}
        beforeUpload={(file) => {
          void load(file)
          return false
        }}
      >
        <Button loading={isBusy}>{isBusy ? words.loading : words.load}</Button>
      </Upload>
      {faults !== undefined && <Faults {...faults} />}
      {failure !== undefined && faults === undefined && <ErrorState error={failure.error} />}
    </div>
  )
}
