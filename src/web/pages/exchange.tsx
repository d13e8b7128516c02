import { PageHead } from '../components/page.tsx'
import { zh } from '../zh.ts'
import { Comparison } from './exchange/comparison.tsx'
import { TableExport } from './exchange/table-export.tsx'
import { TakeoverLog } from './exchange/takeover-log.tsx'

/** 一体化交换表: out as the budget system names things, and its files against what we hold. */
export function ExchangePage() {
  return (
    <div className="page page-exchange">
      <PageHead title={zh.exchange.title} note={zh.exchange.note} />
      <section className="workbook-step">
        <h2>{zh.exchange.exportTitle}</h2>
        <TableExport />
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
