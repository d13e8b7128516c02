import { Button, Tabs } from 'antd'
import { useState } from 'react'
import type { DoctorTable, ReadNote, ReadResult } from '../../../domain/doctor/index.ts'
import { readTableText } from '../../../domain/doctor/read/text-table.ts'
import { upload } from '../../api.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingShape } from '../../components/loading-shape.tsx'
import { zh } from '../../zh.ts'
import { Examination } from './examination.tsx'
import { IntakePanel } from './intake-panel.tsx'

type State =
  | { readonly is: 'empty' }
  | { readonly is: 'reading'; readonly name: string }
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'read'; readonly read: ReadResult; readonly file?: File }

/** A file is read by the server, pasted text here; the examination runs in the browser either way. */
export function CheckPanel({ onRecompute }: { readonly onRecompute: (table: DoctorTable) => void }) {
  const [state, setState] = useState<State>({ is: 'empty' })
  const readFile = async (file: File) => {
    setState({ is: 'reading', name: file.name })
    try {
      const read = await upload<ReadResult>('/api/doctor/tables', file)
      setState({ is: 'read', read, file })
    } catch (error) {
      setState({ is: 'failed', error })
    }
  }
  const isBusy = state.is === 'reading'
  const hasTables = state.is === 'read' && state.read.tables.length > 0
  return (
    <>
      {!hasTables && (
        <IntakePanel
          isBusy={isBusy}
          onFile={(file) => void readFile(file)}
          onText={(text) => setState({ is: 'read', read: readTableText(text) })}
        />
      )}
      {state.is === 'empty' && <EmptyState title={zh.doctor.emptyTitle} text={zh.doctor.emptyText} />}
      {state.is === 'reading' && (
        <div role="status">
          <p>{zh.doctor.reading(state.name)}</p>
          <LoadingShape lines={8} />
        </div>
      )}
      {state.is === 'failed' && <ErrorState error={state.error} />}
      {state.is === 'read' && !hasTables && <NothingRead notes={state.read.notes} />}
      {state.is === 'read' && hasTables && (
        <Read
          read={state.read}
          file={state.file}
          onRecompute={onRecompute}
          onAgain={() => setState({ is: 'empty' })}
        />
      )}
    </>
  )
}

/** What was pasted stays in its box above. */
function NothingRead({ notes }: { readonly notes: readonly ReadNote[] }) {
  return (
    <div role="status">
      <EmptyState title={zh.doctor.nothingTitle} text={`${notes[0]?.message ?? ''}${zh.doctor.noTable}`} />
    </div>
  )
}

function Read({
  read: { tables, notes },
  file,
  onRecompute,
  onAgain,
}: {
  readonly read: ReadResult
  readonly file: File | undefined
  readonly onRecompute: (table: DoctorTable) => void
  readonly onAgain: () => void
}) {
  const again = (
    <Button size="small" onClick={onAgain}>
      {zh.doctor.again}
    </Button>
  )
  const items = tables.map((table, index) => ({
    key: String(index),
    label: table.projectName || table.title || zh.doctor.table(index + 1),
    children: (
      <Examination
        table={table}
        notes={index === 0 ? notes : []}
        file={file}
        tools={again}
        onRecompute={() => onRecompute(table)}
      />
    ),
  }))
  return tables.length === 1 ? items[0]?.children : <Tabs size="small" items={items} />
}
