import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Upload } from 'antd'
import { useState } from 'react'
import { upload } from '../../api.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { PageHead } from '../../components/page.tsx'
import { usePlace } from '../../session.tsx'
import type { RecordView } from '../../shapes.ts'
import { zh } from '../../zh.ts'
import { Faults, faultsOf } from './faults.tsx'

const words = zh.exante.rubricTable

/** 装入评分指标体系表: the present lines out as a template, an official table in, all of it or nothing. */
export function RubricTable({ view }: { readonly view: RecordView }) {
  const params = { ...usePlace(), recordId: view.record.id }
  return (
    <>
      <PageHead title={words.title} note={words.note}>
        <Link to="/$jurisdiction/$year/records/$recordId" params={params}>
          {zh.offline.back}
        </Link>
      </PageHead>
      <section className="workbook-step">
        <h2>{words.exportTitle}</h2>
        <p>{words.exportText}</p>
        <Button href={`/api/records/${view.record.id}/rubric-table`}>{words.exportButton}</Button>
      </section>
      <section className="workbook-step">
        <h2>{words.importTitle}</h2>
        {view.editableSections.length > 0 ? <Load view={view} /> : <p>{words.notMine}</p>}
      </section>
    </>
  )
}

function Load({ view: { record } }: { readonly view: RecordView }) {
  const [failure, setFailure] = useState<{ readonly error: unknown }>()
  const [isBusy, setIsBusy] = useState(false)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const place = usePlace()
  const load = async (file: File) => {
    setIsBusy(true)
    setFailure(undefined)
    try {
      const fields = { version: String(record.version) }
      const { lines } = await upload<{ lines: number }>(
        `/api/records/${record.id}/rubric-table`,
        file,
        fields,
      )
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
      message.success(words.done(lines))
      await navigate({
        to: '/$jurisdiction/$year/records/$recordId',
        params: { ...place, recordId: record.id },
      })
    } catch (error) {
      setFailure({ error })
    } finally {
      setIsBusy(false)
    }
  }
  const faults = failure && faultsOf(failure.error)
  return (
    <>
      {faults !== undefined && <Faults {...faults} />}
      {failure !== undefined && faults === undefined && <ErrorState error={failure.error} />}
      <Upload.Dragger
        accept=".xlsx"
        multiple={false}
        showUploadList={false}
        disabled={isBusy}
        beforeUpload={(file) => {
          void load(file)
          return false
        }}
      >
        <p className="strong">{isBusy ? words.busy : words.drop}</p>
        <p className="muted">{words.dropHelp}</p>
      </Upload.Dragger>
    </>
  )
}
