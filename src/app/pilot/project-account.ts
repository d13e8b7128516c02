import type { EvaluationFinanceContent, TargetsSheetContent } from '../../domain/forms/contents.ts'
import { type AccountSource, tellEffects, tellOverview } from '../../domain/pilot/story/tell-account.ts'
import type { ToldLine } from '../../domain/pilot/story/told.ts'
import { STAGES } from '../../domain/workflow/record-kind.ts'
import { findActs } from '../../storage/act-repository.ts'
import { findFrozen } from '../../storage/frozen-repository.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { findLatestRecord, findRecordData, type RecordData } from '../records/record-data.ts'
import { executorsOf } from './stage-parts.ts'

/** 项目概况: what was entered when the project came in, and its approved money. */
export function overviewOf(project: ProjectRow): string {
  return textOf(tellOverview({ project }))
}

/** 管理成效: only figures that stand in confirmed records, each with the rule that makes it. */
export async function effectsOf(context: Context, project: ProjectRow): Promise<string> {
  return textOf(tellEffects(await readAccount(context, project)))
}

/** The records the account of a project is told from. */
async function readAccount(context: Context, project: ProjectRow): Promise<AccountSource> {
  const { jurisdictionId, id: projectId, fiscalYear } = project
  const newest = async (kind: string) => accountRecord(await findLatestRecord(context, project, kind))
  const tasks = await findRecordData(context, { jurisdictionId, projectId, kind: 'results.task' })
  const sheet = await findLatestRecord(context, project, 'targets.sheet')
  return {
    project,
    sheet: accountRecord(sheet),
    line: await newest('project.budgetLine'),
    self: await newest('evaluation.self'),
    finance: await newest('evaluation.finance'),
    decision: await newest('results.budgetDecision'),
    tasks: tasks.flatMap((data) => accountRecord(data) ?? []),
    rules: context.rules.at({ date: context.today, jurisdiction: jurisdictionId, fiscalYear }),
    firstDisclosedOn: sheet ? await firstDisclosedOn(context, sheet) : null,
  }
}

function accountRecord(data: RecordData | undefined) {
  return data && { id: data.record.id, state: data.record.state, content: data.content, acts: data.acts }
}

async function firstDisclosedOn(context: Context, { record }: RecordData): Promise<string | null> {
  const first = (await findFrozen(context.db, record)).find(({ action }) => action === 'publish')
  const content = (first?.content as { readonly content: TargetsSheetContent } | undefined)?.content
  return content?.disclosedOn ?? null
}

function textOf(lines: readonly ToldLine[]): string {
  return lines.map(({ text }) => text).join('\n')
}

/** 组织实施: who did each stage and which offices took part, from the selection and the history. */
export async function organisationOf(context: Context, project: ProjectRow): Promise<string> {
  const executors = await executorsOf(context, project)
  const acts = await findActs(context.db, { jurisdictionId: project.jurisdictionId, projectId: project.id })
  const offices = [...new Set(acts.flatMap(({ organisationName }) => organisationName ?? []))]
  const stages = Object.entries(executors).map(
    ([stage, words]) => `${STAGES[stage as keyof typeof STAGES]}：${words}`,
  )
  return [
    stages.length > 0 ? `各阶段实施方式：${stages.join('；')}。` : '',
    offices.length > 0 ? `参与办理的单位：${offices.join('、')}，共办理${acts.length}个环节。` : '',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** 主要经验及做法 of the confirmed evaluation. */
export async function experienceOf(context: Context, project: ProjectRow): Promise<string> {
  const finance = await findLatestRecord(context, project, 'evaluation.finance')
  if (!finance || !['confirmed', 'closed'].includes(finance.record.state)) return ''
  return (finance.content as EvaluationFinanceContent).experience?.trim() ?? ''
}
