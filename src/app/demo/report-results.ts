import type { Content, ContentRow } from '../../domain/forms/form.ts'
import { rowsOf } from '../../domain/forms/form-index.ts'
import type { DateText } from '../../domain/shared/dates.ts'
import { confirmReceipt } from '../results/index.ts'
import type { Part } from './story.ts'
import type { Walk } from './walk.ts'

/** `demo/reports.yaml`: what people write beside the assembled text, and when each step is taken. */
export type DemoReports = {
  readonly fiscalYear: number
  readonly days: Readonly<Record<'write' | 'check' | 'sign' | 'send', DateText>>
  readonly special: Content
  readonly circular: Content
  readonly provincial: Content
  readonly checked: string
  readonly signed: string
}

type Hands = { readonly writes: Part; readonly checks: Part; readonly signs: Part }

const COUNTY: Hands = { writes: 'performance', checks: 'business', signs: 'leader' }
const REGION: Hands = { writes: 'province1', checks: 'province2', signs: 'province3' }

/**
 * The last thing that happens: 专报 and 通报 of the main place, and the region's own 专报 over all places, so it
 * waits until every place is done. Takes the walk of the complete project for its people.
 * @param setDay sets the walk's clock
 */
export async function reportResults(
  walk: Walk,
  reports: DemoReports,
  setDay: (day: DateText) => void,
): Promise<void> {
  const { days, fiscalYear, checked, signed } = reports
  const planned = [
    { kind: 'results.specialReport', hands: COUNTY, content: reports.special },
    { kind: 'results.circular', hands: COUNTY, content: reports.circular },
    { kind: 'results.specialReport', hands: REGION, content: reports.provincial },
  ]
  const drafts: { kind: string; hands: Hands; recordId: string }[] = []
  setDay(days.write)
  for (const { kind, hands, content } of planned) {
    const recordId = await walk.begin(hands.writes, kind, { fiscalYear })
    await walk.save(hands.writes, recordId, content)
    await walk.act(hands.writes, `${kind}.propose`, recordId)
    drafts.push({ kind, hands, recordId })
  }
  setDay(days.check)
  for (const { kind, hands, recordId } of drafts)
    await walk.act(hands.checks, `${kind}.check`, recordId, checked)
  setDay(days.sign)
  for (const { kind, hands, recordId } of drafts)
    await walk.act(hands.signs, `${kind}.sign`, recordId, signed)
  setDay(days.send)
  for (const { kind, hands, recordId } of drafts) await send(walk, kind, hands.writes, recordId, days.send)
}

/** Sent to everybody the signing named; of a 通报 the story's own department confirms receipt at once. */
async function send(walk: Walk, kind: string, by: Part, recordId: string, sentOn: DateText): Promise<void> {
  const dispatches = rowsOf(await walk.read(by, recordId), 'dispatches')
  const sent = dispatches.map((row): ContentRow => ({ ...row, sentOn }))
  await walk.save(by, recordId, { dispatches: sent })
  await walk.act(by, `${kind}.send`, recordId)
  if (kind === 'results.circular') await walk.run('department', confirmReceipt, { recordId })
}
