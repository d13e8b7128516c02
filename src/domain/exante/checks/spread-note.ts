import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EXA-109 评分分歧说明: experts far apart need a written word of the lead expert. */
export const EXA_109: RuleHeader = {
  id: 'EXA-109',
  name: '评分分歧须由组长说明',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '评分分歧大时由组长书面说明'),
  parameters: ['exante.spread_warning', 'exante.outlier'],
}

/**
 * @param scores.needsNote computed from the submitted sheets: wide spread or an outlier
 * @param scores.isSigned whether the lead expert has signed the note
 */
export function checkSpreadNote(scores: {
  readonly needsNote: boolean
  readonly isSigned: boolean
}): Finding[] {
  const message = '专家评分差异较大，组长还没有签署“评分差异组长说明”，请联系组长办理。'
  return foundIf(scores.needsNote && !scores.isSigned, EXA_109, message, {
    section: 'panel',
    field: 'panelMarks',
  })
}
