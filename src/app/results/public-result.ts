import type { PublishedProject, WithheldPart } from '../../domain/disclosure/published-project.ts'
import { MASK } from '../../domain/disclosure/cover-words.ts'
import { toHex, toUtf8 } from '../../domain/ledger/bytes.ts'
import { partsOf } from '../../domain/disclosure/package-parts.ts'
import { packageTexts } from '../../domain/disclosure/public-texts.ts'
import type { ResultsDisclosureContent } from '../../domain/forms/contents.ts'
import { optionLabel } from '../../domain/forms/form-index.ts'
import type { Content } from '../../domain/forms/form.ts'
import {
  type AlarmStage,
  checkCorrection,
  checkCovers,
  checkRedaction,
  checkUnchanged,
  checkWithheldWords,
  type Clearance,
  clearanceOf,
  type PublicText,
} from '../../domain/results/checks/index.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { findAttachment } from '../../storage/attachment-repository.ts'
import { buildPackage, type Package, projectSubject } from '../disclosure/build-package.ts'
import { gatherResult, type GatheredResult } from '../disclosure/gather-result.ts'
import { knownNames } from '../disclosure/known-names.ts'
import { publishPackage } from '../disclosure/publish-package.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'

/** 内部通报 stays inside: it is on record and not on the public site. */
const INSIDE = 'circular'

/** Fields of the form that are printed and published as they are typed. */
const OPEN_FIELDS = ['disclosureTitle', 'summary', 'url', 'correctionReason'] as const

/** What the act would make public now; nothing for a circular and for what belongs to no project. */
export async function packageOf(
  context: Context,
  data: RecordData,
): Promise<{ readonly made: Package; readonly gathered: GatheredResult } | undefined> {
  const content = data.content as ResultsDisclosureContent
  if (!data.project || data.project.isClassified || content.carrier === INSIDE) return undefined
  const gathered = await gatherResult(context, data.project)
  const rows = content.withheld ?? []
  const isHeld = (part: string) => rows.some((row) => row.part === part)
  const file = content.disclosedFile?.[0]
  const attachment = file ? await findAttachment(context.db, file) : undefined
  const { evaluation } = gathered
  const made = await buildPackage(context, {
    subject: await projectSubject(context, data.project, 'result'),
    occasion: 'result',
    correction: content.correctionReason?.trim() || null,
    elsewhere: {
      carrier: optionLabel(data.form, 'carrier', content.carrier),
      url: content.url ?? '',
      on: content.disclosedOn ?? '',
      fileSha256: attachment?.sha256 ?? '',
    },
    parts: {
      summary: { title: content.disclosureTitle ?? '', text: content.summary ?? '' },
      selfEvaluation: isHeld('selfEvaluation') ? null : gathered.selfEvaluation,
      evaluation: evaluation && isHeld('items') ? { ...evaluation, items: [] } : evaluation,
      problems: isHeld('problems') ? null : gathered.problems,
      rectification: isHeld('rectification') ? null : tasksOf(gathered.rectification, isHeld('problems')),
      decision: isHeld('decision') ? null : gathered.decision,
    },
    withheld: withheldOf(data),
    covers: (content.handled ?? []).flatMap(({ handling, text }) =>
      handling === 'mask' && text ? [{ text, note: MASK }] : [],
    ),
  })
  return { made, gathered }
}

/** A task names its problem, unless problems stay inside. */
function tasksOf(tasks: GatheredResult['rectification'], isHeld: boolean): GatheredResult['rectification'] {
  return isHeld && tasks ? tasks.map((task) => ({ ...task, problem: '' })) : tasks
}

function withheldOf({ content, form }: RecordData): WithheldPart[] {
  const rows = (content as ResultsDisclosureContent).withheld ?? []
  return rows.map(({ part, basis, reason }) => ({
    what: optionLabel(form, 'withheld', part, 'part'),
    basis: optionLabel(form, 'withheld', basis, 'basis'),
    reason: reason ?? '',
  }))
}

/** Whether anything that is about to be published is personal or secret, and whether a correction says why. */
export async function publicFindings(
  context: Context,
  data: RecordData,
  stage: AlarmStage,
): Promise<Finding[]> {
  const content = data.content as ResultsDisclosureContent
  const found = await packageOf(context, data)
  const names = await knownNames(context, [data, ...(found?.gathered.behind ?? [])])
  const secretWords = rulesOf(context, data).value('results.secret_words').value.words
  const texts = [...formTexts(data), ...(found ? fixedTexts(found.made.uncovered) : [])]
  const handling = { handled: content.handled ?? [], agreed: content.agreed ?? [] }
  const words = found?.made.withheldWords ?? []
  const knowledge = { names, secretWords }
  return [
    ...checkRedaction(texts, withWords(clearanceOf(handling, stage), words), knowledge, stage),
    ...checkWithheldWords(formTexts(data), words),
    ...(found ? checkCovers(texts, handling, knowledge, stage) : []),
    ...(found && data.record.state === 'checked'
      ? checkUnchanged(content.checked ?? [], digestsOf(context, found.made.published))
      : []),
    ...(found ? checkCorrection(found.made.published, { hasResult: found.made.hasEarlierResult }) : []),
  ]
}

/** What the target withholds is covered in the result too. */
function withWords({ alarms, covers }: Clearance, words: readonly string[]): Clearance {
  return { alarms, covers: [...covers, ...words] }
}

function formTexts({ form, content }: RecordData): PublicText[] {
  return OPEN_FIELDS.flatMap((id) => {
    const section = form.sections.find(({ fields }) => fields.some((field) => field.id === id))
    const label = section?.fields.find((field) => field.id === id)?.label ?? id
    const text = content[id]
    if (typeof text !== 'string' || !section) return []
    return [{ text, label: `“${label}”`, where: { section: section.id, field: id } }]
  })
}

/** What was typed here is found in the form already. */
function fixedTexts(published: PublishedProject): PublicText[] {
  const { elsewhere } = published.published
  const typed = new Set([
    published.summary?.title,
    published.summary?.text,
    published.published.correction,
    elsewhere?.url,
  ])
  return packageTexts(published)
    .filter(({ text }) => !typed.has(text))
    .map((text) => ({
      ...text,
      isFixed: true,
      where: { section: 'redaction', field: 'handled' },
    }))
}

/** 核查通过: what was checked is kept by its digests, part by part. */
export async function completeCheck(context: Context, data: RecordData): Promise<Content> {
  const found = await packageOf(context, data)
  return { ...data.content, checked: found ? digestsOf(context, found.made.published) : [] }
}

/** A digest for every part of a publication. */
export function digestsOf({ ledger }: Context, published: PublishedProject) {
  return partsOf(published).map(({ part, text }) => ({
    part,
    sha256: toHex(ledger.hashes.sha256(toUtf8(text))),
  }))
}

/** 批准公开: number, version and digests stand in the record before it is frozen and sealed. */
export async function completePublication(context: Context, data: RecordData): Promise<Content> {
  const found = await packageOf(context, data)
  if (!found) return data.content
  const { published, digest } = found.made
  return {
    ...data.content,
    publicId: published.id,
    publicVersion: published.version,
    packageSha256: digest.sha256,
    packageSm3: digest.sm3,
  }
}

/** Copies into the public room exactly what the record names by its digest. */
export async function copyPublication(context: Context, data: RecordData): Promise<void> {
  const found = await packageOf(context, data)
  if (!found) return
  if (found.made.digest.sha256 !== (data.content as ResultsDisclosureContent).packageSha256)
    throw new Error('what is published is not what the record was sealed with')
  await publishPackage(context, found.made)
}
