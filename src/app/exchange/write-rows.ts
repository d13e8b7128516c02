import { entryOf } from '../../domain/exchange/project-entity.ts'
import { takenInto, takeOver } from '../../domain/exchange/take-over.ts'
import type { Content } from '../../domain/forms/form.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Context } from '../kernel/context.ts'
import { projectModule } from '../project/index.ts'
import { createProject, saveProject } from '../projects/save-project.ts'
import { findLatestRecord, getRecordData } from '../records/record-data.ts'
import { writeDraft } from '../records/save-draft.ts'
import { targetsModule } from '../targets/index.ts'
import type { ComparedFile, PlacedDifference } from './compare-file.ts'
import { takenSaid } from './verdict.ts'

/** What can be begun by a row of a file; see `judgeRow`. */
const BEGINS = [...projectModule.begins, ...targetsModule.begins]

/** A record and the version of it that was compared. */
type Place = { readonly recordId: string; readonly version: number }

/**
 * Writes chosen rows by the use cases of typing: first the projects, then each record once, in a fixed order.
 * @returns how many records were written, and how many projects entered or corrected
 * @throws DomainError as those use cases do; the caller's transaction then holds none of it
 */
export async function writeRows(
  context: Context,
  compared: ComparedFile,
  year: number,
  rows: readonly PlacedDifference[],
): Promise<{ records: number; projects: number }> {
  const projects = rows.filter(({ row }) => row.entity === 'project')
  const entered = new Map<string, string>()
  for (const one of inOrder(projects, ({ projectCode }) => projectCode ?? '')) {
    await writeProject(context, compared, year, one, entered)
  }
  const byRecord = new Map<string, PlacedDifference[]>()
  for (const one of rows.filter(({ row }) => row.entity !== 'project')) {
    const place = one.recordId ?? `${one.projectCode} ${takenInto(one.row.entity)?.kind}`
    const own = byRecord.get(place)
    if (own) own.push(one)
    else byRecord.set(place, [one])
  }
  for (const [, own] of inOrder([...byRecord], ([place]) => place)) {
    await writeRecord(context, await placeOf(context, compared, own, entered), own)
  }
  return { records: byRecord.size, projects: projects.length }
}

function inOrder<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

async function writeProject(
  context: Context,
  { ours, newProjects }: ComparedFile,
  year: number,
  difference: PlacedDifference,
  entered: Map<string, string>,
): Promise<void> {
  const code = difference.projectCode ?? ''
  const known = ours.projects.get(code)
  if (known) {
    const content = { ...known.content, ...entryOf(takenSaid(difference)) }
    await saveProject.run(context, { projectId: known.id, version: known.version, content })
    return
  }
  const content = newProjects.get(code)?.content ?? {}
  const { projectId } = (await createProject.run(context, { fiscalYear: year, content })) as {
    projectId: string
  }
  entered.set(code, projectId)
}

/** The record the rows go into; begun now where there is none yet. */
async function placeOf(
  context: Context,
  { ours }: ComparedFile,
  [first]: readonly PlacedDifference[],
  entered: ReadonlyMap<string, string>,
): Promise<Place> {
  const recordId = first?.recordId ?? null
  if (recordId !== null) return { recordId, version: ours.records.get(recordId)?.version ?? 0 }
  const code = first?.projectCode ?? ''
  const projectId = entered.get(code) ?? ours.projects.get(code)?.id
  const kind = takenInto(first?.row.entity ?? '')?.kind
  const begin = BEGINS.find(({ recordKind }) => recordKind.kind === kind)
  if (projectId === undefined || kind === undefined || !begin)
    throw new DomainError('RULE_VIOLATED', '选中的一行没有可写入的项目，没有写入任何一行。')
  const project = { jurisdictionId: context.actor.jurisdictionId, id: projectId }
  // A project's budget line begins with it.
  const begun = entered.has(code) ? await findLatestRecord(context, project, kind) : undefined
  return begun
    ? { recordId: begun.record.id, version: begun.record.version }
    : await begin.run(context, { projectId })
}

/** All chosen rows of one record, as one saved draft. */
async function writeRecord(
  context: Context,
  { recordId, version }: Place,
  rows: readonly PlacedDifference[],
): Promise<void> {
  const data = await getRecordData(context, recordId, { isLocked: true })
  let content: Content = data.content
  let patch: Content = {}
  for (const difference of rows) {
    const { entity, own, theirs } = difference.row
    const taken = takeOver(difference.kind, entity, own ?? theirs, takenSaid(difference), content)
    content = { ...content, ...taken.patch }
    patch = { ...patch, ...taken.patch }
  }
  await writeDraft(context, { recordId, version, content: patch })
}
