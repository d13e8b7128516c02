import type { ExanteEvaluationContent } from '../../forms/contents.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EXA-103 独立评分人数: enough people named, and enough of them have scored. */
export const EXA_103: RuleHeader = {
  id: 'EXA-103',
  name: '独立评分人数',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '独立评分不少于两人'),
  parameters: ['exante.minimum_raters'],
}

const WHERE = { section: 'experts', field: 'experts' }

/** Before scoring opens: enough different experts are named. */
export function checkExpertsNamed({ experts }: ExanteEvaluationContent, rules: ParameterReader): Finding[] {
  const { count } = rules.value('exante.minimum_raters').value
  const named = new Set((experts ?? []).map(({ person }) => person).filter(Boolean)).size
  const message = `已确定 ${named} 名评分人，至少需要 ${count} 名，请补充后再组织评分。`
  return foundIf(named < count, EXA_103, message, WHERE)
}

/** Before scoring closes: enough have handed in, by different people. */
export function checkScoresIn(
  sheets: readonly { readonly personId: string; readonly isSubmitted: boolean }[],
  rules: ParameterReader,
): Finding[] {
  const { count } = rules.value('exante.minimum_raters').value
  const handedIn = new Set(sheets.filter(({ isSubmitted }) => isSubmitted).map(({ personId }) => personId))
    .size
  const message = `已有 ${handedIn} 人提交评分，至少需要 ${count} 人，请催交后再结束评分。`
  return foundIf(handedIn < count, EXA_103, message, WHERE)
}
