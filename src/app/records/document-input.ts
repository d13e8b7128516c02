import { type Labelled, labelContent } from '../../domain/documents/label-content.ts'
import type { ProjectEntryContent } from '../../domain/forms/contents.ts'
import type { Content, ContentRow } from '../../domain/forms/form.ts'
import { optionLabel } from '../../domain/forms/form-index.ts'
import { isId } from '../../domain/shared/ids.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import type { DocumentFrame, LetterHead, ProjectHead, SignedOpinion } from '../../documents/shared/input.ts'
import { findFrozen, type Frozen } from '../../storage/frozen-repository.ts'
import { findNames } from '../../storage/name-repository.ts'
import { findOrganisations } from '../../storage/organisation-repository.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { getForm, type RecordData } from './record-data.ts'

/** What every document of a record is made from: the official version where there is one. */
export type DocumentSource<T extends object> = {
  readonly frame: DocumentFrame
  /** Choices, persons and organisations in words. */
  readonly content: Labelled<T>
  /** The same with its stored values. */
  readonly raw: T
  /** The project as it was then; nothing for what belongs to the place as a whole. */
  readonly project: ProjectRow | undefined
}

/**
 * The content a document prints. Once its act is done that is the frozen version, and the document
 * names it; until then the present content, marked as a draft.
 */
export async function documentSource<T extends object>(
  context: Context,
  data: RecordData,
  document: string,
): Promise<DocumentSource<T>> {
  const frozen = await officialVersion(context, data, document)
  const { content, project } = frozen ? (frozen.content as FrozenContent) : data
  const raw = content as T
  return {
    raw,
    project: project ?? undefined,
    content: await labelled(context, data, raw),
    frame: {
      isDemonstration: context.isDemo,
      ...(frozen ? {} : { draft: '草稿' as const }),
      references: [
        frozen
          ? {
              title: data.record.title,
              version: frozen.number,
              frozenOn: dayOf(frozen.frozenAt),
              digest: frozen.digest,
            }
          : { title: data.record.title, version: data.record.version },
      ],
    },
  }
}

/** What `freeze` keeps (act.ts): content and project header of that moment. */
type FrozenContent = { readonly content: Content; readonly project: ProjectRow | null }

async function officialVersion(
  context: Context,
  data: RecordData,
  document: string,
): Promise<Frozen | undefined> {
  const offer = data.kind.documents.find((candidate) => candidate.document === document)
  const isReached = data.acts.some((act) => act.action === offer?.frozenBy)
  if (!isReached) return undefined
  return (await findFrozen(context.db, data.record)).findLast((version) => version.action === offer?.frozenBy)
}

/** The content of a record in words. */
export async function labelled<T extends object>(
  context: Context,
  data: Pick<RecordData, 'form'>,
  content: T,
): Promise<Labelled<T>> {
  const names = await namesIn(context, [content])
  return labelContent(data.form, content, (id) => names[id])
}

/** Id → name of every person and organisation that some contents mention. */
export async function namesIn(
  context: Context,
  contents: readonly object[],
): Promise<Readonly<Record<string, string>>> {
  const ids = new Set(contents.flatMap((content) => idsIn(Object.values(content))))
  return findNames(context.db, [...ids])
}

function idsIn(values: readonly unknown[]): string[] {
  return values.flatMap((value) => {
    if (typeof value === 'string') return isId(value) ? [value] : []
    if (Array.isArray(value)) return idsIn(value.flatMap((one: unknown) => valuesOf(one)))
    return []
  })
}

function valuesOf(one: unknown): unknown[] {
  return typeof one === 'object' && one !== null ? Object.values(one as ContentRow) : [one]
}

/** The project as documents name it. */
export function projectHead(context: Pick<Context, 'forms'>, project: ProjectRow): ProjectHead {
  const entry = project.content as ProjectEntryContent
  const category = optionLabel(getForm(context, 'project/entry'), 'category', entry.category)
  return {
    jurisdictionName: project.jurisdictionName,
    name: project.name,
    code: project.code,
    fiscalYear: project.fiscalYear,
    unitName: project.unitName,
    departmentName: project.departmentName,
    category: category === '' ? null : category,
    overview: entry.overview ?? null,
    periodStart: entry.periodStart ?? null,
    periodEnd: entry.periodEnd ?? null,
    total_fen: entry.total_fen ?? null,
    annual_fen: entry.annual_fen ?? null,
    projectPerson: entry.projectPerson ?? null,
    unitHead: entry.unitHead ?? null,
    departmentHead: entry.departmentHead ?? null,
  }
}

/** 版头: sender, number and date of the act that makes it official; a draft has neither. */
export function letterHead(context: Context, data: RecordData, action: string): LetterHead {
  const act = data.acts.findLast((candidate) => candidate.action === action)
  const issuer = act?.organisationName ?? context.actor.organisationName
  return {
    issuer,
    ...(act?.documentNumber ? { documentNumber: act.documentNumber } : {}),
    ...(act ? { issuedOn: dayOf(act.actedAt) } : {}),
  }
}

/** The opinions given on the way, for the boxes of a form; an act not reached leaves its box empty. */
export function signedOpinions(
  data: RecordData,
  boxes: readonly { readonly title: string; readonly action: string }[],
): SignedOpinion[] {
  return boxes.map(({ title, action }) => {
    const act = data.acts.findLast((candidate) => candidate.action === action)
    if (!act) return { title }
    return {
      title,
      opinion: act.opinion ?? data.kind.workflow.actions[action]?.title ?? '',
      organisationName: act.organisationName,
      personName: act.personName,
      actedOn: dayOf(act.actedAt),
    }
  })
}

/**
 * Who sends a document: whoever did the act that makes it official; before that the bureau of the
 * place, so that a draft reads the same for everybody who prints it.
 */
export async function issuerName(
  context: Context,
  data: RecordData,
  action: string,
  kind: 'finance' | 'province' = 'finance',
): Promise<string> {
  const act = data.acts.findLast((candidate) => candidate.action === action)
  if (act?.organisationName) return act.organisationName
  const place = kind === 'finance' ? { jurisdictionId: data.record.jurisdictionId } : {}
  const [first] = await findOrganisations(context.db, { ...place, kind })
  return first?.name ?? context.actor.organisationName
}
