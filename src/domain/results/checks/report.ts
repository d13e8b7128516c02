import { traceNumerals } from '../../documents/trace-numerals.ts'
import { found, foundIf } from '../../shared/check.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** RES-150: what a report states is what the records say on the day it is handed on. */
export const RES_150: RuleHeader = {
  id: 'RES-150',
  name: '专报和通报的数字与记录一致',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三（五）接受监督'),
}

/** RES-151: a numeral in somebody's own paragraph has an origin too. */
export const RES_151: RuleHeader = {
  id: 'RES-151',
  name: '自写段落的数字有出处',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '数字出处'),
  standing: 'proposal',
}

/** RES-152: whom it went to, and that it arrived. */
export const RES_152: RuleHeader = {
  id: 'RES-152',
  name: '发送和签收登记',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '公文发送登记'),
  standing: 'proposal',
}

type Line = { readonly label?: string | null; readonly text?: string | null; readonly value?: string | null }

/**
 * Which figures, assembled again today, differ from those in the draft: the first few by name.
 * @param stored lines of the draft, @param current lines as the records give them now
 */
export function checkFiguresCurrent(stored: readonly Line[], current: readonly Line[]): Finding[] {
  const keyOf = ({ label, text, value }: Line) => [label, text, value].join('|')
  const known = new Set(stored.map(keyOf))
  const changed = current.filter((line) => !known.has(keyOf(line)))
  const gone = stored.length !== current.length
  const names = changed.slice(0, 3).map(({ label, text }) => `${label}现为${text}`)
  const message = `汇集之后记录有变化${names.length > 0 ? `：${names.join('；')}` : ''}。请退回起草环节重新汇集，再提交。`
  return foundIf(changed.length > 0 || gone, RES_150, message, { section: 'assembled', field: 'resultsText' })
}

/** 一个机制、一项制度: an article rather than a count. */
const ARTICLE = /^一(个|项|次|种|批|套|名|轮|类|条)$/

/** Every numeral of the paragraphs must be a line of 数字出处 or be given its origin by whoever wrote it. */
export function checkOwnNumerals(
  paragraphs: Readonly<Record<string, string | null | undefined>>,
  figures: readonly Line[],
  own: readonly Line[],
): Finding[] {
  const known = [...figures, ...own].map(({ text }) => ({ text: text ?? '' }))
  return Object.entries(paragraphs).flatMap(([field, text]) => {
    const missing = traceNumerals(text ?? '', known).filter(({ figure }) => figure === undefined)
    const words = [...new Set(missing.map(({ numeral }) => numeral.text))].filter(
      (word) => !ARTICLE.test(word),
    )
    const message = `段落中的“${words.join('”、“')}”没有出处，请在“自写段落的数字出处”中写明，或改成文字说明。`
    return foundIf(words.length > 0, RES_151, message, { section: 'own', field })
  })
}

export type Dispatch = {
  readonly recipient?: string | null
  readonly way?: string | null
  readonly sentOn?: string | null
  readonly receivedOn?: string | null
}

/** Each recipient has a day of sending that is neither before signing nor still to come. */
export function checkDispatches(
  dispatches: readonly Dispatch[],
  { signedOn, today }: { readonly signedOn: DateText; readonly today: DateText },
): Finding[] {
  return dispatches.flatMap(({ sentOn, receivedOn }, row) => {
    const at = (column: string) => ({ section: 'dispatch', field: 'dispatches', row, column })
    if (!sentOn) return [found(RES_152, '请填写发送日期。', at('sentOn'))]
    if (sentOn < signedOn || sentOn > today)
      return [found(RES_152, `发送日期应在签发日${signedOn}和今天之间，请核对。`, at('sentOn'))]
    const isEarly = receivedOn !== null && receivedOn !== undefined && receivedOn < sentOn
    return foundIf(isEarly, RES_152, '签收日期早于发送日期，请核对。', at('receivedOn'))
  })
}

/** Those that have not been received yet; within the system a receipt of the office counts. */
export function checkReceipts(dispatches: readonly Dispatch[], received: readonly string[]): Finding[] {
  return dispatches.flatMap(({ recipient, way, receivedOn }, row) => {
    const isReceived = Boolean(receivedOn) || (way === 'system' && received.includes(recipient ?? ''))
    const message = `${recipient ?? '收文单位'}还没有签收，请催收后再办结。`
    return foundIf(!isReceived, RES_152, message, {
      section: 'dispatch',
      field: 'dispatches',
      row,
      column: 'receivedOn',
    })
  })
}
