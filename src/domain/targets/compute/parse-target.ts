import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { assumeDirection, type IndicatorWords, isCost } from './indicator-direction.ts'
import { normaliseTargetText } from './normalise-text.ts'
import { parseTargetDate } from './parse-date.ts'
import { signInName, takeSign, type TargetOperator } from './target-sign.ts'

export const TGT_002: RuleHeader = {
  id: 'TGT-002',
  name: '指标值文本识别',
  stage: 'targets',
  kind: 'compute',
  source: cite('cz-2015-88', '附件'),
}

export type ParsedTarget =
  | {
      readonly kind: 'quant'
      readonly operator: TargetOperator
      /** Decimal string; the lower end of a range. */
      readonly value: string
      readonly upper?: string
      readonly unit: string
      /** No sign was printed: ≥, or ≤ for costs; the person is asked. */
      readonly isOperatorAssumed: boolean
      /** Where the sign was printed; `none` when it was assumed. */
      readonly signIn: 'cell' | 'name' | 'none'
      readonly notes: readonly string[]
    }
  | { readonly kind: 'date'; readonly date: string; readonly notes: readonly string[] }
  | { readonly kind: 'yesno'; readonly isYes: boolean; readonly notes: readonly string[] }
  | { readonly kind: 'text'; readonly text: string; readonly notes: readonly string[] }
  | { readonly kind: 'none'; readonly notes: readonly string[] }

export type TargetContext = IndicatorWords & {
  /** Budget year, for dates without one. */
  readonly year?: number
}

/** A value is short; whatever is longer is a story. */
const LONGEST = 500
const BLANK = /^([-—–/\\*·…。.]*|无|暂无|同上)$/
const NUMBER = /\d+(?:\.\d+)?/g
const UNIT = /^(?:[%‰\u4e00-\u9fffA-Za-z²³/·.*℃()]{0,10}|\/10万人?)$/
const SENTENCE = /完成|考核|及时|结束|征收|到位|发放|按|落实|提高|提升|改善|达标|第/
/** Words before a figure that change nothing in it. */
const LEAD =
  /^(?:各[\u4e00-\u9fff]{1,4})?均|^(?:已?完成率?|共计?|累计|总计|合计|实际(?:完成)?|现有|达)(?=[≥≤=<>]?-?\d)/
/** Words after a full rate that change nothing in it: 100%完成. */
const TRAIL = /(?<=\d%)(?:完成|到位|达标|覆盖|发放|落实)$/

/**
 * TGT-002: reads a target as people print it. `≥95%`, `≤12个月`, `300户`, `2023年12月底前` and the
 * quirks of real forms. What cannot be read stays text; nothing is ever turned into 0.
 */
export function parseTargetText(printed: string, context: TargetContext = {}): ParsedTarget {
  if (printed.length > LONGEST) return { kind: 'text', text: printed.trim(), notes: [] }
  const text = normaliseTargetText(printed)
  if (BLANK.test(text)) return { kind: 'none', notes: [] }
  if (text === '是' || text === '否') return { kind: 'yesno', isYes: text === '是', notes: [] }
  const asText = (...notes: string[]): ParsedTarget => ({ kind: 'text', text: printed.trim(), notes })
  if (isDateLike(text)) {
    const parsed = parseTargetDate(text, context.year)
    if (/%/.test(text)) return asText('同时写了日期和比例，请拆成两个指标')
    if (parsed) return { kind: 'date', ...parsed }
    return asText('看起来是日期但读不出哪一天，请填写完成日期')
  }
  if (lacksWholePart(text)) return asText('数字的整数部分缺失，请对照原表补全')
  const numbers = text.match(NUMBER) ?? []
  if (numbers.length === 0) return asText(...withoutNumber(text))
  const plain = areApart(printed) ? undefined : text.replace(LEAD, '').replace(TRAIL, '')
  return (
    (plain === undefined ? undefined : parseNumber(plain, context)) ??
    asText(numbers.length > 1 ? '含有多个数字，请拆成多个指标' : '文字中的数字不能直接作为指标值，请核对')
  )
}

