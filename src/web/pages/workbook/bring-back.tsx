import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Upload } from 'antd'
import { useState } from 'react'
import type { Choices } from '../../../domain/offline/apply-merge.ts'
import { ApiError } from '../../api-error.ts'
import { upload } from '../../api.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingShape } from '../../components/loading-shape.tsx'
import { usePlace } from '../../session.tsx'
import type { RecordView } from '../../shapes.ts'
import { zh } from '../../zh.ts'
import type { Accepted, Comparison } from './comparison.ts'
import { Differences } from './differences.tsx'
import { Faults, faultsOf } from './faults.tsx'

type State =
  | { readonly is: 'waiting' }
  | { readonly is: 'reading'; readonly file: File }
  | { readonly is: 'failed'; readonly error: unknown }
  | {
      readonly is: 'compared'
      readonly file: File
      readonly found: Comparison
      /** Somebody saved while the differences were looked at. */
      readonly overtaken?: readonly [yours: number, current: number]
    }

/** A file comes back: compared, looked at cell by cell, and only then written, all of it or nothing. */
export function BringBack({ view }: { readonly view: RecordView }) {
  const [state, setState] = useState<State>({ is: 'waiting' })
  const { message } = App.useApp()
  const navigate = useNavigate()
  const place = usePlace()
  const address = `/api/records/${view.record.id}/workbook`

  const compare = async (file: File, overtaken?: readonly [number, number]) => {
    setState({ is: 'reading', file })
    try {
      const found = await upload<Comparison>(`${address}/comparison`, file)
      setState({ is: 'compared', file, found, ...(overtaken === undefined ? {} : { overtaken }) })
    } catch (error) {
      setState({ is: 'failed', error })
    }
  }
  const accept = async (file: File, found: Comparison, choices: Choices) => {
    try {
      const fields = { version: String(found.version), choices: JSON.stringify(choices) }
      const { taken } = await upload<Accepted>(`${address}/acceptance`, file, fields)
      message.success(zh.offline.done(taken))
      await navigate({
        to: '/$jurisdiction/$year/records/$recordId',
        params: { ...place, recordId: view.record.id },
      })
    } catch (error) {
      const isOvertaken = error instanceof ApiError && error.code === 'VERSION_CONFLICT'
      if (isOvertaken) await compare(file, [found.version, Number(error.details['current'])])
      else setState({ is: 'failed', error })
    }
  }

  if (state.is === 'reading') {
    return (
      <div role="status">
        <p>{zh.offline.reading(state.file.name)}</p>
        <LoadingShape lines={6} />
      </div>
    )
  }
  if (state.is === 'compared') {
    const { file, found, overtaken } = state
    return (
      <>
        {overtaken !== undefined && (
          <Alert
            type="warning"
            showIcon
            role="alert"
            title={zh.offline.conflictTitle}
            description={zh.offline.conflictText(...overtaken)}
          />
        )}
        <Differences
          key={found.version}
          view={view}
          found={found}
          accept={(choices) => accept(file, found, choices)}
        />
        <Button size="small" onClick={() => setState({ is: 'waiting' })}>
          {zh.offline.again}
        </Button>
      </>
    )
  }
  const faults = state.is === 'failed' ? faultsOf(state.error) : undefined
  return (
    <>
      {faults !== undefined && <Faults {...faults} />}
      {state.is === 'failed' && faults === undefined && <ErrorState error={state.error} />}
      <Upload.Dragger
        accept=".xlsx"
        multiple={false}
        showUploadList={false}
        beforeUpload={(file) => {
          void compare(file)
          return false
        }}
      >
        <p className="strong">{zh.offline.drop}</p>
        <p className="muted">{zh.offline.dropHelp}</p>
      </Upload.Dragger>
    </>
  )
}
