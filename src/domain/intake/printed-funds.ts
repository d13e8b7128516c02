import { isFilled } from '../doctor/read/cells.ts'
import { readFundLabels } from '../doctor/read/fund-labels.ts'
import { readAmount } from '../doctor/read/numbers.ts'
import type { DoctorFund, DoctorTable } from '../doctor/table.ts'
import type { EvaluationSelfFundsRow } from '../forms/contents.ts'
import { Decimal } from '../shared/decimal.ts'
import type { IntakeFault } from './intake-fault.ts'

const COLUMNS = { initial_fen: 'initial', adjusted_fen: 'adjusted', executed_fen: 'executed' } as const
type Column = keyof typeof COLUMNS

/**
 * 项目资金 of a printed self-evaluation on the three lines of the form. Components count where they
 * print what the total prints; else the total, or money under another name, is this year's fiscal money.
 * An amount that is no number is a fault, never 0.
 * @returns the rows of the form with amounts in fen; nothing where the table prints no money
 */
export function printedFunds(
  table: DoctorTable,
  rows: readonly EvaluationSelfFundsRow[],
  faults: IntakeFault[],
): EvaluationSelfFundsRow[] | undefined {
  const labels = readFundLabels(table.funds.map(({ label }) => label))
  const parts = table.funds.filter((fund, index) => !labels[index]?.isTotal && hasMoney(fund))
  const total = table.funds.find((fund, index) => labels[index]?.isTotal && hasMoney(fund))
  const isWhole =
    parts.length > 0 &&
    Object.values(COLUMNS).every(
      (column) => isBlankIn(total, column) || parts.some((part) => isFilled(part[column])),
    )
  const lines = isWhole ? parts : total ? [total] : parts.slice(0, 1)
  if (lines.length === 0) return undefined
  const byFund = (fund: string) => lines.filter((line) => kindOf(line) === fund)
  return rows.map((row) => ({ ...row, ...amountsOf(table, byFund(row.fund ?? ''), row, faults) }))
}

function hasMoney({ initial, adjusted, executed }: DoctorFund): boolean {
  return [initial, adjusted, executed].some(isFilled)
}

function isBlankIn(total: DoctorFund | undefined, column: (typeof COLUMNS)[Column]): boolean {
  return !isFilled(total?.[column] ?? null)
}

function kindOf({ label }: DoctorFund): string {
  if (/结转/.test(label ?? '')) return 'carryOver'
  return /其他|自筹/.test(label ?? '') ? 'other' : 'fiscal'
}

/** A column nobody printed keeps what was prefilled; the adjusted budget falls back to the initial one. */
function amountsOf(
  table: DoctorTable,
  lines: readonly DoctorFund[],
  row: EvaluationSelfFundsRow,
  faults: IntakeFault[],
) {
  const sum = (column: Column): string | undefined => {
    const printed = lines.filter((line) => isFilled(line[COLUMNS[column]]))
    if (printed.length === 0) return undefined
    let fen = new Decimal(0)
    for (const line of printed) {
      const amount = readAmount(line[COLUMNS[column]], table.amountUnit)
      const own = amount.is === 'amount' ? amount.yuan.times(100) : undefined
      if (own?.isInteger()) fen = fen.plus(own)
      else
        faults.push({ place: line.place, message: `金额“${line[COLUMNS[column]]}”不是有效的金额，请改正。` })
    }
    return fen.toFixed(0)
  }
  if (lines.length === 0) return { initial_fen: '0', adjusted_fen: '0', executed_fen: '0' }
  const initial = sum('initial_fen')
  const adjusted = sum('adjusted_fen') ?? initial ?? row.adjusted_fen
  const executed = sum('executed_fen') ?? row.executed_fen
  return {
    initial_fen: initial ?? adjusted ?? row.initial_fen ?? null,
    adjusted_fen: adjusted ?? null,
    executed_fen: executed ?? null,
  }
}
