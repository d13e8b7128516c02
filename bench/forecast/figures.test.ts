import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { BACKTEST } from '../../src/domain/monitoring/compute/index.ts'

const measured = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../results/forecast.json'), 'utf8'),
) as {
  rows: {
    line: keyof typeof BACKTEST
    month: unknown
    answered: number
    model: Record<string, number>
    calibrated: Record<string, number>
  }[]
}

test.each(['money', 'output'] as const)(
  'what is printed with a forecast of %s is what was measured',
  (line) => {
    const all = measured.rows.find((row) => row.line === line && row.month === 'all')
    expect(BACKTEST[line]).toEqual({
      cases: all?.answered,
      brier_x10000: Math.round((all?.model['brier'] ?? 0) * 10_000),
      calibrated_x10000: Math.round((all?.calibrated['brier'] ?? 0) * 10_000),
      coverage_bp: Math.round((all?.model['coverage'] ?? 0) * 10_000),
    })
  },
)
