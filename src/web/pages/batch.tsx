import { App, Button, Radio, Upload } from 'antd'
import { useState } from 'react'
import type { Mapping } from '../../domain/batch/mapping.ts'
import { BATCH_SUBJECTS, findSubject } from '../../domain/batch/subjects.ts'
import { ApiError } from '../api-error.ts'
import { upload } from '../api.ts'
import { ErrorState } from '../components/error-state.tsx'
import { LoadingShape } from '../components/loading-shape.tsx'
import { PageHead } from '../components/page.tsx'
import { usePlace } from '../session.tsx'
import { zh } from '../zh.ts'
import type { BatchPreview } from './batch/batch-preview.ts'
import { Preview } from './batch/preview.tsx'
import { faultsOf, saveWorkbook } from './workbook/faults.tsx'

type State =
  | { readonly is: 'waiting' }
  | { readonly is: 'reading'; readonly name: string }
  | { readonly is: 'failed'; readonly error: unknown }
  | {
      readonly is: 'seen'
      readonly file: File
      readonly preview: BatchPreview
      readonly isOvertaken: boolean
    }

/** 批量导入: choose what, hand in a list, look at it, write it. */
export function BatchPage() {
  const [subject, setSubject] = useState<string>(BATCH_SUBJECTS[0]?.id ?? '')
  const [state, setState] = useState<State>({ is: 'waiting' })
  const { year } = usePlace()
  const { message } = App.useApp()

  const fieldsOf = (mapping: Mapping | undefined) => ({
    subject,
    year,
    ...(mapping === undefined ? {} : { mapping: JSON.stringify(mapping) }),
  })
  const look = async (file: File, mapping?: Mapping, isOvertaken = false) => {
    setState({ is: 'reading', name: file.name })
    try {
      const preview = await upload<BatchPreview>('/api/batch/preview', file, fieldsOf(mapping))
      setState({ is: 'seen', file, preview, isOvertaken })
    } catch (error) {
      setState({ is: 'failed', error })
    }
  }
  /** Asking for it to be written is also how a faulty workbook comes back marked. */
  const write = async (file: File, preview: BatchPreview) => {
    const fields = { ...fieldsOf(preview.mapping), stamp: preview.stamp }
    try {
      const { records } = await upload<{ records: number }>('/api/batch/import', file, fields)
      message.success(zh.batch.done(records))
      setState({ is: 'waiting' })
    } catch (error) {
      const marked = faultsOf(error)?.workbook
      if (marked !== undefined) saveWorkbook(marked)
      else if (error instanceof ApiError && error.code === 'VERSION_CONFLICT')
        await look(file, preview.mapping, true)
      else setState({ is: 'failed', error })
    }
  }

  return (
    <div className="page page-batch">
      <PageHead title={zh.batch.title} note={zh.batch.note} />
      <section className="workbook-step">
        <Radio.Group
          aria-label={zh.batch.subject}
          value={subject}
          onChange={(event) => {
            setSubject(event.target.value as string)
            setState({ is: 'waiting' })
          }}
          options={BATCH_SUBJECTS.map(({ id, title }) => ({ value: id, label: title }))}
          optionType="button"
        />
        <p className="muted">{findSubject(subject)?.help}</p>
      </section>
      {state.is === 'reading' && (
        <div role="status">
          <p>{zh.batch.reading(state.name)}</p>
          <LoadingShape lines={8} />
        </div>
      )}
      {state.is === 'failed' && <ErrorState error={state.error} />}
      {(state.is === 'waiting' || state.is === 'failed') && (
        <Upload.Dragger
          accept=".xlsx,.csv"
          multiple={false}
          showUploadList={false}
          beforeUpload={(file) => {
            void look(file)
            return false
          }}
        >
          <p className="strong">{zh.batch.drop}</p>
          <p className="muted">{zh.batch.dropHelp}</p>
        </Upload.Dragger>
      )}
      {state.is === 'seen' && (
        <>
          <Preview
            key={`${state.preview.stamp} ${JSON.stringify(state.preview.mapping)}`}
            preview={state.preview}
            isOvertaken={state.isOvertaken}
            isWorkbook={state.file.name.endsWith('.xlsx')}
            look={(mapping) => void look(state.file, mapping)}
            write={() => write(state.file, state.preview)}
          />
          <Button size="small" onClick={() => setState({ is: 'waiting' })}>
            {zh.batch.anotherFile}
          </Button>
        </>
      )}
    </div>
  )
}
