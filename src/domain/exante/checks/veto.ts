import type { ExanteEvaluationContent } from '../../forms/contents.ts'
import { found } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EXA-105 一票否决: unlawful funding or more than the county can carry excludes 予以支持. */
export const EXA_105: RuleHeader = {
  id: 'EXA-105',
  name: '筹资合规和财力可承受一票否决',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '筹资合规性、财力可承受能力作为前提条件'),
  parameters: ['exante.veto_dimensions', 'exante.affordability_pressure'],
}

/**
 * The written answer of the compliance review is a reason of its own.
 * @param veto.dimensions what else bars the conclusion: the reasons that `computeVeto` gives from
 * scores and affordability
 */
export function checkVeto(
  { decision, isFundingCompliant }: ExanteEvaluationContent,
  veto: { readonly dimensions: readonly string[] },
): Finding[] {
  if (decision !== 'SUPPORT') return []
  const reasons = [...(isFundingCompliant === false ? ['筹资合规性审查为不合规'] : []), ...veto.dimensions]
  if (reasons.length === 0) return []
  const message = `${reasons.join('、')}，结论不能为“予以支持”，请改选其他结论。`
  return [found(EXA_105, message, { section: 'conclusion', field: 'decision' })]
}
