import type { PilotAcceptanceContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { acceptance } from '../../domain/pilot/index.ts'
import { checkAcceptance, checkCompleteness, checkQuota } from '../../domain/pilot/checks/index.ts'
import { computeQuota } from '../../domain/pilot/compute/index.ts'
import type { Explanation } from '../../domain/shared/explanation.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { explain } from '../../domain/shared/rule-header.ts'
import { formatScore } from '../../domain/shared/score.ts'
import type { JurisdictionProgress } from '../../storage/cockpit-repository.ts'
import { quote } from '../../domain/shared/quote.ts'
import type { Context } from '../kernel/context.ts'
import type { Assessment, RecordBehaviour } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { countyReportItem, projectItems } from './completeness.ts'
import { PIL_906 } from '../../domain/pilot/gates.ts'
import { acceptanceDocument } from './pilot-documents.ts'
import { getJurisdictionProgress } from './project-progress.ts'

/** 试点验收: the list of what must be there is made from the records, never typed. */
export const acceptanceBehaviour: RecordBehaviour = {
  kind: acceptance.kind,
  prefill: async (context) => {
    const progress = await getJurisdictionProgress(context, context.actor.jurisdictionId)
    const pilots = progress.projects.filter(({ isPilot }) => isPilot)
    const names = pilots.map(({ name }) => quote(name)).join('、')
    return {
      requestText: `${progress.name}预算绩效一体化管理试点项目${names}已按试点方案完成全流程绩效管理，试点报告已上报，现申请验收。`,
      contact: context.actor.personName,
      completeness: completenessRows(progress),
    }
  },
  assess: assessAcceptance,
  documents: { 'acceptance-opinion': acceptanceDocument },
}

type CompletenessRow = {
  readonly itemCode: string
  readonly projectName: string
  readonly item: string
  readonly isPresent: boolean
  readonly note: string
}

/** Project by project, stage by stage, then the reports; the exact missing item stands in its note. */
export function completenessRows(progress: JurisdictionProgress): CompletenessRow[] {
  const pilots = progress.projects.filter(({ isPilot }) => isPilot)
  const rows = [
    ...pilots.flatMap((project) =>
      projectItems(project).map((item) => ({ ...item, projectName: project.name.slice(0, 100) })),
    ),
    { ...countyReportItem(progress.records), projectName: '' },
  ]
  return rows.map(({ itemCode, projectName, item, isPresent, note }) => ({
    itemCode,
    projectName,
    item,
    isPresent,
    note: note.slice(0, 500),
  }))
}

/** The list as it is today, whatever stands in the record. */
async function freshRows(context: Context, data: RecordData): Promise<CompletenessRow[]> {
  return completenessRows(await getJurisdictionProgress(context, data.record.jurisdictionId))
}

async function assessAcceptance(context: Context, data: RecordData): Promise<Assessment> {
  const { record, content } = data
  const progress = await getJurisdictionProgress(context, record.jurisdictionId)
  const count = progress.projects.filter(({ isPilot }) => isPilot).length
  const score = explainScore(content as PilotAcceptanceContent)
  const rows = completenessRows(progress)
  const present = rows.filter(({ isPresent }) => isPresent).length
  return {
    findings: await checkNow(context, data),
    figures: {
      criteriaScore: score.result,
      completeness: `${present}/${rows.length}`,
      quota: `${count}个`,
    },
    explanations: {
      criteriaScore: score,
      quota: computeQuota(count, rulesOf(context, data)).explanation,
    },
  }
}

function explainScore({ criteria }: PilotAcceptanceContent): Explanation {
  const rows = criteria ?? []
  const known = rows.flatMap(({ score_x100 }) => score_x100 ?? [])
  const total = known.reduce((sum, points) => sum + points, 0)
  const isComplete = rows.length > 0 && known.length === rows.length
  const result = isComplete ? formatScore(total) : '待评分'
  return explain(PIL_906, {
    sentence: isComplete ? `各项标准得分合计${result}分。` : '还有标准没有评分。',
    inputs: rows.map(({ item, score_x100, weight_x100 }) => ({
      label: item ?? '',
      value: `${score_x100 == null ? '待评' : formatScore(score_x100)}/${formatScore(weight_x100 ?? 0)}`,
    })),
    formula: '各项得分之和',
    result,
  })
}

/** What the next act asks for. */
async function checkNow(context: Context, data: RecordData): Promise<Finding[]> {
  if (data.record.state === 'accepted') return []
  return data.record.state === 'draft' ? checkRequest(context, data) : checkInspection(context, data)
}

/** 申请验收: enough projects, and nothing missing. */
export async function checkRequest(context: Context, data: RecordData): Promise<Finding[]> {
  const progress = await getJurisdictionProgress(context, data.record.jurisdictionId)
  const count = progress.projects.filter(({ isPilot }) => isPilot).length
  return [...checkQuota(count, rulesOf(context, data)), ...checkCompleteness(completenessRows(progress))]
}

/** 核查、验收: still complete, criteria and verdict in order. */
export async function checkInspection(context: Context, data: RecordData): Promise<Finding[]> {
  return [...(await checkRequest(context, data)), ...checkAcceptance(data.content as PilotAcceptanceContent)]
}

/** The record's content with the list of today, as the act leaves it behind. */
export async function withFreshList(context: Context, data: RecordData): Promise<Content> {
  return { ...data.content, completeness: await freshRows(context, data) }
}
