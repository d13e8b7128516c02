import { Decimal } from '../../shared/decimal.ts'
import { type Printed, readAmount, readPoints, roundTo } from '../read/numbers.ts'
import { conflictsWithGoal } from './with-goal.ts'
import { conflictsWithSpending } from './with-spending.ts'
import { budgetsOf } from '../score/budgets.ts'
import { shorten } from '../score/compare.ts'
import type { Study } from '../study.ts'
import type { Conflict } from './conflict.ts'

/** What the goal, the conclusion or the report's text says, against the table's own figures. */
export function conflictsWithText(study: Study): Conflict[] {
  return textsOf(study).flatMap(({ field, text }) => [
    ...scoreInText(study, field, text),
    ...rateInText(study, field, text),
    ...moneyInText(study, field, text),
    ...partsInText(field, text),
    ...(field === 'conclusions' ? conflictsWithSpending(study, text) : []),
    ...(field === 'annual_goal' ? conflictsWithGoal(study, text) : []),
  ])
}

type Text = { readonly field: string; readonly text: string }

/** A table's own text repeats its cells; only a report's text says things of its own. */
function textsOf({ table }: Study): Text[] {
  const texts = [
    { field: 'annual_goal', text: table.annualGoal },
    { field: 'conclusions', text: table.conclusions },
    { field: 'text', text: table.text },
  ]
  return texts.flatMap(({ field, text }) =>
    text ? [{ field, text: text.normalize('NFKC').replace(/[ \t]/g, '') }] : [],
  )
}

/** 综合自评得分94.9分 beside a total of 94.9. */
function scoreInText({ table }: Study, field: string, text: string): Conflict[] {
  const total = readPoints(table.totalScore)
  const found = [
    ...text.matchAll(
      /(?:综合|自评|评价|最终)(?:自评|评价)?(?:总得分|得分|总分|评分|分数)(?:为|是|:)?(\d{1,3}(?:\.\d+)?)分/g,
    ),
  ]
  const scores = found.flatMap((match) => printedOf(match[1]))
  const first = total ?? scores[0]
  const other = scores.find((score) => first && !isSameFigure(first, score))
  if (!first || !other) return []
  const message = `文字里的得分是 ${other.value.toFixed()} 分，${total ? '表中总分' : '另一处'}是 ${first.value.toFixed()} 分，同一个得分有两个数。请核对后统一。`
  return [{ where: { field }, message }]
}

/** 预算执行率为98% beside a printed or computed rate. */
function rateInText({ table, execution }: Study, field: string, text: string): Conflict[] {
  if (field === 'text' && table.form === 'table') return []
  const shown =
    execution?.rate ?? (execution?.computedRate ? { value: execution.computedRate, decimals: 20 } : undefined)
  if (!shown) return []
  for (const match of text.matchAll(/预算执行率(?:为|达到?|是)(\d+(?:\.\d+)?)%/g)) {
    const [said] = printedOf(match[1])
    if (!said || isSameFigure(shown, said)) continue
    const message = `文字里的预算执行率是 ${said.value.toFixed()}%，表中是 ${roundTo(shown.value, 2).toFixed()}%。请核对后统一。`
    return [{ where: { field }, message }]
  }
  return []
}

const ASKED =
  /申请(?:财政|专项|项目|福彩公益|预算)*(?:资金|金|经费)(?:共计?|总额)?(?:为|是|:)?(\d{1,12}(?:,\d{3})*(?:\.\d{1,6})?)(亿元|万元|元)/g

/** 共申请预算资金90万元 against the table's amounts; several mentions may be parts of one of them. */
function moneyInText({ table, funds }: Study, field: string, text: string): Conflict[] {
  const budgets = budgetsOf(funds)
  const cells = funds.flatMap(({ initial, adjusted, executed }) => [initial, adjusted, executed])
  const known = [...budgets, ...cells.flatMap((each) => (each.is === 'amount' ? [each.yuan] : []))]
  const said = [...text.matchAll(ASKED)].flatMap(([words, figure, unit]) => {
    const amount = readAmount(`${figure}${unit}`, table.amountUnit)
    return amount.is === 'amount' ? [{ words, ...amount }] : []
  })
  const isKnown = (yuan: Decimal, { perUnit, decimals }: { perUnit: number; decimals: number }) =>
    known.some((each) => roundTo(each.div(perUnit), decimals).times(perUnit).eq(yuan))
  const wrong = said.find((each) => !isKnown(each.yuan, each))
  const [budget] = budgets
  if (!wrong || !budget || isKnown(Decimal.sum(0, ...said.map(({ yuan }) => yuan)), wrong)) return []
  const message = `文字里说“${shorten(wrong.words, 30)}”，表中资金总额是 ${budget.div(10_000).toFixed()} 万元，两处金额不同。请核对后统一。`
  return [{ where: { field }, message }]
}

const PARTS = /(?<![\d.])(\d{1,12}(?:\.\d{1,6})?)(万元|亿元|元)[^\d。;]{0,4}其中:?([^。)]{0,200})/g

/** 完成89.97万元。其中:30万元…;30万元…;29.99万元…: a list that is more than its whole, or just off it. */
function partsInText(field: string, text: string): Conflict[] {
  for (const match of text.replace(/。(?=其中)/g, ',').matchAll(PARTS)) {
    const list = (match[3] ?? '').split(/其中|[一二三四五六七八九十]、/)[0] ?? ''
    const parts = [
      ...list.matchAll(new RegExp(`(?<![\\d.])(\\d{1,12}(?:\\.\\d{1,6})?)${match[2]}`, 'g')),
    ].map((part) => new Decimal(part[1] ?? 0))
    const [whole] = printedOf(match[1])
    if (!whole || parts.length < 2) continue
    const sum = Decimal.sum(...parts)
    const isNear = sum.minus(whole.value).abs().lt(whole.value.times(NEAR))
    if (roundTo(sum, whole.decimals).eq(whole.value) || !(sum.gt(whole.value) || isNear)) continue
    const message = `文字里说共 ${whole.value.toFixed()}${match[2]}，所列各项合计却是 ${sum.toFixed()}${match[2]}。请核对总数和各项。`
    return [{ where: { field }, message }]
  }
  return []
}

/** So close to the whole that the list was meant to be complete. */
const NEAR = 0.01

function printedOf(text: string | undefined): Printed[] {
  const printed = readPoints(text ?? null)
  return printed ? [printed] : []
}

/** One may be the other with fewer digits. */
function isSameFigure(one: Printed, other: Printed): boolean {
  const decimals = Math.min(one.decimals, other.decimals)
  return roundTo(one.value, decimals).eq(roundTo(other.value, decimals))
}
