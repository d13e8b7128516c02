import { Button, Select, Upload } from 'antd'
import { useState } from 'react'
import { makeQuery, upload } from '../api.ts'
import { ErrorState } from '../components/error-state.tsx'
import { LoadingShape } from '../components/loading-shape.tsx'
import { PageHead } from '../components/page.tsx'
import { usePlace } from '../session.tsx'
import { zh } from '../zh.ts'
import { type Compared, ComparedView } from './exchange/compared-view.tsx'
import { EXPORTED_TABLES } from './exchange/exported-tables.ts'

type State =
  | { readonly is: 'waiting' }
  | { readonly is: 'reading'; readonly name: string }
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'compared'; readonly found: Compared }

/** 一体化交换表: out as the budget system names things, and its files against what we hold. */
export function ExchangePage() {
  const { year } = usePlace()
  const [table, setTable] = useState<string>()
  const [state, setState] = useState<State>({ is: 'waiting' })
  const addressOf = (format: string) => `/api/exchange/tables${makeQuery({ year, format, table })}`
  const compare = async (file: File) => {
    setState({ is: 'reading', name: file.name })
    try {
      setState({ is: 'compared', found: await upload<Compared>('/api/exchange/comparison', file, { year }) })
    } catch (error) {
      setState({ is: 'failed', error })
    }
  }
  return (
    <div className="page page-exchange">
      <PageHead title={zh.exchange.title} note={zh.exchange.note} />
      <section className="workbook-step">
        <h2>{zh.exchange.exportTitle}</h2>
        <div className="grid-tools">
          <Select
            aria-label={zh.exchange.table}
            allowClear
            placeholder={zh.exchange.allTables}
            value={table ?? null}
            options={EXPORTED_TABLES.map(([value, title]) => ({ value, label: `${title}（${value}）` }))}
            onChange={(chosen?: string | null) => setTable(chosen ?? undefined)}
            popupMatchSelectWidth={false}
            className="exchange-table"
          />
          <Button href={addressOf('xlsx')}>{zh.exchange.excel}</Button>
          <Button href={addressOf('jsonl')}>{zh.exchange.jsonl}</Button>
          {table !== undefined && <Button href={addressOf('csv')}>{zh.exchange.csv}</Button>}
          {table === undefined && <span className="muted">{zh.exchange.csvHelp}</span>}
        </div>
      </section>
      <section className="workbook-step">
        <h2>{zh.exchange.compareTitle}</h2>
        {state.is === 'reading' && (
          <div role="status">
            <p>{zh.exchange.reading(state.name)}</p>
            <LoadingShape lines={6} />
          </div>
        )}
        {state.is === 'failed' && <ErrorState error={state.error} />}
        {(state.is === 'waiting' || state.is === 'failed') && (
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
        )}
        {state.is === 'compared' && (
          <>
            <ComparedView found={state.found} />
            <Button size="small" onClick={() => setState({ is: 'waiting' })}>
              {zh.exchange.again}
            </Button>
          </>
        )}
      </section>
    </div>
  )
}
