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

/** @param veto.dimensions why the conclusion is barred: the reasons that `computeVeto` gives */
export function checkVeto(
  { decision }: ExanteEvaluationContent,
  veto: { readonly dimensions: readonly string[] },
): Finding[] {
  if (decision !== 'SUPPORT' || veto.dimensions.length === 0) return []
  const message = `${veto.dimensions.join('、')}，结论不能为“予以支持”，请改选其他结论。`
  return [found(EXA_105, message, { section: 'conclusion', field: 'decision' })]
}
