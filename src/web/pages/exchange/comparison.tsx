import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Upload } from 'antd'
import { useState } from 'react'
import { TAKEN_AT_ONCE } from '../../../domain/exchange/first-choice.ts'
import { upload } from '../../api.ts'
import { ApiError } from '../../api-error.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingShape } from '../../components/loading-shape.tsx'
import { usePlace } from '../../session.tsx'
import { zh } from '../../zh.ts'
import { type Compared, ComparedView } from './compared-view.tsx'
import { TAKEOVERS } from './takeover-log.tsx'

type State =
  | { readonly is: 'waiting' }
  | { readonly is: 'reading'; readonly name: string }
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'compared'; readonly file: File; readonly found: Compared; readonly isOvertaken: boolean }

/** A file against what we hold; of the rows that differ some are taken over, all of them or none. */
export function Comparison() {
  const { year } = usePlace()
  const [state, setState] = useState<State>({ is: 'waiting' })
  const compare = async (file: File, isOvertaken = false) => {
    setState({ is: 'reading', name: file.name })
    try {
      const found = await upload<Compared>('/api/exchange/comparison', file, { year })
      setState({ is: 'compared', file, found, isOvertaken })
    } catch (error) {
      setState({ is: 'failed', error })
    }
  }
  if (state.is === 'reading')
    return (
      <div role="status">
        <p>{zh.exchange.reading(state.name)}</p>
        <LoadingShape lines={6} />
      </div>
    )
  if (state.is === 'compared')
    return (
      <>
        {state.isOvertaken && <Alert type="warning" showIcon role="alert" title={zh.exchange.overtaken} />}
        <Differing
          file={state.file}
          found={state.found}
          again={(isOvertaken) => void compare(state.file, isOvertaken)}
          leave={() => setState({ is: 'waiting' })}
        />
      </>
    )
  return (
    <>
      {state.is === 'failed' && <ErrorState error={state.error} />}
      <Upload.Dragger
        accept=".xlsx,.csv,.jsonl"
        multiple={false}
        showUploadList={false}
        beforeUpload={(file) => {
          void compare(file)
          return false
        }}
      >
        <p className="strong">{zh.exchange.drop}</p>
        <p className="muted">{zh.exchange.dropHelp}</p>
      </Upload.Dragger>
    </>
  )
}

type Done = { readonly rows: number; readonly records: number; readonly projects: number }

function Differing({
  file,
  found,
  again,
  leave,
}: {
  readonly file: File
  readonly found: Compared
  readonly again: (isOvertaken: boolean) => void
  readonly leave: () => void
}) {
  const { year } = usePlace()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isBusy, setIsBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const takeOver = async () => {
    setIsBusy(true)
    setRefusal(undefined)
    const fields = { year, stamp: found.stamp, chosen: JSON.stringify([...chosen]) }
    try {
      const done = await upload<Done>('/api/exchange/takeovers', file, fields)
      void message.success(zh.exchange.taken(done.rows, done.records, done.projects), 6)
      await queries.invalidateQueries({ queryKey: [TAKEOVERS] })
      again(false)
    } catch (error) {
      // What was shown is no longer so: the file is compared once more, and chosen from anew.
      if (error instanceof ApiError && error.code === 'VERSION_CONFLICT') again(true)
      else setRefusal(error)
      setIsBusy(false)
    }
  }
  return (
    <>
      <ComparedView found={found} chosen={chosen} choose={(ids) => setChosen(new Set(ids))} />
      {refusal !== undefined && <ErrorState error={refusal} />}
      <div className="grid-tools exchange-take">
        {chosen.size > 0 && (
          <Button
            type="primary"
            loading={isBusy}
            disabled={chosen.size > TAKEN_AT_ONCE}
            onClick={() => void takeOver()}
          >
            {zh.exchange.takeOver(chosen.size)}
          </Button>
        )}
        <Button onClick={leave}>{zh.exchange.again}</Button>
        {chosen.size > 0 && (
          <span className="muted" role="status">
            {chosen.size > TAKEN_AT_ONCE ? zh.exchange.tooMany(TAKEN_AT_ONCE) : zh.exchange.takeOverHelp}
          </span>
        )}
      </div>
    </>
  )
}
