import { computeExecutionScore } from '../../evaluation/compute/index.ts'
import type { ParameterId, ParameterReader } from '../../rules/parameter-values.ts'
import { Decimal } from '../../shared/decimal.ts'
import type { FundLabel } from '../read/fund-labels.ts'
import { type Amount, type Printed, readAmount, readPoints, readRate, roundTo } from '../read/numbers.ts'
import type { DoctorFund } from '../table.ts'

export type StudiedFund = {
  readonly index: number
  readonly fund: DoctorFund
  readonly label: FundLabel
  readonly initial: Amount
  readonly adjusted: Amount
  readonly executed: Amount
  readonly weight: Printed | undefined
  readonly rate: Printed | undefined
  readonly score: Printed | undefined
  /** Executed ÷ annual budget in percent, unrounded; nothing where there is no budget. */
  readonly computedRate: Decimal | undefined
  /** The annual budget it was divided by, in yuan. */
  readonly budget: Decimal | undefined
  /** By EVA-002, from the unrounded rate or, where only that is known, from the printed one. */
  readonly computed_x100: number | null
}

type Ratio = { readonly top: Decimal; readonly bottom: Decimal }

type FundContext = {
  readonly amountUnit: '万元' | '元'
  readonly rules: ParameterReader
  /** A declaration only promises: its 100 % is a target, not a rate. */
  readonly isScored: boolean
  /** 统筹整合: money that left a transfer for other pots. */
  readonly setAside?: Decimal
}

/** Reads one line of 项目资金 and computes its rate and score. */
export function studyFund(
  fund: DoctorFund,
  index: number,
  label: FundLabel,
  { amountUnit, rules, isScored, setAside }: FundContext,
): StudiedFund {
  const initial = readAmount(fund.initial ?? amountInLabel(fund), amountUnit)
  const adjusted = readAmount(fund.adjusted, amountUnit)
  const executed = readAmount(fund.executed, amountUnit)
  const weight = readPoints(fund.weight)
  const rate = readRate(fund.rate)
  const budget = budgetOf(initial, adjusted)
  const ratio = executed.is === 'amount' ? ratioOf(executed.yuan, budget, setAside, rate) : undefined
  const known = ratio ?? (rate ? { top: rate.value, bottom: new Decimal(100) } : undefined)
  return {
    index,
    fund,
    label,
    initial,
    adjusted,
    executed,
    weight,
    rate,
    score: readPoints(fund.score),
    computedRate: ratio && percentOf(ratio),
    budget,
    computed_x100: known && isScored ? scoreRatio(known, weight, rules) : null,
  }
}

/** 年度资金总额:50万 — a label that carries the figure. */
function amountInLabel({ label, adjusted, executed }: DoctorFund): string | null {
  if (adjusted !== null || executed !== null) return null
  return /[:：]\s*([\d,，.]+\s*[万亿]?元?)$/.exec(label ?? '')?.[1] ?? null
}

/** The adjusted budget where there is one, else the initial; without either there is no rate. */
function budgetOf(initial: Amount, adjusted: Amount): Decimal | undefined {
  const chosen = adjusted.is === 'amount' ? adjusted : adjusted.is === 'words' ? undefined : initial
  return chosen?.is === 'amount' && chosen.yuan.gt(0) ? chosen.yuan : undefined
}

function percentOf({ top, bottom }: Ratio): Decimal {
  return top.times(100).div(bottom)
}

/**
 * Executed over budget. In a transfer, money merged into other pots (统筹整合) leaves the denominator;
 * that is only assumed where the printed rate shows that the form did so.
 */
function ratioOf(
  executed: Decimal,
  budget: Decimal | undefined,
  setAside: Decimal | undefined,
  printed: Printed | undefined,
): Ratio | undefined {
  if (!budget) return undefined
  const plain = { top: executed, bottom: budget }
  const rest = setAside && budget.minus(setAside)
  if (!rest?.gt(0) || !printed) return plain
  const agrees = (ratio: Ratio) => roundTo(percentOf(ratio), printed.decimals).eq(printed.value)
  const other = { top: executed, bottom: rest }
  return !agrees(plain) && agrees(other) ? other : plain
}

/** EVA-002 with the points this form prints for execution, 10 or 20, in place of the usual ones. */
function scoreRatio(
  { top, bottom }: Ratio,
  weight: Printed | undefined,
  rules: ParameterReader,
): number | null {
  if (!weight || weight.decimals > 2 || weight.value.lte(0)) return null
  const points_x100 = weight.value.times(100).toNumber()
  const ownForm: ParameterReader = {
    value: <K extends ParameterId>(id: K) => {
      const parameter = rules.value(id)
      if (id !== 'evaluation.execution_points') return parameter
      return { ...parameter, value: { ...parameter.value, points_x100 } }
    },
  }
  // The rule takes whole fen; only the ratio matters, so both are counted finely enough to be whole.
  const fine = (amount: Decimal) => BigInt(Decimal.max(0, amount).times(1_000_000_000_000).toFixed(0))
  return computeExecutionScore({ budget_fen: fine(bottom), executed_fen: fine(top) }, ownForm).score_x100
}
