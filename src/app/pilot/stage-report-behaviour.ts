import type { PilotStageReportContent } from '../../domain/forms/contents.ts'
import { stageReport } from '../../domain/pilot/index.ts'
import { found, foundIf } from '../../domain/shared/check.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { STAGES } from '../../domain/workflow/record-kind.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'
import { stageItems } from './completeness.ts'
import { PIL_902, PIL_903 } from '../../domain/pilot/gates.ts'
import { stageReportDocument } from './pilot-documents.ts'
import { getProjectProgress } from './project-progress.ts'
import { tellStage } from './stage-story.ts'

/** 分阶段报告: words and tables come from the records of the stage; people add what those cannot know. */
export const stageReportBehaviour: RecordBehaviour = {
  kind: stageReport.kind,
  assess: async (context, data) => ({
    findings: await checkStageReport(context, data),
    explanations: {},
    figures: {},
  }),
  documents: { 'stage-report': stageReportDocument },
}

/** A stage that was carried out must be complete; one that was not must really have nothing to show. */
export async function checkStageReport(context: Context, data: RecordData): Promise<Finding[]> {
  const { project } = data
  const { stage, isCarriedOut } = data.content as PilotStageReportContent
  if (!project || !stage || data.record.state === 'approved') return []
  const story = await tellStage(context, project, stage)
  if (isCarriedOut === false) return checkSkipped(project, stage, story.hasRecords)
  const progress = await getProjectProgress(context, project)
  const missing = stageItems(progress).filter((item) => item.stage === stage && !item.isPresent)
  const where = { section: 'head', field: 'stage' }
  return [
    ...missing.map(({ item, note }) =>
      found(PIL_902, `${STAGES[stage]}还缺“${item}”：${note}。办完后再送审本报告。`, where),
    ),
    ...foundIf(
      data.record.state === 'draft' && (story.movedAt ?? '') > data.record.createdAt,
      PIL_903,
      '起草之后本阶段又有办理，正文没有写到的请补充；附表会自动取最新记录。',
      { section: 'text', field: 'work' },
    ),
  ]
}

function checkSkipped(
  { isNew, isMajor }: ProjectRow,
  stage: NonNullable<PilotStageReportContent['stage']>,
  hasRecords: boolean,
): Finding[] {
  const where = { section: 'head', field: 'isCarriedOut' }
  return [
    ...foundIf(hasRecords, PIL_902, `${STAGES[stage]}已有办理记录，不能填“未开展”，请改为已开展。`, where),
    ...foundIf(
      stage === 'exante' && isNew && isMajor,
      PIL_902,
      '新增重大项目必须开展事前绩效评估，不能以说明原因代替，请先办完事前绩效评估。',
      where,
    ),
  ]
}
