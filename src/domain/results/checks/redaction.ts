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

/** A text that is about to be published, and where a person finds it. */
export type PublicText = {
  readonly text: string
  /** What the text is called: “公开内容摘要”. */
  readonly label: string
  readonly where: FindingPlace
  /** It comes from another record, so that it can be covered but not changed here. */
  readonly isFixed?: boolean
}

/** How a place that was found is dealt with, as the form has it. */
export type HandledPlace = {
  readonly text?: string | null
  readonly handling?: 'mask' | 'falseAlarm' | null
  readonly claim?: string | null
  readonly reason?: string | null
}

/** Who has to have said something about a false alarm by now. */
export type AlarmStage = 'claimed' | 'agreed'

/**
 * RES-160: every place that looks like a person's number, name or address or like a secret, with its characters.
 * A false alarm is passed by the drafter's words before it is checked, and by the second person's reason after.
 */
export function checkRedaction(
  texts: readonly PublicText[],
  handled: readonly HandledPlace[],
  knowledge: ScanKnowledge,
  stage: AlarmStage,
): Finding[] {
  const passed = new Set(handled.filter((row) => isPassed(row, stage)).map(({ text }) => plain(text)))
  return texts.flatMap((text) =>
    scanText(text.text, knowledge)
      .filter((place) => !passed.has(plain(place.text)))
      .map((place) => found(RES_160, sayWhere(text, place, stage), placeOf(text, place))),
  )
}

function isPassed({ handling, claim, reason }: HandledPlace, stage: AlarmStage): boolean {
  return handling === 'falseAlarm' && isWritten(stage === 'claimed' ? claim : reason)
}

function placeOf({ where }: PublicText, { from, to }: Concealed): FindingPlace {
  return { ...where, span: { from, to } }
}

function sayWhere({ label, isFixed }: PublicText, place: Concealed, stage: AlarmStage): string {
  const at = `${label}第${place.from + 1}至${place.to}字“${halfHidden(place.text)}”`
  const what = `${at}像是${CONCEALED_KINDS[place.kind]}，不得公开。`
  if (stage === 'agreed')
    return `${what}确属误报的，请登记并由第二人核定、写明理由；否则遮盖、不公开或退回修改。`
  const cure = isFixed === true ? '请登记遮盖或不公开' : '请修改'
  return `${what}${cure}；属于误报的，登记说明，由第二人核定。`
}

/** Messages are kept in the audit trail: they show where, not what. */
function halfHidden(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')]
  const shown = characters.length <= 4 ? 1 : 2
  return `${characters.slice(0, shown).join('')}${'*'.repeat(Math.min(6, characters.length - shown))}`
}

function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/\s/g, '')
}

/** What stands for covered characters. */
export const MASK = '×××'

/** The text with every place covered that the form says is to be. */
export function maskText(text: string, handled: readonly HandledPlace[]): string {
  return handled
    .filter(({ handling, text: wanted }) => handling === 'mask' && isWritten(wanted))
    .reduce((covered, { text: wanted }) => covered.replaceAll(wanted ?? '', MASK), text)
}
