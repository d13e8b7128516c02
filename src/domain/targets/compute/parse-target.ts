import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { normaliseTargetText } from './normalise-text.ts'
import { parseTargetDate } from './parse-date.ts'

export const TGT_002: RuleHeader = {
  id: 'TGT-002',
  name: '指标值文本识别',
  stage: 'targets',
  kind: 'compute',
  source: cite('cz-2015-88', '附件'),
}

export type TargetOperator = 'ge' | 'le' | 'eq' | 'gt' | 'lt' | 'range'

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
      readonly notes: readonly string[]
    }
  | { readonly kind: 'date'; readonly date: string; readonly notes: readonly string[] }
  | { readonly kind: 'text'; readonly text: string; readonly notes: readonly string[] }
  | { readonly kind: 'none'; readonly notes: readonly string[] }

export type TargetContext = {
  /** The indicator's name; sign and unit may stand there: 满意度(≥**%). */
  readonly name?: string
  readonly level2?: string
  /** Budget year, for dates without one. */
  readonly year?: number
}

const SIGNS: readonly (readonly [RegExp, TargetOperator])[] = [
  [/^(≥|不低于|不少于|不小于|至少|达到)/, 'ge'],
  [/^(≤|不高于|不超过|不大于|不多于|控制在|至多)/, 'le'],
  [/^(>|大于|超过|高于|多于)/, 'gt'],
  [/^(<|小于|低于|少于)/, 'lt'],
  [/^(=|等于)/, 'eq'],
]
const TAILS: readonly (readonly [RegExp, TargetOperator])[] = [
  [/(及|或|\(含\))?以上$/, 'ge'],
  [/(及以下|或以下|以下|以内|之内)$/, 'le'],
]
const BLANK = /^([-—–/\\*·…。.]*|无|暂无|同上)$/
const NUMBER = /\d+(?:\.\d+)?/g
const UNIT = /^[%‰\u4e00-\u9fffA-Za-z²³/·*℃()]{0,10}$/
const SENTENCE = /完成|考核|及时|结束|征收|到位|发放|按|落实|提高|提升|改善|达标|第/
const LOWER_IS_BETTER = /成本|受害率|成灾率|死亡率|变动率|时限|工期|结转|结余率|控制率|经费控制|补助标准/

/**
 * TGT-002: reads a target as people print it. `≥95%`, `≤12个月`, `300户`, `2023年12月底前` and the
 * quirks of real forms. What cannot be read stays text; nothing is ever turned into 0.
 */
export function parseTargetText(printed: string, context: TargetContext = {}): ParsedTarget {
  const text = normaliseTargetText(printed)
  if (BLANK.test(text)) return { kind: 'none', notes: [] }
  const asText = (...notes: string[]): ParsedTarget => ({ kind: 'text', text: printed.trim(), notes })
  if (isDateLike(text)) {
    const parsed = parseTargetDate(text, context.year)
    if (/%/.test(text)) return asText('同时写了日期和比例，请拆成两个指标')
    if (parsed) return { kind: 'date', ...parsed }
    return asText('看起来是日期但读不出哪一天，请填写完成日期')
  }
  if (/(^|[^\d])\.\d/.test(text)) return asText('数字的整数部分缺失，请对照原表补全')
  const numbers = text.match(NUMBER) ?? []
  if (numbers.length === 0) return asText(...withoutNumber(text))
  return (
    parseNumber(text, context) ??
    asText(numbers.length > 1 ? '含有多个数字，请拆成多个指标' : '文字中的数字不能直接作为指标值，请核对')
  )
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
  const range = /^(\d+(?:\.\d+)?)([^\d]*?)[-—–~至](\d+(?:\.\d+)?)(.*)$/.exec(rest)
  if (range && !printedSign) {
    const [, value = '', , upper = '', unit = ''] = range
    if (!UNIT.test(unit) || SENTENCE.test(unit)) return undefined
    return { kind: 'quant', operator: 'range', value, upper, unit, isOperatorAssumed: false, notes: [] }
  }
  const single = /^(每[\u4e00-\u9fff]{1,2})?(\d+(?:\.\d+)?)(.*)$/.exec(rest)
  if (!single) return undefined
  const [, per = '', value = '', tail = ''] = single
  if (!UNIT.test(tail) || SENTENCE.test(tail)) return undefined
  const inName = signInName(context.name)
  const assumed = isCost(context) ? 'le' : 'ge'
  const operator = printedSign ?? inName.operator ?? assumed
  const unit = tail === '' ? inName.unit : tail
  return {
    kind: 'quant',
    operator,
    value,
    unit: per === '' ? unit : unit === '' ? per : `${unit}/${per.slice(1)}`,
    isOperatorAssumed: printedSign === undefined && inName.operator === undefined,
    notes: doubts({ operator, isPrinted: printedSign !== undefined, value, unit }, context),
  }
}

function takeSign(text: string): { operator: TargetOperator | undefined; rest: string } {
  for (const [pattern, operator] of SIGNS) {
    if (pattern.test(text))
      return { operator, rest: text.replace(pattern, '').replace(TAILS[1]?.[0] ?? '', '') }
  }
  for (const [pattern, operator] of TAILS) {
    if (pattern.test(text)) return { operator, rest: text.replace(pattern, '') }
  }
  return { operator: undefined, rest: text }
}

/** 满意度(≥**%) → ≥ and %; the value cell then holds only 85. */
function signInName(name: string | undefined): { operator: TargetOperator | undefined; unit: string } {
  const match = /([≥≤<>=])\*+([^()]*)/.exec(normaliseTargetText(name ?? ''))
  const operator = match && SIGNS.find(([pattern]) => pattern.test(match[1] ?? ''))?.[1]
  return { operator: operator ?? undefined, unit: match?.[2] ?? '' }
}

function isCost({ name = '', level2 = '' }: TargetContext): boolean {
  return /[Cc]ost|成本/.test(level2) || LOWER_IS_BETTER.test(name)
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
