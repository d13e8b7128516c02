import {
  AFFORDABILITY_VERDICTS,
  BUDGETS,
  type ShockResult,
} from '../../../../domain/exante/compute/affordability/index.ts'
import { formatRatio } from '../../../../domain/shared/ratio.ts'
import { type Column, DataTable } from '../../../components/data-table.tsx'
import { zh } from '../../../zh.ts'

const words = zh.exante.affordability

/** What each named shock makes of every year. */
export function ShockTable({ shocks }: { readonly shocks: readonly ShockResult[] }) {
  const years = shocks[0]?.years ?? []
  const columns: readonly Column<ShockResult>[] = [
    { id: 'shock', title: words.shock, isHeader: true, cell: ({ label }) => label },
    ...years.map(({ budget, year }, place) => ({
      id: `${budget}-${year}`,
      title: budget === 'fund' ? `${BUDGETS.fund}${year}年` : `${year}年`,
      isNumber: true,
      cell: (shock: ShockResult) => formatRatio(shock.years[place]?.pressure),
    })),
    {
      id: 'verdict',
      title: words.columns.verdict,
      cell: ({ verdict }) => (
        <span className={`verdict is-${verdict}`}>{AFFORDABILITY_VERDICTS[verdict]}</span>
      ),
    },
  ]
  return <DataTable caption={words.shocks} columns={columns} rows={shocks} rowKey={({ id }) => id} />
}
