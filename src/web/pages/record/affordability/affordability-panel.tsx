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
        columns={PLANNED_COLUMNS}
        rows={lines}
        rowKey={({ planned }) => String(planned.year)}
      />
      <DataTable
        caption={`${BUDGETS[budget]}：${words.chances}`}
        columns={chanceColumns(draws)}
        rows={lines}
        rowKey={({ planned }) => String(planned.year)}
      />
    </div>
  )
}

const { columns: TITLES } = words

const YEAR: Column<Line> = {
  id: 'year',
  title: TITLES.year,
  isHeader: true,
  width: 80,
  cell: ({ planned }) => `${planned.year}年`,
}

const PLANNED_COLUMNS: readonly Column<Line>[] = [
  YEAR,
  {
    id: 'available',
    title: TITLES.available,
    isNumber: true,
    cell: ({ planned }) => wan(planned.available_fen),
  },
  { id: 'after', title: TITLES.after, isNumber: true, cell: ({ planned }) => wan(planned.afterProject_fen) },
  {
    id: 'before',
    title: TITLES.before,
    isNumber: true,
    width: 100,
    cell: ({ planned }) => formatRatio(planned.pressureBefore),
  },
  {
    id: 'pressure',
    title: TITLES.pressure,
    isNumber: true,
    width: 100,
    cell: ({ planned }) => formatRatio(planned.pressure),
  },
  {
    id: 'verdict',
    title: TITLES.verdict,
    width: 100,
    cell: ({ planned }) => (
      <span className={`verdict is-${planned.verdict}`}>{AFFORDABILITY_VERDICTS[planned.verdict]}</span>
    ),
  },
]

function chanceColumns(draws: number): readonly Column<Line>[] {
  const bp = (value: number) => `${(value / 100).toFixed(2)}%`
  return [
    YEAR,
    { id: 'warned', title: TITLES.warned, isNumber: true, cell: ({ drawn }) => share(drawn.warned, draws) },
    { id: 'failed', title: TITLES.failed, isNumber: true, cell: ({ drawn }) => share(drawn.failed, draws) },
    { id: 'median', title: words.median, isNumber: true, cell: ({ drawn }) => bp(drawn.quantiles_bp.p50) },
    {
      id: 'range',
      title: TITLES.range,
      isNumber: true,
      width: 180,
      cell: ({ drawn }) => `${bp(drawn.quantiles_bp.p5)}～${bp(drawn.quantiles_bp.p95)}`,
    },
  ]
}

function wan(fen: bigint | null): string {
  return fen === null ? '—' : formatWanYuan(fen)
}
