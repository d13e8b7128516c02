import type { PilotSelectionContent, PilotStageReportContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { PLAN_STAGES, type PlanStage } from '../../domain/workflow/record-kind.ts'
import type { StagePart, VersionReference } from '../../documents/index.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { documentSource, labelled } from '../records/document-input.ts'
import { findLatestRecord, findRecordData, type RecordData } from '../records/record-data.ts'
import { tellStage } from './stage-story.ts'

export type StageReports = {
  /** In the order of the plan; stages without a report are left out. */
  readonly parts: readonly (StagePart & { readonly stage: PlanStage })[]
  readonly references: readonly VersionReference[]
}

/** The stage reports of a project with the tables of their records, ready for a larger report. */
export async function stageParts(context: Context, project: ProjectRow): Promise<StageReports> {
  const reports = await stageReportsOf(context, project)
  const parts: (StagePart & { stage: PlanStage })[] = []
  const references: VersionReference[] = []
  for (const stage of PLAN_STAGES) {
    const data = reports.find(({ content }) => content['stage'] === stage)
    if (!data) continue
    const source = await documentSource<PilotStageReportContent>(context, data, 'stage-report')
    const story = await tellStage(context, project, stage, momentOfAct(data, 'approve'))
    parts.push({
      stage,
      content: source.content,
      tables: source.raw.isCarriedOut === false ? [] : story.tables,
    })
    const title = source.content.stage ?? ''
    references.push(
      ...(source.frame.references ?? []).map((each) => ({ ...each, title: `${each.title}（${title}）` })),
    )
  }
  return { parts, references }
}

async function stageReportsOf(context: Context, project: ProjectRow): Promise<RecordData[]> {
  const { jurisdictionId, id: projectId } = project
  return findRecordData(context, { jurisdictionId, projectId, kind: 'pilot.stageReport' })
}

/** Who did which stage, as the selection form says it in words: 委托机构（示例公司）. */
export async function executorsOf(
  context: Context,
  project: ProjectRow,
): Promise<Readonly<Partial<Record<PlanStage, string>>>> {
  const selection = await findLatestRecord(context, project, 'pilot.selection')
  if (!selection) return {}
  const raw = (selection.content as PilotSelectionContent).executors ?? []
  const words = (await labelled(context, selection, selection.content)) as Content
  const rows = (words['executors'] ?? []) as readonly Record<string, string | undefined>[]
  const entries = raw.map(({ stage }, index) => {
    const { executorKind, organisation } = rows[index] ?? {}
    return [stage, `${executorKind ?? ''}${organisation ? `（${organisation}）` : ''}`] as const
  })
  return Object.fromEntries(entries.filter(([stage, text]) => stage && text !== ''))
}

/** When an act was last done: from then on a report tells what was fixed by that moment. */
export function momentOfAct({ acts }: Pick<RecordData, 'acts'>, action: string): string | undefined {
  return acts.findLast((act) => act.action === action)?.actedAt
}