/** `.32` and `,5`: something stood before the point. */
export function lacksWholePart(text: string): boolean {
  return /(^|[≥≤=<>%(\u4e00-\u9fff])\.\d/.test(text) || /^[≥≤=<>]?,\d/.test(text)
}

/** Two figures with a space between are two figures, unless the space separates thousands. */
function areApart(printed: string): boolean {
  return /\d\s+\d/.test(printed.trim()) && !/^\D*\d{1,3}(\s\d{3})+(?!\d)/.test(printed)
}

function isDateLike(text: string): boolean {
  if (/个月/.test(text) && !/\d{4}年/.test(text)) return false
  return /\d月|年底|年末|\d{4}年|(?<!\d)(19|20)\d{2}([./-])\d{1,2}\2\d{1,2}(?!\d)/.test(text)
}

function withoutNumber(text: string): string[] {
  if (/^[≥≤=<>]*[%‰]?$/.test(text)) return ['只有符号没有数值，请补填']
  return /^[≥≤=<>]?(公里|平方米|米|亩|万亩|个|户|人|人次|元|万元|%)$/.test(text)
    ? ['只有单位没有数值，请补填']
    : []
}

function parseNumber(text: string, context: TargetContext): ParsedTarget | undefined {
  const { operator: printedSign, rest } = takeSign(text)
  const range = readRange(text, rest, printedSign)
  if (range) return range
  const single = /^(每[\u4e00-\u9fff]{1,2})?(-?\d+(?:\.\d+)?)(.*)$/.exec(rest)
  if (!single) return undefined
  const [, per = '', value = '', tail = ''] = single
  if (!UNIT.test(tail) || SENTENCE.test(tail)) return undefined
  const inName = signInName(context.name)
  const unit = wholeUnit(tail, inName.unit)
  const operator = printedSign ?? inName.operator ?? assumeDirection(context, unit).operator
  return {
    kind: 'quant',
    operator,
    value,
    unit: per === '' ? unit : unit === '' ? per : `${unit}/${per.slice(1)}`,
    isOperatorAssumed: printedSign === undefined && inName.operator === undefined,
    signIn: printedSign !== undefined ? 'cell' : inName.operator !== undefined ? 'name' : 'none',
    notes: doubts({ operator, isPrinted: printedSign !== undefined, value, unit }, context),
  }
}

/** `18—54周岁`, `80%-90%`, and the same with two signs: `≥80%且≤90%`. */
function readRange(
  text: string,
  rest: string,
  printedSign: TargetOperator | undefined,
): ParsedTarget | undefined {
  const range = printedSign
    ? /^≥(\d+(?:\.\d+)?)([^\d≤]*?)[,，、且]?≤(\d+(?:\.\d+)?)(.*)$/.exec(text)
    : /^(\d+(?:\.\d+)?)([^\d]*?)[-—–~至](\d+(?:\.\d+)?)(.*)$/.exec(rest)
  if (!range) return undefined
  const [, value = '', , upper = '', unit = ''] = range
  if (!UNIT.test(unit) || SENTENCE.test(unit)) return undefined
  return {
    kind: 'quant',
    operator: 'range',
    value,
    upper,
    unit,
    isOperatorAssumed: false,
    signIn: 'cell',
    notes: [],
  }
}

/** The name completes what the cell left out: `28.40/株` under (≤**元/株) is 元/株. */
function wholeUnit(tail: string, inName: string): string {
  if (tail === '') return inName
  return tail.startsWith('/') && inName.endsWith(tail) ? inName : tail
}

type Reading = {
  readonly operator: TargetOperator
  readonly isPrinted: boolean
  readonly value: string
  readonly unit: string
}

/** Readable but doubtful; shown beside the value, never corrected in silence. */
function doubts({ operator, isPrinted, value, unit }: Reading, context: TargetContext): string[] {
  const isUpward = operator === 'ge' || operator === 'gt'
  const isRate = /满意|率/.test(context.name ?? '')
  const number = Number(value)
  return [
    ...(unit === '%' && number > 100 && isRate
      ? [`${value}%超过100%，可能是“≥”被识别成数字，请对照原表`]
      : []),
    ...(isUpward && isCost(context) ? ['成本类指标一般用“≤”，请核对方向'] : []),
    ...(isPrinted && operator === 'ge' && unit === '%' && number === 100
      ? ['比率最高100%，“≥100%”即“=100%”']
      : []),
  ]
}
