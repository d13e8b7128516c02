import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { DateText, Money } from '../../components/money.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { usePaymentHolds } from '../../queries-monitoring.ts'
import { saveFile } from '../../save-file.ts'
import { usePlace } from '../../session.tsx'
import type { PaymentHold } from '../../shapes-monitoring.ts'
import { zh } from '../../zh.ts'
import { holdsAsText } from './holds-as-text.ts'

const words = zh.monitoring.holds

/** 暂缓、停止拨款清单: for whoever pays, on the screen and as a file. */
export function PaymentHolds() {
  const place = usePlace()
  const query = usePaymentHolds(place)
  return (
    <section aria-labelledby="holds" className="stack page-part">
      <h2 id="holds">{words.title}</h2>
      <QueryState query={query} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{words.empty}</p>
          ) : (
            <>
              <p>
                <Button
                  onClick={() =>
                    saveFile(
                      new Blob([holdsAsText(items)], { type: 'text/csv' }),
                      words.fileName(place.jurisdiction, place.year),
                    )
                  }
                >
                  {words.download}
                </Button>
              </p>
              <DataTable
                caption={words.title}
                columns={COLUMNS}
                rows={items}
                rowKey={({ recordId }) => recordId}
              />
            </>
          )
        }
      </QueryState>
    </section>
  )
}

const COLUMNS: readonly Column<PaymentHold>[] = [
  { id: 'project', title: words.columns.project, isHeader: true, cell: (row) => <HoldLink row={row} /> },
  { id: 'unit', title: words.columns.unit, width: 200, cell: ({ unitName }) => unitName },
  { id: 'opinion', title: words.columns.opinion, width: 96, cell: ({ opinion }) => opinion },
  {
    id: 'amount',
    title: `${words.columns.amount}（${zh.unit.wan}）`,
    width: 130,
    isNumber: true,
    cell: ({ amount_fen }) => <Money fen={amount_fen} />,
  },
  {
    id: 'number',
    title: words.columns.number,
    width: 190,
    cell: ({ documentNumber }) => documentNumber ?? '—',
  },
  {
    id: 'since',
    title: words.columns.since,
    width: 104,
    cell: ({ issuedOn }) => <DateText value={issuedOn} />,
  },
  {
    id: 'lifted',
    title: words.columns.lifted,
    width: 104,
    cell: ({ liftedOn }) => (liftedOn === null ? words.held : <DateText value={liftedOn} />),
  },
]

function HoldLink({ row }: { readonly row: PaymentHold }) {
  const place = usePlace()
  return (
    <Link to="/$jurisdiction/$year/records/$recordId" params={{ ...place, recordId: row.recordId }}>
      {row.projectName}
    </Link>
  )
}
