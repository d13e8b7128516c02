import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import { pilotKinds, publicity, supervision } from '../../../domain/pilot/index.ts'
import type { Column } from '../../components/data-table.tsx'
import { DateText } from '../../components/money.tsx'
import { PagedTable } from '../../components/paged-table.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { useOrganisations } from '../../queries.ts'
import { usePilotRegisters } from '../../queries-pilot.ts'
import { useMe, usePlace } from '../../session.tsx'
import type { PilotRegisters, RegisterItem } from '../../shapes-pilot.ts'
import { zh } from '../../zh.ts'
import { BeginButton } from '../project/begin-button.tsx'
import { pathOfKind } from '../project/present-file.ts'

const words = zh.pilot.registers
const TITLES: Readonly<Record<string, string>> = {
  'pilot.leadGroup': words.leadGroup,
  'pilot.meeting': words.meeting,
  'pilot.supervision': words.supervision,
  'pilot.publicity': words.publicity,
  'pilot.adoption': words.adoption,
  'pilot.programme': words.programme,
}

/** Lists of what was registered, one a kind, with the way to begin another. */
export function RegistersPanel({ kinds }: { readonly kinds: readonly string[] }) {
  const { jurisdiction } = usePlace()
  const query = usePilotRegisters(jurisdiction)
  return (
    <QueryState query={query} lines={8}>
      {(registers) => (
        <div className="stack">
          {kinds.map((kind) => (
            <Register key={kind} kind={kind} registers={registers} />
          ))}
        </div>
      )}
    </QueryState>
  )
}

function Register({ kind, registers }: { readonly kind: string; readonly registers: PilotRegisters }) {
  const title = TITLES[kind] ?? kind
  const rows = registers.items.filter((item) => item.kind === kind)
  return (
    <section>
      <h2>{title}</h2>
      <Begin kind={kind} />
      {kind === publicity.kind && <p>{registers.publicity.sentence}</p>}
      {rows.length === 0 ? (
        <p className="muted">{words.none[kind]}</p>
      ) : (
        <PagedTable
          caption={title}
          columns={columnsFor(kind, rows)}
          rows={rows}
          rowKey={({ recordId }) => recordId}
        />
      )}
    </section>
  )
}

function Begin({ kind: name }: { readonly kind: string }) {
  const { jurisdiction } = usePlace()
  const { post } = useMe()
  const kind = pilotKinds.find((one) => one.kind === name)
  const isOwn = post.jurisdictionId === jurisdiction || post.role === 'province'
  if (!kind || !isOwn || !kind.createdBy.some((role) => role === post.role)) return null
  if (name === supervision.kind) return <BeginSupervision />
  return (
    <p>
      <BeginButton one={{ kind: name, title: kind.title, stage: 'pilot', path: pathOfKind(name) }} />
    </p>
  )
}

function BeginSupervision() {
  const { jurisdiction } = usePlace()
  const [department, setDepartment] = useState<string>()
  const { data } = useOrganisations({ kind: 'department', jurisdiction })
  const one = {
    kind: supervision.kind,
    title: supervision.title,
    stage: 'pilot' as const,
    path: pathOfKind(supervision.kind),
    ...(department === undefined ? {} : { content: { department } }),
  }
  return (
    <p className="begin">
      <Select
        aria-label={words.chooseDepartment}
        placeholder={words.chooseDepartment}
        className="filter-choice"
        allowClear
        value={department ?? null}
        options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(chosen?: string | null) => setDepartment(chosen ?? undefined)}
      />{' '}
      <BeginButton one={one} label={words.newSupervision} />
    </p>
  )
}

function columnsFor(kind: string, rows: readonly RegisterItem[]): readonly Column<RegisterItem>[] {
  const isMany = new Set(rows.map(({ jurisdictionId }) => jurisdictionId)).size > 1
  const place: Column<RegisterItem> = {
    id: 'place',
    title: words.columns.place,
    width: 110,
    cell: ({ jurisdictionName }) => jurisdictionName,
  }
  const people: Column<RegisterItem> = {
    id: 'people',
    title: words.columns.people,
    isNumber: true,
    width: 80,
    cell: ({ people: count }) => count ?? '—',
  }
  return [
    ...(isMany ? [place] : []),
    { id: 'name', title: words.columns.name, isHeader: true, cell: (row) => <RecordLink row={row} /> },
    {
      id: 'on',
      title: kind === supervision.kind ? words.columns.due : words.columns.on,
      width: 110,
      cell: ({ on }) => (on === null ? '—' : <DateText value={on} />),
    },
    { id: 'who', title: words.columns.who, width: 200, cell: ({ who }) => who ?? '—' },
    { id: 'detail', title: words.columns.detail, width: 260, cell: ({ detail }) => detail ?? '—' },
    ...(kind === publicity.kind ? [people] : []),
    {
      id: 'state',
      title: words.columns.state,
      width: 150,
      cell: ({ stateTitle, isOverdue }) => (
        <span className={isOverdue ? 'overdue' : ''}>
          {stateTitle}
          {isOverdue ? `，${words.overdue}` : ''}
        </span>
      ),
    },
  ]
}

function RecordLink({ row }: { readonly row: RegisterItem }) {
  const { year } = usePlace()
  return (
    <Link
      to="/$jurisdiction/$year/records/$recordId"
      params={{ jurisdiction: row.jurisdictionId, year, recordId: row.recordId }}
    >
      {row.name}
    </Link>
  )
}
