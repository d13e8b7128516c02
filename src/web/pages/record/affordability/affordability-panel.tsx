import {
  AFFORDABILITY_VERDICTS,
  type AffordabilityAssessment,
  type AffordabilityYear,
  BUDGETS,
  type Budget,
  describeAffordability,
  type PressureBounds,
  type SimulatedYear,
  share,
} from '../../../../domain/exante/compute/affordability/index.ts'
import type { Content } from '../../../../domain/forms/form.ts'
import { formatWanYuan } from '../../../../domain/shared/money.ts'
import { formatRatio } from '../../../../domain/shared/ratio.ts'
import { type Column, DataTable } from '../../../components/data-table.tsx'
import type { RecordView } from '../../../shapes.ts'
import { zh } from '../../../zh.ts'
import { FanChart } from './fan-chart.tsx'
import { ShockTable } from './shock-table.tsx'
import { useAffordability } from './use-affordability.ts'

const words = zh.exante.affordability

/** Below the sheet: the verdict in words, the fan of both budgets with its table, and the shocks. */
export function AffordabilityPanel({
  view,
  content,
}: {
  readonly view: RecordView
  readonly content: Content
}) {
  const live = useAffordability(view, content)
  if (live.state !== 'ready') {
    return <p className="affordability muted">{live.state === 'loading' ? words.loading : words.noRules}</p>
  }
  const { assessment, bounds } = live
  const { base, stress, simulation } = assessment
  return (
    <section className="affordability" aria-label={words.title}>
      <h3>
        {words.title}
        <span className={`verdict is-${base.verdict}`}>{AFFORDABILITY_VERDICTS[base.verdict]}</span>
      </h3>
      <p>{describeAffordability(assessment)}</p>
      {simulation && (
        <>
          <BudgetFan budget="general" years={base.years} assessment={assessment} bounds={bounds} />
          {base.fundYears.length > 0 && (
            <BudgetFan budget="fund" years={base.fundYears} assessment={assessment} bounds={bounds} />
          )}
          <p className="muted">{words.seed(simulation.seed, simulation.draws)}</p>
        </>
      )}
      {stress && <ShockTable shocks={stress.shocks} />}
    </section>
  )
}

type Line = { readonly planned: AffordabilityYear; readonly drawn: SimulatedYear }

function BudgetFan({
  budget,
  years,
  assessment,
  bounds,
}: {
  readonly budget: Budget
  readonly years: readonly AffordabilityYear[]
  readonly assessment: AffordabilityAssessment
  readonly bounds: PressureBounds
}) {
  const { simulation } = assessment
  const lines = years.flatMap((planned): Line[] => {
    const drawn = simulation?.years.find((one) => one.budget === budget && one.year === planned.year)
    return drawn ? [{ planned, drawn }] : []
  })
  const draws = simulation?.draws ?? 0
  return (
    <div className="fan">
      <FanChart title={words.fan(BUDGETS[budget])} lines={lines} bounds={bounds} />
      <DataTable
        caption={`${BUDGETS[budget]}：${words.table}`}
        columns={columnsFor(draws)}
        rows={lines}
        rowKey={({ planned }) => String(planned.year)}
      />
    </div>
  )
}

function columnsFor(draws: number): readonly Column<Line>[] {
  const { columns } = words
  const number = { isNumber: true } as const
  const bp = (value: number) => `${(value / 100).toFixed(2)}%`
  return [
    { id: 'year', title: columns.year, isHeader: true, cell: ({ planned }) => `${planned.year}年` },
    {
      id: 'available',
      title: columns.available,
      ...number,
      cell: ({ planned }) => wan(planned.available_fen),
    },
    { id: 'after', title: columns.after, ...number, cell: ({ planned }) => wan(planned.afterProject_fen) },
    {
      id: 'before',
      title: columns.before,
      ...number,
      cell: ({ planned }) => formatRatio(planned.pressureBefore),
    },
    {
      id: 'pressure',
      title: columns.pressure,
      ...number,
      cell: ({ planned }) => formatRatio(planned.pressure),
    },
    {
      id: 'verdict',
      title: columns.verdict,
      cell: ({ planned }) => (
        <span className={`verdict is-${planned.verdict}`}>{AFFORDABILITY_VERDICTS[planned.verdict]}</span>
      ),
    },
    {
      id: 'range',
      title: columns.range,
      ...number,
      cell: ({ drawn }) => `${bp(drawn.quantiles_bp.p5)}～${bp(drawn.quantiles_bp.p95)}`,
    },
    { id: 'warned', title: columns.warned, ...number, cell: ({ drawn }) => share(drawn.warned, draws) },
    { id: 'failed', title: columns.failed, ...number, cell: ({ drawn }) => share(drawn.failed, draws) },
  ]
}

function wan(fen: bigint | null): string {
  return fen === null ? '—' : formatWanYuan(fen)
}
