import { Button, Select } from 'antd'
import { useState } from 'react'
import { makeQuery, saveFrom } from '../../api.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { FaultTable } from '../../components/fault-table.tsx'
import { usePlace } from '../../session.tsx'
import { zh } from '../../zh.ts'
import { faultsOf } from '../workbook/faults.tsx'
import { EXPORTED_TABLES } from './exported-tables.ts'

/** The tables as a file; where something is longer than its column, the list of it instead. */
export function TableExport() {
  const { year } = usePlace()
  const [table, setTable] = useState<string>()
  const [busy, setBusy] = useState<string>()
  const [refusal, setRefusal] = useState<unknown>()
  const save = async (format: string) => {
    setBusy(format)
    setRefusal(undefined)
    try {
      await saveFrom(
        `/api/exchange/tables${makeQuery({ year, format, table })}`,
        `${zh.exchange.title}.${format}`,
      )
    } catch (error) {
      setRefusal(error)
    } finally {
      setBusy(undefined)
    }
  }
  const button = (format: string, label: string) => (
    <Button onClick={() => void save(format)} loading={busy === format} disabled={busy !== undefined}>
      {label}
    </Button>
  )
  const faults = faultsOf(refusal)?.faults
  return (
    <>
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
        {button('xlsx', zh.exchange.excel)}
        {button('jsonl', zh.exchange.jsonl)}
        {table !== undefined && button('csv', zh.exchange.csv)}
        {table === undefined && <span className="muted">{zh.exchange.csvHelp}</span>}
      </div>
      {refusal !== undefined && <ErrorState error={refusal} />}
      {faults !== undefined && <FaultTable faults={faults} />}
    </>
  )
}
