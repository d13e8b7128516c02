import type { VersionReference } from '../../documents/index.ts'
import type { Content } from '../../domain/forms/form.ts'
import { fitLines } from '../../domain/pilot/story/form-words.ts'
import { STAGE_SOURCES } from '../../domain/pilot/story/stage-sources.ts'
import { isTold, tellStageRecords } from '../../domain/pilot/story/tell-stage.ts'
import type { ToldLine, ToldTable } from '../../domain/pilot/story/told.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import type { PlanStage } from '../../domain/workflow/record-kind.ts'
import { findFrozen, type Frozen } from '../../storage/frozen-repository.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { namesIn } from '../records/document-input.ts'
import { findRecordData, type RecordData } from '../records/record-data.ts'

/** What the records of a stage tell, in paragraphs and tables. */
export type StageStory = {
  readonly work: string
  readonly outcome: string
  readonly problems: string
  readonly suggestions: string
  readonly tables: readonly ToldTable[]
  /** The versions it was read from: the last frozen one of each record, else the present one. */
  readonly references: readonly VersionReference[]
  /** Whether anything was recorded in this stage at all. */
  readonly hasRecords: boolean
  /** When one of its records last moved; a report begun earlier may be out of date. */
  readonly movedAt: string | undefined
}

/** How a stage report says that its records hold nothing of the kind. */
export const NOTHING_FOUND = '本阶段办理过程中没有记录到问题'
export const NOTHING_SUGGESTED = '本阶段办理过程中没有记录到建议'

/** Room in the form of the stage report. */
const ROOM = { work: 8000, outcome: 8000, problems: 4000, suggestions: 4000 } as const

/**
 * Reads the records of one stage of a project and puts them into words.
 * @param until the moment the report became official: it keeps telling what was fixed by then, and does
 *   not change when its records move on
 */
export async function tellStage(
  context: Context,
  project: ProjectRow,
  stage: PlanStage,
  until?: string,
): Promise<StageStory> {
  const read: { data: RecordData; frozen: Frozen | undefined }[] = []
  for (const { kind } of STAGE_SOURCES[stage]) {
    const { jurisdictionId, id: projectId } = project
    const records = await findRecordData(context, { jurisdictionId, projectId, kind })
    for (const present of records) {
      const frozen = (await findFrozen(context.db, present.record)).findLast(
        ({ frozenAt }) => until === undefined || frozenAt <= until,
      )
      const data = until === undefined ? present : asOf(present, frozen, until)
      if (isTold({ state: data.record.state, acts: data.acts })) read.push({ data, frozen })
    }
  }
  const names = await namesIn(
    context,
    read.map(({ data }) => data.content),
  )
  const told = tellStageRecords(
    stage,
    read.map(({ data: { record, kind, form, content, acts } }) => ({
      ...{ id: record.id, title: record.title, state: record.state },
      ...{ kind, form, content, acts },
    })),
    (id) => names[id],
  )
  const text = (lines: readonly ToldLine[], room: number) =>
    fitLines(
      lines.map((line) => line.text),
      room,
    )
  return {
    work: text(told.work, ROOM.work),
    outcome: text(told.outcome, ROOM.outcome),
    problems: text(told.problems, ROOM.problems),
    suggestions: text(told.suggestions, ROOM.suggestions),
    tables: told.tables,
    references: read.map(referenceOf),
    hasRecords: read.length > 0,
    movedAt: read
      .map(({ data }) => data.record.stateSince)
      .sort()
      .at(-1),
  }
}

/** The record as it stood at a moment: its last frozen version by then and the steps taken by then. */
function asOf(data: RecordData, frozen: Frozen | undefined, until: string): RecordData {
  const acts = data.acts.filter(({ actedAt }) => actedAt <= until)
  const state = acts.at(-1)?.toState ?? data.kind.workflow.initial
  const content = frozen ? (frozen.content as { readonly content: Content }).content : data.content
  return { ...data, acts, content, record: { ...data.record, state } }
}

function referenceOf({
  data: { record },
  frozen,
}: {
  readonly data: RecordData
  readonly frozen: Frozen | undefined
}): VersionReference {
  return frozen
    ? {
        title: record.title,
        version: frozen.number,
        frozenOn: dayOf(frozen.frozenAt),
        digest: frozen.digest,
      }
    : { title: record.title, version: record.version }
}
