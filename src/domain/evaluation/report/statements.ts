import { roundTo } from '../../doctor/read/numbers.ts'
import { Decimal } from '../../shared/decimal.ts'
import type { Grade } from '../../shared/grade.ts'
import type { Score_x100 } from '../../shared/score.ts'
import type { Paragraph } from './report.ts'

export type Statement<T> = { readonly paragraph: Paragraph; readonly words: string; readonly value: T }

/** Clauses about the unit's own evaluation or about part of the points say nothing of the result. */
const NOT_THE_RESULT = /自评|决策|过程|产出|效益|分值|满分|满意度|上年|上一年|去年/
const TOTAL =
  /(?:综合|总|最终|评价|项目|绩效)[^，。；]{0,12}?(?:得分|评分|总分)(?:为|是|：|:|共计?)?\s*(\d{1,3}(?:\.\d{1,2})?)\s*分/
const GRADE =
  /(?:等级|级别|评级|评价结果|评定)[^，。；“”]{0,6}(?:为|是|：|:|属于|达到)?\s*[“"‘']?(优秀|优|良好|良|中等|中|较差|差)(?=[”"’'。，；、）)\s级等]|$)/
const WORDS: Readonly<Record<string, Grade>> = {
  优: 'excellent',
  良: 'good',
  中: 'fair',
  较: 'poor',
  差: 'poor',
}

export function clausesOf(text: string): string[] {
  return text.split(/[，。；;]/).filter((clause) => clause !== '')
}

/** What the text says the whole score is. */
export function totalsIn(paragraphs: readonly Paragraph[]): Statement<Score_x100>[] {
  return statements(paragraphs, (clause) => {
    const match = TOTAL.exec(clause)
    return match ? Math.round(Number(match[1]) * 100) : undefined
  })
}

export function gradesIn(paragraphs: readonly Paragraph[]): Statement<Grade>[] {
  return statements(paragraphs, (clause) => {
    const match = GRADE.exec(clause)
    return match ? WORDS[(match[1] ?? '').slice(0, 1)] : undefined
  })
}

function statements<T>(paragraphs: readonly Paragraph[], read: (clause: string) => T | undefined) {
  return paragraphs.flatMap((paragraph): Statement<T>[] => {
    let isOwn = true
    return clausesOf(paragraph.text).flatMap((clause) => {
      // 单位自评得分95分，等级为“优”: the second clause still speaks of the unit.
      if (/自评/.test(clause)) isOwn = false
      else if (/综合|评价组|总得分|最终/.test(clause)) isOwn = true
      const value = isOwn && !NOT_THE_RESULT.test(clause) ? read(clause) : undefined
      return value === undefined ? [] : [{ paragraph, words: clause.trim(), value }]
    })
  })
}

export type RateClaim = {
  readonly label: string
  readonly printed: string
  readonly computed: string
}

const AMOUNT = '([\\d,，]+(?:\\.\\d+)?)\\s*(万元|亿元|元)'
const BUDGET = new RegExp(
  `(?:预算(?:资金|数|安排|金额|总额)?|计划(?:投资|资金))[^\\d，。；率]{0,8}${AMOUNT}`,
  'g',
)
const RECEIVED = new RegExp(`到位(?:资金|金额)?[^\\d，。；率]{0,8}${AMOUNT}`, 'g')
const SPENT = new RegExp(`(?:支出|执行|支付)(?:资金|金额|数)?[^\\d，。；率]{0,8}${AMOUNT}`, 'g')
const RECEIVED_RATE = /到位率[^\d，。；]{0,8}(\d+(?:\.(\d+))?)\s*[%％]/g
const EXECUTION_RATE = /(?:执行率|支出率)[^\d，。；]{0,8}(\d+(?:\.(\d+))?)\s*[%％]/g
const DONE =
  /计划[^，。；\d]{0,14}([\d,]+(?:\.\d+)?)\s*([^\d，。；%％\s]{1,4})[，,、][^，。；\d]{0,14}完成[^，。；\d]{0,10}([\d,]+(?:\.\d+)?)\s*\2[，,、][^，。；\d]{0,12}率[^\d，。；]{0,6}(\d+(?:\.(\d+))?)\s*[%％]/g

/** Rates a paragraph states that its own amounts contradict; either denominator of the execution rate will do. */
export function wrongRates(text: string): RateClaim[] {
  const plain = text.replace(/(\d)[,，](?=\d{3})/g, '$1')
  const budget = only(plain, BUDGET)
  const received = only(plain, RECEIVED)
  const spent = only(plain, SPENT)
  return [
    ...claim('资金到位率', onlyRate(plain, RECEIVED_RATE), received, [budget]),
    ...claim('预算执行率', onlyRate(plain, EXECUTION_RATE), spent, [received, budget]),
    ...[...plain.matchAll(DONE)].flatMap(([, planned = '', , done = '', percent = '', decimals]) =>
      claim('完成率', { percent, decimals: decimals?.length ?? 0 }, new Decimal(done), [
        new Decimal(planned),
      ]),
    ),
  ]
}

function claim(
  label: string,
  rate: { readonly percent: string; readonly decimals: number } | undefined,
  top: Decimal | undefined,
  bottoms: readonly (Decimal | undefined)[],
): RateClaim[] {
  const known = bottoms.filter((bottom) => bottom?.gt(0)) as Decimal[]
  if (!rate || !top || known.length === 0) return []
  const computed = known.map((bottom) => roundTo(top.times(100).div(bottom), rate.decimals))
  if (computed.some((value) => value.eq(rate.percent))) return []
  return [{ label, printed: `${rate.percent}%`, computed: `${computed[0]?.toFixed(rate.decimals) ?? ''}%` }]
}

const UNITS: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 }

/** The one amount of its kind in yuan; with two nobody knows which the rate belongs to. */
function only(text: string, pattern: RegExp): Decimal | undefined {
  const found = [...text.matchAll(pattern)]
  const [match] = found
  if (found.length !== 1 || !match) return undefined
  return new Decimal((match[1] ?? '').replace(/[,，]/g, '')).times(UNITS[match[2] ?? ''] ?? 1)
}

function onlyRate(text: string, pattern: RegExp) {
  const found = [...text.matchAll(pattern)]
  const [match] = found
  return found.length === 1 && match
    ? { percent: match[1] ?? '', decimals: match[2]?.length ?? 0 }
    : undefined
}

const PARTS = new RegExp(`${AMOUNT}[，,（(]其中[：:]?([^。；）)]*)`, 'g')
const AMOUNTS = new RegExp(AMOUNT, 'g')
/** The tail then tells another story than what the sum is made of. */
const OTHER_STORY = /到位|支出|支付|已|完成|人均|每|率/

/** 总投资500万元，其中：… whose components do not add up to it. */
export function wrongSums(text: string): { readonly total: string; readonly parts: string }[] {
  const plain = text.replace(/(\d)[,，](?=\d{3})/g, '$1')
  return [...plain.matchAll(PARTS)].flatMap(([, total = '', unit = '', tail = '']) => {
    const parts = [...tail.matchAll(AMOUNTS)]
    if (parts.length < 2 || OTHER_STORY.test(tail) || parts.some((part) => part[2] !== unit)) return []
    const sum = Decimal.sum(...parts.map((part) => new Decimal(part[1] ?? '0')))
    return sum.eq(total) ? [] : [{ total: `${total}${unit}`, parts: `${sum.toFixed()}${unit}` }]
  })
}
