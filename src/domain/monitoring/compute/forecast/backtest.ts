import { BACKTEST } from './backtest-figures.ts'

/** How the forecast did on the unseen half of the simulated years, printed with every forecast. */
export function backtestSentence(line: 'money' | 'output'): string {
  const { brier_x10000, calibrated_x10000, coverage_bp, cases } = BACKTEST[line]
  return `模拟回测${cases}次：布赖尔得分${fourPlaces(brier_x10000)}，直线推算${fourPlaces(calibrated_x10000)}（越小越准）；区间包住实际${(coverage_bp / 100).toFixed(1)}%。`
}

function fourPlaces(score_x10000: number): string {
  return (score_x10000 / 10_000).toFixed(4)
}
