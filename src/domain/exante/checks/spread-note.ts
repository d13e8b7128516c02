import type { ExanteEvaluationContent } from '../../forms/contents.ts'
import { foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EXA-109 评分分歧说明: experts far apart need a written word of the lead expert. */
export const EXA_109: RuleHeader = {
  id: 'EXA-109',
  name: '评分分歧须说明',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '评分分歧大时由组长书面说明'),
  parameters: ['exante.spread_warning'],
}

/** @param spread.isWide computed from the submitted sheets */
export function checkSpreadNote(
  { spreadNote }: ExanteEvaluationContent,
  spread: { readonly isWide: boolean },
): Finding[] {
  const message = '专家评分差异较大，请由评估组长填写“评分差异说明”。'
  return foundIf(spread.isWide && !isWritten(spreadNote), EXA_109, message, {
    section: 'conclusion',
    field: 'spreadNote',
  })
}
