import {
  AGE_007,
  checkFieldSurvey,
  checkFinanceMoney,
  checkFourElements,
  checkProblemList,
  checkQuestionnaires,
  checkRequests,
  checkScoringStandards,
  checkUnitReply,
} from '../../domain/evaluation/checks/index.ts'
import { EVA_008, EVA_010, EVA_013 } from '../../domain/evaluation/compute/index.ts'
import { financeEvaluation, isOwnEvaluation } from '../../domain/evaluation/index.ts'
import { EVA_902 } from '../../domain/evaluation/gates.ts'
import type { EvaluationFinanceContent } from '../../domain/forms/contents.ts'
import { found, foundIf, isWritten } from '../../domain/shared/check.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { findEngagement } from './agency/begin-engagement.ts'
import { checkResultsApplied } from './close-evaluation.ts'
import { checkExecutor } from './commission.ts'
import { confirmFindings } from './confirm-result.ts'
import type { FinanceFigures } from './finance-figures.ts'
import { pledgeFindings, recusedFindings } from './own/index.ts'

/** What the page says about a finance evaluation as it stands: the checks of the acts ahead. */
export async function financeFindings(
  context: Context,
  data: RecordData,
  figures: FinanceFigures,
): Promise<Finding[]> {
  switch (data.record.state) {
    case 'draft':
      return commissionFindings(context, data)
    case 'assigned':
      return [
        ...(await declinedFindings(context, data)),
        ...(await pledgeFindings(context, data)),
        ...draftFindings(data, figures),
        ...workFindings(context, data, false),
      ]
    case 'replied':
      return reportFindings(context, data, figures)
    case 'finalised':
      return [...(await acceptanceFindings(context, data)), ...reportFindings(context, data, figures)]
    case 'confirmed':
      return data.kind === financeEvaluation ? checkResultsApplied(context, data) : []
    default:
      return []
  }
}

/** Asked only of whoever organises: the rule compares group or institution with the one who looks. */
async function commissionFindings(context: Context, data: RecordData): Promise<Finding[]> {
  return isCommissioner(context, data) ? checkExecutor(context, data) : []
}

function isCommissioner(context: Context, { kind }: RecordData): boolean {
  return kind.createdBy.includes(context.actor.role)
}

/** Whoever organises learns at once that the institution or a member stood back. */
async function declinedFindings(context: Context, data: RecordData): Promise<Finding[]> {
  if (!isCommissioner(context, data)) return []
  if (isOwnEvaluation(data.content)) return recusedFindings(context, data)
  const held = await findEngagement(context, data)
  const message = '机构已申报回避，请办理“撤回、重新组织”，再委托另一家。'
  return foundIf(held?.record.state === 'declined', AGE_007, message, { section: 'plan', field: 'agency' })
}

/** Said to those who accept the report or confirm the result; the others cannot see the commission. */
async function acceptanceFindings(context: Context, data: RecordData): Promise<Finding[]> {
  const { confirm } = data.kind.workflow.actions
  const isAsked = isCommissioner(context, data) || confirm?.by.includes(context.actor.role)
  return isAsked ? confirmFindings(context, data) : []
}

/** Materials, visits and surveys: reminders while work goes on, conditions before the unit is asked. */
function workFindings(context: Context, data: RecordData, isEnd: boolean): Finding[] {
  const content = data.content as EvaluationFinanceContent
  return [
    ...checkRequests(content, context.today, isEnd),
    ...checkFieldSurvey(content),
    ...checkQuestionnaires(content, rulesOf(context, data)),
    ...checkScoringStandards(content),
  ]
}

/** Before the draft goes to the unit: scored, weighed, and resting on what was collected. */
export function consultFindings(context: Context, data: RecordData, figures: FinanceFigures): Finding[] {
  return [...draftFindings(data, figures), ...workFindings(context, data, true)]
}

/** What keeps the draft from going to the unit: scores, weights, problems. */
export function draftFindings({ content }: RecordData, { whole, gap }: FinanceFigures): Finding[] {
  const where = { section: 'scores', field: 'scores' }
  const { scores, weightReason } = content as EvaluationFinanceContent
  const isStructureWrong = whole !== undefined && !(whole.weights.isSumRight && whole.weights.isShareEnough)
  const isExplained = whole?.weights.isSumRight === true && isWritten(weightReason)
  return [
    ...(whole?.problems ?? []).map(({ row, message }) => found(EVA_013, message, { ...where, row }, 'error')),
    ...foundIf(
      isStructureWrong,
      EVA_008,
      `${whole?.weights.explanation.sentence ?? ''}${isExplained ? '已说明理由，请审核人注意。' : '请调整分值；产出和效益确需低于下限的，写明理由。'}`,
      where,
      isExplained ? 'warning' : 'error',
    ),
    ...checkFourElements(scores ?? []),
    ...checkFinanceMoney(content),
    ...checkProblemList(content, whole?.grade ?? null),
    ...foundIf(gap?.isListed === true, EVA_010, gap?.explanation.sentence ?? '', where, 'warning'),
  ]
}

/** Besides, before the report is final: the unit was heard, and the report is signed and sealed. */
export function reportFindings(context: Context, data: RecordData, figures: FinanceFigures): Finding[] {
  const content = data.content as EvaluationFinanceContent
  const exchange = { dueOn: figures.reply?.dueOn ?? context.today, today: context.today }
  return [
    ...consultFindings(context, data, figures),
    ...checkUnitReply(content, exchange),
    ...foundIf(
      (content.reportFiles ?? []).length === 0,
      EVA_902,
      `请上传${isOwnEvaluation(content) ? '评价组组长签字、组织单位盖章' : '主评人签字、机构盖章'}的评价报告。`,
      { section: 'conclusion', field: 'reportFiles' },
    ),
  ]
}
