import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { loadRules } from '../src/rules/index.ts'
import { type Case, casesOf, LINES_TRIED, MONTHS_TRIED } from './forecast/cases.ts'
import { givenCases } from './forecast/given.ts'
import { type Score, scoreOf } from './forecast/score.ts'
import { saidPlainly, saidWithErrors, straightLine } from './forecast/straight-line.ts'

/**
 * `npm run bench:forecast -- [--seeds 200]`: the year-end forecast against the straight line on simulated
 * years (docs/forecast.md). Even seeds were looked at while the model was made; the figures are of the odd
 * ones. Then what the published tables allow. Writes bench/results/forecast.json and the figures that are
 * printed with every forecast.
 */
const root = path.join(import.meta.dirname, '..')
const at = process.argv.indexOf('--seeds')
const seeds = Array.from({ length: at < 0 ? 200 : Number(process.argv[at + 1]) }, (_, index) => index + 1)
const rules = loadRules(path.join(root, 'rules')).at({
  date: '2024-05-10',
  jurisdiction: '000000',
  fiscalYear: 2024,
})

type Row = {
  readonly line: string
  readonly month: number | 'all'
  readonly asked: number
  /** Cases the model answered with an interval; the others it called 数据不足. */
  readonly answered: number
  readonly model: Score
  readonly plain: Score
  readonly calibrated: Score
}

const seen = casesOf(
  seeds.filter((seed) => seed % 2 === 0),
  rules,
)
const unseen = casesOf(
  seeds.filter((seed) => seed % 2 === 1),
  rules,
)
const withoutHistory = casesOf(
  seeds.filter((seed) => seed % 10 === 0),
  rules,
)

function rowOf(line: Case['line'], month: number | 'all'): Row {
  const asked = unseen.filter((one) => one.line === line && (month === 'all' || one.month === month))
  const answered = asked.filter(({ forecast }) => forecast.basis === 'history')
  const withSaid = (say: (one: Case) => Parameters<typeof scoreOf>[0][number]['said']) =>
    scoreOf(answered.map((one) => ({ ...one, said: say(one) })))
  return {
    line,
    month,
    asked: asked.length,
    answered: answered.length,
    model: withSaid(({ forecast }) => ({
      chance: (forecast.chance_bp ?? 0) / 10_000,
      low_bp: forecast.low_bp ?? 0,
      high_bp: forecast.high_bp ?? 0,
      mid_bp: forecast.mid_bp ?? 0,
    })),
    plain: withSaid((one) => saidPlainly(straightLine(one.month, one.share_bp), one.bound_bp)),
    calibrated: withSaid((one) =>
      saidWithErrors(
        straightLine(one.month, one.share_bp),
        one.bound_bp,
        ERRORS.get(`${one.line}${one.month}`) ?? [],
      ),
    ),
  }
}

const ERRORS = new Map(
  LINES_TRIED.flatMap((line) =>
    MONTHS_TRIED.map((month) => [
      `${line}${month}`,
      seen
        .filter((one) => one.line === line && one.month === month)
        .map((one) => one.end_bp - straightLine(month, one.share_bp))
        .sort((a, b) => a - b),
    ]),
  ),
)

const rows = LINES_TRIED.flatMap((line) =>
  [...MONTHS_TRIED, 'all' as const].map((month) => rowOf(line, month)),
)
const silent = withoutHistory.filter(({ forecast }) => forecast.basis === 'straight').length
const given = givenCases(path.join(root, 'tests/doctor/cases'), rules)

function print(): void {
  console.log('unseen seeds; Brier score, smaller is better; interval meant to hold 80 %')
  console.log('line    month  cases   model   line  line+errors  covered  width  line covered  width')
  for (const { line, month, answered, model, plain, calibrated } of rows) {
    console.log(
      [
        line.padEnd(7),
        String(month).padStart(5),
        String(answered).padStart(6),
        model.brier.toFixed(4).padStart(8),
        plain.brier.toFixed(4),
        calibrated.brier.toFixed(4).padStart(8),
        `${(model.coverage * 100).toFixed(1)}%`.padStart(12),
        String(Math.round(model.width_bp)).padStart(7),
        `${(calibrated.coverage * 100).toFixed(1)}%`.padStart(9),
        String(Math.round(calibrated.width_bp)).padStart(7),
      ].join(' '),
    )
  }
  console.log(`places without history: ${silent} of ${withoutHistory.length} answered 数据不足`)
  const { tables, withMoney, beforeDecember, withYearEnd, notEnough } = given
  console.log(
    `published tables: ${tables} of monitoring, ${withMoney} with money, ${beforeDecember} before December, ${withYearEnd} with a year-end to compare; answered 数据不足: ${notEnough}`,
  )
}

function figuresOf(line: Case['line']): string {
  const all = rows.find((row) => row.line === line && row.month === 'all')
  const round = (value: number | undefined) => Math.round((value ?? 0) * 10_000)
  return `{ cases: ${all?.answered ?? 0}, brier_x10000: ${round(all?.model.brier)}, calibrated_x10000: ${round(all?.calibrated.brier)}, coverage_bp: ${round(all?.model.coverage)} }`
}

function write(): void {
  mkdirSync(path.join(root, 'bench/results'), { recursive: true })
  const measured = {
    seeds: seeds.length,
    rows,
    withoutHistory: { asked: withoutHistory.length, silent },
    given,
  }
  writeFileSync(path.join(root, 'bench/results/forecast.json'), `${JSON.stringify(measured, null, 2)}\n`)
  writeFileSync(
    path.join(root, 'src/domain/monitoring/compute/forecast/backtest-figures.ts'),
    `/**
 * Measured by \`npm run bench:forecast\`, which writes this file; the unseen seeds of docs/forecast.md. The
 * straight line is the better of its two forms: with the errors it made on the seen seeds around it.
 */
export const BACKTEST = {
  money: ${figuresOf('money')},
  output: ${figuresOf('output')},
} as const
`,
  )
}

print()
write()
