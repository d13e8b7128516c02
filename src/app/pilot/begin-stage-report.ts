import type { PilotStageReportContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { stageReport } from '../../domain/pilot/index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { PLAN_STAGES, type PlanStage, STAGES } from '../../domain/workflow/record-kind.ts'
import type { ProjectProgress } from '../../storage/cockpit-repository.ts'
import { findProject, type ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { type BeginUseCase, defineBegin } from '../records/begin-record.ts'
import { getProjectProgress } from './project-progress.ts'
import { stageReportBehaviour } from './stage-report-behaviour.ts'
import { NOTHING_FOUND, NOTHING_SUGGESTED, tellStage } from './stage-story.ts'

const begin = defineBegin(
  stageReport,
  stageReportBehaviour,
  ['stage'],
  ({ stage }) => `${stageReport.title}（${STAGES[stage as PlanStage]}）`,
)

/**
 * Begins the report of one stage – the one asked for, else the first that has none – with its text
 * already assembled from the records.
 * @throws DomainError ACTION_NOT_AVAILABLE when the project is not in the pilot or has this report
 */
export const beginStageReport: BeginUseCase = {
  ...begin,
  run: async (context, input) => {
    const project = input.projectId ? await findProject(context.db, input.projectId) : undefined
    if (!project) return begin.run(context, input)
    const progress = await getProjectProgress(context, project)
    const stage = chooseStage(progress, input.content?.['stage'])
    const content: Content = await assembleContent(context, project, stage)
    return begin.run(context, { ...input, content: { ...content, ...input.content, stage } })
  },
}

function chooseStage(project: ProjectProgress, wanted: unknown): PlanStage {
  const reports = project.records.filter(({ kind }) => kind === stageReport.kind)
  const free = PLAN_STAGES.filter((stage) => !reports.some((report) => report.stage === stage))
  const stage = wanted === undefined ? free[0] : free.find((candidate) => candidate === wanted)
  if (stage) return stage
  const existing = reports.find((report) => report.stage === wanted)
  const isStage = PLAN_STAGES.some((candidate) => candidate === wanted)
  if (wanted !== undefined && !isStage) {
    throw new DomainError('INVALID_INPUT', '没有这个阶段，请从五个阶段中选择。', {
      places: [{ field: 'content.stage', problem: '不在可选范围内' }],
    })
  }
  throw new DomainError(
    'ACTION_NOT_AVAILABLE',
    existing
      ? '这个阶段的分报告已经建立，请打开原有的继续办理。'
      : '五个阶段的分报告都已建立，请打开原有的继续办理。',
    existing ? { recordId: existing.id } : {},
  )
}

/** Where nothing was recorded there is nothing to tell: then the report asks for the reason. */
async function assembleContent(
  context: Context,
  project: ProjectRow,
  stage: PlanStage,
): Promise<PilotStageReportContent> {
  const story = await tellStage(context, project, stage)
  if (!story.hasRecords) {
    const isExempt = stage === 'exante' && !project.isNew
    return {
      isCarriedOut: false,
      ...(isExempt ? { missingReason: '本项目为延续项目，不属于新增重大项目，未开展事前绩效评估。' } : {}),
    }
  }
  return {
    isCarriedOut: true,
    work: story.work,
    outcome: story.outcome || '本阶段尚未形成结果。',
    problems: story.problems || `${NOTHING_FOUND}。`,
    suggestions: story.suggestions || `${NOTHING_SUGGESTED}。`,
  }
}
