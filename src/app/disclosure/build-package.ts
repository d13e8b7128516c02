import {
  PUBLICATION_FORMAT,
  type PublishedPlace,
  type PublishedProject,
  type WithheldPart,
} from '../../domain/disclosure/published-project.ts'
import { type Cover, coverWords } from '../../domain/disclosure/cover-words.ts'
import { type Withholding, withhold } from '../../domain/disclosure/withholding.ts'
import { mapFreeTexts, mapTexts } from '../../domain/disclosure/public-texts.ts'
import type { ProjectEntryContent } from '../../domain/forms/contents.ts'
import { optionLabel } from '../../domain/forms/form-index.ts'
import { canonicalJson } from '../../domain/ledger/canonical-json.ts'
import { toHex, toUtf8 } from '../../domain/ledger/bytes.ts'
import { type Both, forBoth } from '../../domain/ledger/hash.ts'
import { toSealedText } from '../../domain/ledger/sealed-value.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import { findEarlierVersions, lockPublication } from '../../storage/disclosure-repository.ts'
import type { Context } from '../kernel/context.ts'
import { getForm } from '../records/record-data.ts'
import { findWithholding } from './find-withholding.ts'
import { stableId } from './stable-id.ts'

/** What a publication is about: a project, or the target an office set for itself. */
export type PublicSubject = {
  /** Of the project or of the record; the public number is made from it. */
  readonly id: string
  readonly place: PublishedProject['place']
  readonly year: number
  readonly head: PublishedProject['project']
  readonly withholding: Withholding
}

/** What one act of publishing adds to what is public already. */
export type Publishing = {
  readonly subject: PublicSubject
  readonly occasion: 'target' | 'result'
  readonly correction: string | null
  readonly elsewhere: PublishedPlace | null
  readonly parts: Partial<
    Pick<
      PublishedProject,
      | 'summary'
      | 'target'
      | 'office'
      | 'selfEvaluation'
      | 'evaluation'
      | 'problems'
      | 'rectification'
      | 'decision'
    >
  >
  /** What this act keeps back of the result; of the target the sheet says it. */
  readonly withheld: readonly WithheldPart[]
  /** Words to be covered wherever they stand in a sentence. */
  readonly covers: readonly Cover[]
}

export type Package = {
  /** Whether a result of the project was ever public. */
  readonly hasEarlierResult: boolean
  /** As it would be with nothing covered: what the scan before publication looks at. */
  readonly uncovered: PublishedProject
  /** Words of the target that are withheld and so are covered wherever they stand. */
  readonly withheldWords: readonly string[]
  readonly published: PublishedProject
  readonly text: string
  readonly digest: Both<string>
}

/**
 * The next version of a publication: what is public stays, this act's parts take their place in it. What was
 * withdrawn is not carried on.
 */
export async function buildPackage(context: Context, publishing: Publishing): Promise<Package> {
  const { subject, occasion, covers } = publishing
  const { withholding } = subject
  const id = stableId(subject.id)
  await lockPublication(context.db, id)
  const earlier = await findEarlierVersions(context.db, id)
  const before = earlier.package === null ? undefined : (JSON.parse(earlier.package) as PublishedProject)
  const made: PublishedProject = {
    format: PUBLICATION_FORMAT,
    id,
    version: earlier.last + 1,
    place: subject.place,
    year: subject.year,
    project: subject.head,
    published: {
      on: context.today,
      occasion,
      correction: publishing.correction,
      elsewhere: publishing.elsewhere,
    },
    summary: before?.summary ?? null,
    target: before?.target ?? null,
    selfEvaluation: before?.selfEvaluation ?? null,
    evaluation: before?.evaluation ?? null,
    problems: before?.problems ?? null,
    rectification: before?.rectification ?? null,
    decision: before?.decision ?? null,
    ...publishing.parts,
    withheld: [],
  }
  const withheld = listWithheld(made, withholding, publishing, before)
  const uncovered = mapTexts({ ...withhold(made, withholding), withheld }, toSealedText)
  const covered = [...withholding.words, ...covers]
  const published = mapFreeTexts(uncovered, (text) => toSealedText(coverWords(text, covered)))
  const text = canonicalJson(published)
  const { hashes } = context.ledger
  const digest = forBoth((name) => toHex(hashes[name](toUtf8(text))))
  const withheldWords = withholding.words.map(({ text: words }) => words)
  return { hasEarlierResult: earlier.hasResult, uncovered, withheldWords, published, text, digest }
}

/** Of the target as it is now, of the result as this act or an earlier one says: nothing falls out in silence. */
function listWithheld(
  made: PublishedProject,
  { parts, whole }: Withholding,
  { occasion, withheld }: Publishing,
  before: PublishedProject | undefined,
): WithheldPart[] {
  const earlier = (before?.withheld ?? []).filter(
    (part) => (part.occasion ?? before?.published.occasion) === 'result',
  )
  const own = occasion === 'result' ? withheld : earlier
  // The unit's own evaluation repeats the target row by row.
  const self = whole && made.selfEvaluation ? [{ ...whole, what: '单位自评' }] : []
  return [...parts, ...[...own, ...self].map((part) => ({ ...part, occasion: 'result' as const }))]
}

/** A project as what is published, with what of its target stays inside on this occasion. */
export async function projectSubject(
  context: Context,
  project: ProjectRow,
  occasion: Publishing['occasion'],
): Promise<PublicSubject> {
  return {
    id: project.id,
    place: { code: project.jurisdictionId, name: project.jurisdictionName },
    year: project.fiscalYear,
    head: headOf(context, project),
    withholding: await findWithholding(context, project, occasion),
  }
}

function headOf(context: Pick<Context, 'forms'>, project: ProjectRow): PublishedProject['project'] {
  const entry = project.content as ProjectEntryContent
  return {
    name: project.name,
    code: project.code,
    unit: project.unitName,
    department: project.departmentName,
    category: optionLabel(getForm(context, 'project/entry'), 'category', entry.category),
    budget_fen: project.budget_fen,
  }
}
