import type { FactTable, VersionReference } from '../../documents/index.ts'
import { findFrozen } from '../../storage/frozen-repository.ts'
import { formatDate } from '../../domain/shared/dates.ts'
import { dayOf, roleTitle } from '../../domain/workflow/sentences.ts'
import type { PlanStage } from '../../domain/workflow/record-kind.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { labelled } from '../records/document-input.ts'
import { findRecordData, type RecordData } from '../records/record-data.ts'
import { columnTexts, endSentence, fieldSentences, fitLines, rowsTable } from './form-words.ts'
import { STAGE_SOURCES, type StageSource } from './stage-sources.ts'

/** What the records of a stage tell, in paragraphs and tables. */
export type StageStory = {
  readonly work: string
  readonly outcome: string
  readonly problems: string
  readonly suggestions: string
  readonly tables: readonly FactTable[]
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

/** Reads the records of one stage of a project and puts them into words. */
export async function tellStage(
  context: Context,
  project: ProjectRow,
  stage: PlanStage,
): Promise<StageStory> {
  const parts: StagePart[] = []
  for (const source of STAGE_SOURCES[stage]) {
    const { jurisdictionId, id: projectId } = project
    const records = await findRecordData(context, { jurisdictionId, projectId, kind: source.kind })
    const told = records.filter(isTold)
    for (const data of told) parts.push(await tellRecord(context, data, source))
  }
  const lines = (of: (part: StagePart) => readonly string[]) => parts.flatMap(of)
  return {
    work: fitLines(
      lines(({ work }) => work),
      ROOM.work,
    ),
    outcome: fitLines(
      lines(({ outcome }) => outcome),
      ROOM.outcome,
    ),
    problems: fitLines(numberLines(unique(lines(({ problems }) => problems))), ROOM.problems),
    suggestions: fitLines(numberLines(unique(lines(({ suggestions }) => suggestions))), ROOM.suggestions),
    tables: parts.flatMap(({ tables }) => tables),
    references: parts.map(({ reference }) => reference),
    hasRecords: parts.length > 0,
    movedAt: parts
      .map(({ movedAt }) => movedAt)
      .sort()
      .at(-1),
  }
}

/** A record nobody has worked on yet says nothing about the stage. */
function isTold({ record, acts }: RecordData): boolean {
  return record.state !== 'refused' && acts.length > 0
}

type StagePart = {
  readonly work: readonly string[]
  readonly outcome: readonly string[]
  readonly problems: readonly string[]
  readonly suggestions: readonly string[]
  readonly tables: readonly FactTable[]
  readonly reference: VersionReference
  readonly movedAt: string
}

async function tellRecord(context: Context, data: RecordData, source: StageSource): Promise<StagePart> {
  const content = (await labelled(context, data, data.content)) as { readonly [field: string]: unknown }
  const sentences = (fields: readonly string[] | undefined) =>
    fieldSentences(data.form, content, fields ?? [])
  const returns = data.acts
    .filter((act) => data.kind.workflow.actions[act.action]?.isReturn && act.opinion)
    .map((act) => `${data.record.title}办理中被退回：${endSentence(act.opinion ?? '')}`)
  const outcome = sentences(source.outcome)
  return {
    work: [
      ...sentences(source.work),
      `${data.record.title}办理过程：`,
      ...data.acts.map((act) => actSentence(data, act)),
    ],
    outcome: outcome.length > 0 ? [`${data.record.title}（${stateTitle(data)}）：`, ...outcome] : [],
    problems: [...plainTexts(content, source.problems), ...returns],
    suggestions: plainTexts(content, source.suggestions),
    tables: (source.tables ?? []).flatMap((table) => rowsTable(data.form, content, table.field, table)),
    reference: await referenceOf(context, data),
    movedAt: data.record.stateSince,
  }
}

async function referenceOf(context: Context, { record }: RecordData): Promise<VersionReference> {
  const frozen = (await findFrozen(context.db, record)).at(-1)
  return frozen
    ? {
        title: record.title,
        version: frozen.number,
        frozenOn: dayOf(frozen.frozenAt),
        digest: frozen.digest,
      }
    : { title: record.title, version: record.version }
}

/** 2023年1月12日，示例县农业农村局初审通过：指标齐全。 */
function actSentence({ kind }: RecordData, act: RecordData['acts'][number]): string {
  const title = kind.workflow.actions[act.action]?.title ?? act.action
  const number = act.documentNumber ? `（${act.documentNumber}）` : ''
  const opinion = act.opinion ? `：${act.opinion}` : ''
  const who = act.organisationName ?? roleTitle(act.role)
  return endSentence(`${formatDate(dayOf(act.actedAt))}，${who}${title}${number}${opinion}`)
}

function stateTitle({ kind, record }: RecordData): string {
  return kind.workflow.states[record.state]?.title ?? record.state
}

/** Texts without their labels: the list they go into says what they are. */
function plainTexts(
  content: { readonly [field: string]: unknown },
  sources: readonly string[] | undefined,
): string[] {
  return (sources ?? []).flatMap((source) => {
    const [field = '', column] = source.split('.')
    if (column !== undefined) return columnTexts(content, field, column).map(endSentence)
    const value = content[field]
    return typeof value === 'string' && value.trim() !== '' ? [endSentence(value)] : []
  })
}

function unique(lines: readonly string[]): string[] {
  return [...new Set(lines)]
}

function numberLines(lines: readonly string[]): string[] {
  return lines.length < 2 ? [...lines] : lines.map((line, index) => `${index + 1}.${line}`)
}
