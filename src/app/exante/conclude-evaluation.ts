import { describeAffordability } from '../../domain/exante/compute/index.ts'
import { exanteEvaluation } from '../../domain/exante/index.ts'
import type { ExanteEvaluationContent } from '../../domain/forms/contents.ts'
import { validateContent } from '../../domain/forms/validate.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct } from '../records/act.ts'
import { type RecordData, storeContent } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { comparisonContent } from './compare/comparison-content.ts'
import { conclusionFindings } from './assess-evaluation.ts'
import { affordabilityOf, evaluationFigures } from './evaluation-figures.ts'

/** Filled in by the business section meanwhile; the conclusion rests on them. */
const BUSINESS_SECTIONS = ['affordability', 'fundingCompliance']

/**
 * 形成评估结论: nothing is concluded that scores, money or affordability do not allow. The finding on
 * affordability, with seed and number of draws, and the comparison with other projects are kept in
 * words as it was concluded.
 */
export const concludeEvaluation = defineAct(exanteEvaluation, 'conclude', {
  gate: checkConclusion,
  effect: async (context, data) => {
    const content = data.content as ExanteEvaluationContent
    const affordability = affordabilityOf(content, data.project, rulesOf(context, data))
    await storeContent(context, data, {
      ...data.content,
      affordabilityText: describeAffordability(affordability),
      ...(await comparisonContent(context, data)),
    })
  },
})

/** What must hold of a conclusion, when it is formed and again when it is approved. */
export async function checkConclusion(context: Context, data: RecordData): Promise<Finding[]> {
  const missing = validateContent(data.form, data.content, { mode: 'submit', sections: BUSINESS_SECTIONS })
  const figures = await evaluationFigures(context, data)
  return [...missing, ...(await conclusionFindings(context, data, figures))]
}
