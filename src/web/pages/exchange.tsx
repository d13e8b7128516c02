import { Button, Select } from 'antd'
import { useState } from 'react'
import { makeQuery } from '../api.ts'
import { PageHead } from '../components/page.tsx'
import { usePlace } from '../session.tsx'
import { zh } from '../zh.ts'
import { Comparison } from './exchange/comparison.tsx'
import { EXPORTED_TABLES } from './exchange/exported-tables.ts'
import { TakeoverLog } from './exchange/takeover-log.tsx'

/** 一体化交换表: out as the budget system names things, and its files against what we hold. */
export function ExchangePage() {
  const { year } = usePlace()
  const [table, setTable] = useState<string>()
  const addressOf = (format: string) => `/api/exchange/tables${makeQuery({ year, format, table })}`
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
        <Comparison />
      </section>
      <section className="workbook-step">
        <h2>{zh.exchange.logTitle}</h2>
        <TakeoverLog />
      </section>
    </div>
  )
}
