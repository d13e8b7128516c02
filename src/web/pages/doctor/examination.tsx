import { App, Button } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { type DoctorTable, examineTable, type ReadNote, TABLE_KINDS } from '../../../domain/doctor/index.ts'
import type { ParameterReader } from '../../../domain/rules/parameter-values.ts'
import { messageOf } from '../../api-error.ts'
import { uploadForFile } from '../../api.ts'
import { copyText } from '../../components/copy-text.ts'
import { QueryState } from '../../components/query-state.tsx'
import { useMe } from '../../session.tsx'
import { zh } from '../../zh.ts'
import { FindingGroups } from './finding-groups.tsx'
import { reportLines } from './report-lines.ts'
import { ReadNotes } from './read-notes.tsx'
import { RowsTable } from './rows-table.tsx'
import { SumsTable } from './sums-table.tsx'
import { useLibraryExamples } from './use-library-examples.ts'
import { rulesDay, useRuleReader } from './use-rule-reader.ts'

type Given = {
  readonly table: DoctorTable
  readonly notes: readonly ReadNote[]
  /** The file the table came from; none for pasted text. */
  readonly file: File | undefined
  readonly tools: ReactNode
  readonly onRecompute: () => void
}

/** One table examined: sums, rows and findings, each with the printed figure and the computed one. */
export function Examination(given: Given) {
  const { today } = useMe()
  const day = rulesDay(given.table.year, today)
  const { query, reader } = useRuleReader(day)
  return (
    <QueryState query={query} lines={10}>
      {() => reader && <Examined {...given} reader={reader} day={day} />}
    </QueryState>
  )
}

function Examined({
  table,
  notes,
  file,
  tools,
  onRecompute,
  reader,
  day,
}: Given & { readonly reader: ParameterReader; readonly day: string }) {
  const { message } = App.useApp()
  const [marked, setMarked] = useState<number>()
  const findExample = useLibraryExamples()
  const report = useMemo(
    () =>
      examineTable(table, reader, {
        file: file?.name ?? '',
        notes,
        ...(findExample ? { findExample } : {}),
      }),
    [table, reader, file, notes, findExample],
  )
  const copy = async () => {
    await copyText(reportLines(report).join('\n'))
    void message.success(zh.common.copied)
  }
  const download = (source: File) =>
    uploadForFile('/api/doctor/workbook', source).catch(
      (error: unknown) => void message.error(messageOf(error)),
    )
  return (
    <>
      <div className="doctor-head">
        <h2>{table.projectName || table.title || TABLE_KINDS[table.kind]}</h2>
        <span className="muted">
          {TABLE_KINDS[table.kind]} · {zh.doctor.rulesOf(day)}
        </span>
        <div className="page-tools">
          {tools}
          {file && (
            <Button size="small" onClick={() => void download(file)}>
              {zh.doctor.workbook}
            </Button>
          )}
          <Button size="small" onClick={() => void copy()}>
            {zh.doctor.copy}
          </Button>
          <Button size="small" onClick={onRecompute}>
            {zh.doctor.toRecompute}
          </Button>
        </div>
      </div>
      <div className="doctor-body">
        <div className="file-main">
          <SumsTable report={report} />
          <RowsTable table={table} report={report} reader={reader} marked={marked} />
          <ReadNotes notes={notes} />
        </div>
        <FindingGroups findings={report.findings} onJump={setMarked} />
      </div>
    </>
  )
}
