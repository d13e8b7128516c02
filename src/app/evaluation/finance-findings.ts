import { EVA_008, EVA_010, EVA_013 } from '../../domain/evaluation/compute/index.ts'
import type { EvaluationFinanceContent } from '../../domain/forms/contents.ts'
import { found, foundIf } from '../../domain/shared/check.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import { checkCommission } from './commission.ts'
import type { FinanceFigures } from './finance-figures.ts'

/** Everything the page says about a finance evaluation as it stands. */
export async function financeFindings(
  context: Context,
  data: RecordData,
  figures: FinanceFigures,
): Promise<Finding[]> {
  const { agency } = data.content as EvaluationFinanceContent
  const commission = data.project ? await checkCommission(context, data.project, agency) : []
  return [...commission, ...reportFindings(figures)]
}

/** What keeps the institution from handing on its scores, and what they are advised of. */
export function reportFindings({ whole, gap }: FinanceFigures): Finding[] {
  const scores = { section: 'scores', field: 'scores' }
  return [
    ...(whole?.problems ?? []).map(({ row, message }) =>
      found(EVA_013, message, { ...scores, row }, 'error'),
    ),
    ...foundIf(
      whole !== undefined && !(whole.weights.isSumRight && whole.weights.isShareEnough),
      EVA_008,
      `${whole?.weights.explanation.sentence ?? ''}请调整分值。`,
      scores,
      'error',
    ),
    ...foundIf(gap?.isListed === true, EVA_010, gap?.explanation.sentence ?? '', scores, 'warning'),
  ]
}
