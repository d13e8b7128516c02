import { Decimal } from '../../shared/decimal.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { nameFund, report } from '../finding.ts'
import { partsOf } from '../read/fund-labels.ts'
import type { ReportFinding } from '../report.ts'
import type { StudiedFund } from '../score/score-execution.ts'
import type { Study } from '../study.ts'

/** CHK-FUND-PARTS 资金分项: the components of a total add up to it, in every money column. */
export const CHK_FUND_PARTS: RuleHeader = {
  id: 'CHK-FUND-PARTS',
  name: '资金分项合计不等',
  stage: 'doctor',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2020-10', '附件1 项目资金'),
}

const COLUMNS = [
  ['initial', '年初预算数', 'initial_budget'],
  ['adjusted', '全年预算数', 'adjusted_budget'],
  ['executed', '全年执行数', 'executed'],
] as const

export function checkFundParts({ funds }: Study): ReportFinding[] {
  const labels = funds.map(({ label }) => label)
  return funds.flatMap((total) => {
    const parts = partsOf(labels, total.index).flatMap((index) => funds[index] ?? [])
    if (parts.length === 0) return []
    const faults = COLUMNS.flatMap(([column, title, field]) => {
      const sum = wrongSum(total, parts, column)
      return sum === undefined ? [] : [{ title, field, sum, printed: printedAmount(total, column) }]
    })
    const [first] = faults
    if (!first) return []
    const words = faults.map(({ title, sum, printed }) => `${title}印 ${printed}，分项合计 ${sum}`).join('；')
    const message = `${nameFund(total)}与下列 ${parts.length} 项分项合计不等：${words}。请核对总额和各分项。`
    return [report(CHK_FUND_PARTS, { fund: total.index, field: first.field }, message)]
  })
}

type Column = (typeof COLUMNS)[number][0]

/** The sum of the parts, in the total's unit, when it certainly is not the total. */
function wrongSum(total: StudiedFund, parts: readonly StudiedFund[], column: Column): string | undefined {
  const whole = total[column]
  const cells = parts.map((part) => part[column])
  if (whole.is !== 'amount' || cells.some(({ is }) => is === 'words')) return undefined
  const amounts = cells.flatMap((cell) => (cell.is === 'amount' ? [cell.yuan] : []))
  if (amounts.length === 0) return undefined
  const sum = Decimal.sum(...amounts)
  if (isEqual(sum, whole) || isNested(amounts, whole.yuan) || isWithoutSetAside(parts, column, whole))
    return undefined
  const isPartial = isOnlyAPart(total, parts, amounts) || cells.some(({ is }) => is === 'unseen')
  return isPartial && sum.lt(whole.yuan) ? undefined : sum.div(whole.perUnit).toFixed()
}

/** Half a hundredth of the printed unit: what is left over when six decimals are printed as two. */
const DUST = 0.005

function isEqual(sum: Decimal, whole: Money): boolean {
  return sum.minus(whole.yuan).abs().div(whole.perUnit).lt(DUST)
}

type Money = { readonly yuan: Decimal; readonly perUnit: number }

/** 统筹整合 stands under the total of a transfer but is no source of it. */
function isWithoutSetAside(parts: readonly StudiedFund[], column: Column, whole: Money): boolean {
  const sources = parts.filter(({ fund }) => !/统筹整合/.test(fund.label ?? ''))
  if (sources.length === parts.length || sources.length === 0) return false
  const amounts = sources.flatMap((part) => (part[column].is === 'amount' ? [part[column].yuan] : []))
  return isEqual(Decimal.sum(0, ...amounts), whole)
}

/** 其中:中央资金 under something that is no sum: it need not be everything. */
function isOnlyAPart(
  total: StudiedFund,
  parts: readonly StudiedFund[],
  amounts: readonly Decimal[],
): boolean {
  const areAllParts = parts.every(({ label }) => label.isPart)
  if (!total.label.isTotal) return areAllParts || parts.length === 1
  if (!areAllParts) return false
  // 总额 20000, 其中:财政拨款 0 and nothing else contradict each other.
  return parts.length === 1 && !amounts[0]?.isZero()
}

/** Whether some rows are the breakdown of the row above them: 财政拨款 80 = 中央 50 + 省 30. */
function isNested(amounts: readonly Decimal[], total: Decimal): boolean {
  const walk = (start: number, left: Decimal): boolean => {
    const amount = amounts[start]
    if (!amount) return left.isZero()
    if (walk(start + 1, left.minus(amount))) return true
    let below = new Decimal(0)
    for (let next = start + 1; next < amounts.length; next += 1) {
      below = below.plus(amounts[next] ?? 0)
      const isBreakdown = next > start + 1 && below.eq(amount) && amount.gt(0)
      if (isBreakdown && walk(next + 1, left.minus(amount))) return true
    }
    return false
  }
  return amounts.length <= MOST_ROWS && walk(0, total)
}

/** More rows than any form has: nesting is then not looked for. */
const MOST_ROWS = 24

function printedAmount({ fund }: StudiedFund, column: Column): string {
  return fund[column]?.trim() ?? ''
}
