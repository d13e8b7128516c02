import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { PLAN_STAGES, type PlanStage, STAGES } from '../../workflow/record-kind.ts'

export const PIL_002: RuleHeader = {
  id: 'PIL-002',
  name: '五个阶段闭环完整性',
  stage: 'pilot',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '二（三）'),
}

export type StageReportState = {
  readonly stage: PlanStage
  readonly isApproved: boolean
  /** Why the stage was not carried out, e.g. a continuing project has no ex-ante evaluation. */
  readonly missingReason?: string | null
}

export type LoopItem = {
  readonly project: string
  readonly stage: PlanStage
  readonly label: string
  readonly isPresent: boolean
  /** 已批准, the reason given, or what is missing. */
  readonly note: string
}

/** PIL-002: for every project the five stage reports, or the missing one's written reason. */
export function computeLoopCompleteness(
  projects: readonly { readonly name: string; readonly reports: readonly StageReportState[] }[],
): Explained<{ readonly isComplete: boolean; readonly items: readonly LoopItem[] }> {
  const items = projects.flatMap(({ name, reports }) =>
    PLAN_STAGES.map((stage) =>
      itemOf(
        name,
        stage,
        reports.find((report) => report.stage === stage),
      ),
    ),
  )
  const missing = items.filter((item) => !item.isPresent)
  const isComplete = projects.length > 0 && missing.length === 0
  const list = missing.map((item) => `${item.project}的“${item.label}”${item.note}`).join('；')
  return {
    isComplete,
    items,
    explanation: explain(PIL_002, {
      sentence: isComplete
        ? `${projects.length}个项目的五个阶段报告齐全。`
        : `${projects.length === 0 ? '没有试点项目' : list}，补齐后才能报送一体化评价报告。`,
      inputs: items.map((item) => ({ label: `${item.project} ${item.label}`, value: item.note })),
      formula: '每个项目五个阶段报告均已批准，或写明未开展的原因',
      result: isComplete ? '齐全' : `缺${missing.length}项`,
    }),
  }
}

function itemOf(project: string, stage: PlanStage, report: StageReportState | undefined): LoopItem {
  const label = STAGES[stage]
  const reason = report?.missingReason?.trim() ?? ''
  if (report?.isApproved) {
    return { project, stage, label, isPresent: true, note: reason === '' ? '已批准' : `未开展：${reason}` }
  }
  const note = report === undefined ? '没有报告' : '报告还没有批准'
  return reason === ''
    ? { project, stage, label, isPresent: false, note }
    : { project, stage, label, isPresent: true, note: `未开展：${reason}` }
}
