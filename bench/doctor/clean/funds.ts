import type { Random } from '../random.ts'
import type { Draft, DraftFund, Form } from './draft.ts'
import { proportion } from './scores.ts'

const PARTS: Readonly<Record<Form, readonly string[]>> = {
  national: ['其中：当年财政拨款', '上年结转资金', '其他资金'],
  costFirst: ['其中：财政拨款', '其他资金'],
  declaration: ['其中：财政拨款', '其他资金'],
  transfer: ['其中：中央补助', '地方资金', '其他资金'],
  department: ['基本支出', '项目支出'],
  scoresOnly: [],
}
const TOTALS = ['年度资金总额', '年度资金总额：', '资金总额', '合计']

/** The 10 000 分 in 100 元: amounts of an ordinary table have two decimals of 万元. */
const STEP_FEN = 10_000

/** Draws total and parts; every column of the parts adds up, execution stays within the budget. */
export function drawFunds(
  draft: Draft,
  budget_fen: number,
  isBudgetKept: boolean,
  random: Random,
): DraftFund[] {
  const isDeclared = draft.form === 'declaration'
  const initial_fen = budget_fen
  const adjusted_fen =
    isBudgetKept || !draft.style.hasInitial || random.chance(65)
      ? initial_fen
      : round(initial_fen * (random.int(70, 125) / 100))
  const executed_fen = random.chance(40) ? adjusted_fen : round(adjusted_fen * (random.int(700, 999) / 1000))
  const total: DraftFund = {
    label: random.pick(TOTALS),
    isPart: false,
    initial_fen,
    adjusted_fen: isDeclared ? null : adjusted_fen,
    executed_fen: isDeclared ? null : executed_fen,
    blank: '',
    overrides: {},
  }
  return [total, ...drawParts(draft.form, total, random)]
}

function drawParts(form: Form, total: DraftFund, random: Random): DraftFund[] {
  const labels = PARTS[form]
  if (labels.length === 0) return []
  const share = form === 'department' || random.chance(40) ? random.int(30, 90) / 100 : 1
  const blank = random.pick(['', '0', '—'] as const)
  const split = (amount: number | null) => {
    if (amount === null) return [null, null]
    const first = round(amount * share)
    return [first, amount - first]
  }
  const columns = [total.initial_fen, total.adjusted_fen, total.executed_fen].map(split)
  return labels.map((label, index) => {
    const at = (column: number) => (index < 2 ? (columns[column]?.[index] ?? null) : 0)
    const visible = (column: number, amount: number | null) =>
      [total.initial_fen, total.adjusted_fen, total.executed_fen][column] === null ? null : amount
    return {
      label,
      isPart: true,
      initial_fen: visible(0, at(0)),
      adjusted_fen: visible(1, at(1)),
      executed_fen: visible(2, at(2)),
      blank,
      overrides: {},
    }
  })
}

function round(amount_fen: number): number {
  return Math.round(amount_fen / STEP_FEN) * STEP_FEN
}

/** Printed rate and score of the total row, from the unrounded rate. */
export function settleExecution(draft: Draft): void {
  const total = draft.funds[0] as DraftFund
  if (total.executed_fen === null || total.adjusted_fen === null) return
  const scale = 10 ** draft.style.rateDecimals
  draft.rate = `${(proportion(total.executed_fen, 100 * scale, total.adjusted_fen) / scale).toFixed(draft.style.rateDecimals)}${draft.style.hasBareRate ? '' : '%'}`
  if (draft.executionWeight_x100 !== null)
    draft.executionScore_x100 = proportion(draft.executionWeight_x100, total.executed_fen, total.adjusted_fen)
}

/** 1 234.5 万元 the way the table prints money. */
export function printMoney(amount_fen: number, style: Draft['style']['money']): string {
  const perUnit = style.unit === '元' ? 100 : 1_000_000
  const number = (amount_fen / perUnit).toFixed(style.decimals)
  const trimmed = style.decimals === 2 ? number.replace(/\.00$/, '') : number
  if (style.hasUnit) return `${trimmed}${style.unit}`
  return style.hasCommas ? trimmed.replace(/\B(?=(\d{3})+(?!\d))(?=.*(\.|$))/, ',') : trimmed
}
