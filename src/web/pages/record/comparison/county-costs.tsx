import { type Column, DataTable } from '../../../components/data-table.tsx'
import { QueryState } from '../../../components/query-state.tsx'
import { Why } from '../../../components/why.tsx'
import { useCountyCosts } from '../../../queries-agencies.ts'
import type { CountyCost } from '../../../shapes-comparison.ts'
import { zh } from '../../../zh.ts'
import { CostBox } from './cost-box.tsx'

const words = zh.agencies.countyCosts
const titles = zh.exante.comparison.columns
const NONE = zh.exante.comparison.none

/** Below the money of an evaluation: what was reached cost here, and in other places as a crowd. */
export function CountyCosts({ recordId }: { readonly recordId: string }) {
  const query = useCountyCosts(recordId)
  return (
    <section className="comparison" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className="muted">{words.help}</p>
      <QueryState query={query} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{words.empty}</p>
          ) : (
            <>
              {items.map((one) => (
                <CostBox key={one.name} compared={one} />
              ))}
              <DataTable caption={words.title} columns={COLUMNS} rows={items} rowKey={({ name }) => name} />
            </>
          )
        }
      </QueryState>
    </section>
  )
}

const COLUMNS: readonly Column<CountyCost>[] = [
  { id: 'name', title: titles.name, isHeader: true, cell: ({ name }) => name },
  {
    ...{ id: 'own', title: titles.own, isNumber: true },
    cell: ({ name, own, explanation }) => (
      <>
        {own?.text ?? NONE} <Why explanation={explanation} label={name} isInTable />
      </>
    ),
  },
  { id: 'count', title: words.places, isNumber: true, cell: ({ count }) => count ?? words.few },
  { id: 'q1', title: titles.q1, isNumber: true, cell: ({ q1 }) => q1?.text ?? NONE },
  { id: 'median', title: titles.median, isNumber: true, cell: ({ median }) => median?.text ?? NONE },
  { id: 'q3', title: titles.q3, isNumber: true, cell: ({ q3 }) => q3?.text ?? NONE },
]
