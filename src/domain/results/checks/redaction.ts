import { spansOf } from '../../disclosure/cover-words.ts'
import {
  CONCEALED_KINDS,
  type Concealed,
  type ScanKnowledge,
  scanText,
} from '../../disclosure/redaction/index.ts'
import { found, isWritten } from '../../shared/check.ts'
import type { Finding, FindingPlace } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** RES-160 公开前检查: nothing personal and nothing secret leaves the house unless two people say it is neither. */
export const RES_160: RuleHeader = {
  id: 'RES-160',
  name: '公开前检查个人信息和涉密内容',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('law-information-disclosure', '第十四条、第十五条、第十七条'),
  parameters: ['results.secret_words'],
}

/** A text that is about to be published, as it stands before anything is covered, and where a person finds it. */
export type PublicText = {
  readonly text: string
  /** What the text is called: “公开内容摘要”. */
  readonly label: string
  readonly where: FindingPlace
  /** It comes from another record, so that it cannot be changed here. */
  readonly isFixed?: boolean
  /** Words in it may be covered. */
  readonly isFree?: boolean
}

/** How a place that was found is dealt with, as the form has it. */
export type HandledPlace = {
  readonly text?: string | null
  readonly handling?: 'mask' | 'falseAlarm' | null
  readonly claim?: string | null
}

/** What the second person says of a place that the drafter vouched for. */
export type AgreedPlace = { readonly text?: string | null; readonly reason?: string | null }

/** Both lists of the form. */
export type Handling = {
  readonly handled: readonly HandledPlace[]
  readonly agreed: readonly AgreedPlace[]
}

/** Who has to have said something about a false alarm by now. */
export type AlarmStage = 'claimed' | 'agreed'

/** What lets a place that was found pass: agreed to be a false alarm, or covered as a whole. */
export type Clearance = { readonly alarms: readonly string[]; readonly covers: readonly string[] }

/**
 * What the form says: a false alarm is passed by the drafter's words before it is checked, and after by those and
 * the second person's own reason together. Whoever only repeats the other's words has given none.
 */
export function clearanceOf(handling: Handling, stage: AlarmStage): Clearance {
  const textsOf = (rows: readonly HandledPlace[]) =>
    rows.flatMap(({ text }) => (isWritten(text) ? [text ?? ''] : []))
  const { handled } = handling
  return {
    alarms: textsOf(
      handled.filter((row) => row.handling === 'falseAlarm' && isVouched(row, handling, stage)),
    ),
    covers: textsOf(handled.filter((row) => row.handling === 'mask')),
  }
}

function isVouched({ text, claim }: HandledPlace, { agreed }: Handling, stage: AlarmStage): boolean {
  if (!isWritten(claim)) return false
  if (stage === 'claimed') return true
  return agreed.some(
    (row) =>
      plain(row.text ?? '') === plain(text ?? '') &&
      isWritten(row.reason) &&
      plain(row.reason ?? '') !== plain(claim ?? ''),
  )
}

/**
 * RES-160: every place that looks like a person's number, name or address or like a secret, with its characters.
 * The texts are scanned as they are: words that cover only a part of a place would leave the rest to be read.
 */
export function checkRedaction(
  texts: readonly PublicText[],
  { alarms, covers }: Clearance,
  knowledge: ScanKnowledge,
  stage: AlarmStage,
): Finding[] {
  const passed = new Set(alarms.map(plain))
  return texts.flatMap((text) => {
    const spans = text.isFree === true ? covers.flatMap((words) => spansOf(text.text, words)) : []
    return scanText(text.text, knowledge)
      .filter((place) => !passed.has(plain(place.text)))
      .filter(({ from, to }) => !spans.some((span) => span.from <= from && span.to >= to))
      .map((place) => {
        const isPart = spans.some(({ from, to }) => from < place.to && to > place.from)
        return found(RES_160, sayWhere(text, place, stage, isPart), placeOf(text, place))
      })
  })
}

/**
 * RES-160: what is covered is a place that was found, as a whole. Other words are covered only where the form says
 * why: covering is no way to take words out of a result.
 */
export function checkCovers(
  texts: readonly PublicText[],
  handling: Handling,
  knowledge: ScanKnowledge,
  stage: AlarmStage,
): Finding[] {
  const free = texts.filter(({ isFree }) => isFree === true)
  return handling.handled.flatMap((row, index) => {
    if (row.handling !== 'mask' || isVouched(row, handling, stage)) return []
    const isPlace = free.some(({ text }) => {
      const places = scanText(text, knowledge)
      return spansOf(text, row.text ?? '').some((span) =>
        places.some(({ from, to }) => span.from <= from && span.to >= to),
      )
    })
    const message = `登记遮盖的“${halfHidden(row.text ?? '')}”不是检查提示的整处文字。请照提示处的全部文字登记；数字、代码不能遮盖；没有提示而确需遮盖的，写明说明，由第二人核定、写明理由。`
    return isPlace ? [] : [found(RES_160, message, { section: 'redaction', field: 'handled', row: index })]
  })
}

/** RES-160: what the target withholds does not come out by way of a text that is typed for the result. */
export function checkWithheldWords(texts: readonly PublicText[], words: readonly string[]): Finding[] {
  return texts.flatMap(({ text, label, where }) =>
    words.flatMap((held) =>
      spansOf(text, held).map((span) => {
        const at = `${label}第${span.from + 1}至${span.to}字`
        return found(RES_160, `${at}是绩效目标公开时登记为不公开的内容，请修改。`, { ...where, span })
      }),
    ),
  )
}

function placeOf({ where }: PublicText, { from, to }: Concealed): FindingPlace {
  return { ...where, span: { from, to } }
}

function sayWhere(text: PublicText, place: Concealed, stage: AlarmStage, isPart: boolean): string {
  const at = `${text.label}第${place.from + 1}至${place.to}字“${halfHidden(place.text)}”`
  const what = `${at}像是${CONCEALED_KINDS[place.kind]}，不得公开。`
  if (isPart) return `${what}登记的遮盖只盖住一部分，请照提示处的全部文字登记。`
  if (stage === 'agreed')
    return `${what}确属误报的，须由起草人登记说明、第二人写明自己的核定理由；否则遮盖、不公开或退回修改。`
  return `${what}${cureOf(text)}；属于误报的，登记说明，由第二人核定。`
}

function cureOf({ isFixed, isFree }: PublicText): string {
  if (isFixed !== true) return '请修改'
  return isFree === true ? '请登记遮盖或不公开' : '这一处不能遮盖，请在原表更正或登记不公开'
}

/** Messages are kept in the audit trail: they show where, not what. */
function halfHidden(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')]
  const shown = characters.length <= 4 ? 1 : 2
  return `${characters.slice(0, shown).join('')}${'*'.repeat(Math.max(0, Math.min(6, characters.length - shown)))}`
}

function plain(text: string): string {
  return text.replace(/\s/g, '')
}
