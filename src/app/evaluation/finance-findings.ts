import {
  checkFinanceMoney,
  checkFourElements,
  checkProblemList,
  checkUnitReply,
} from '../../domain/evaluation/checks/index.ts'
import { EVA_008, EVA_010, EVA_013 } from '../../domain/evaluation/compute/index.ts'
import type { EvaluationFinanceContent } from '../../domain/forms/contents.ts'
import { found, foundIf, isWritten } from '../../domain/shared/check.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import { checkResultsApplied } from './close-evaluation.ts'
import { checkCommission } from './commission.ts'
import type { FinanceFigures } from './finance-figures.ts'
import { EVA_902 } from '../../domain/evaluation/gates.ts'

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
      return draftFindings(data, figures)
    case 'replied':
    case 'finalised':
      return reportFindings(context, data, figures)
    case 'confirmed':
      return checkResultsApplied(context, data)
    default:
      return []
  }
}

/** Asked only of whoever commissions: the rule compares the institution with the one who looks. */
async function commissionFindings(context: Context, { project, content }: RecordData): Promise<Finding[]> {
  if (!project || context.actor.role !== 'finance_performance') return []
  return checkCommission(context, project, (content as EvaluationFinanceContent).agency)
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
    ...draftFindings(data, figures),
    ...checkUnitReply(content, exchange),
    ...foundIf((content.reportFiles ?? []).length === 0, EVA_902, '请上传主评人签字、机构盖章的评价报告。', {
      section: 'conclusion',
      field: 'reportFiles',
    }),
  ]
}
