import type { ResultsExitListContent } from '../../forms/contents.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { found } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** RES-134 到期继续: going on needs a new ex-ante evaluation that came to a conclusion. */
export const RES_134: RuleHeader = {
  id: 'RES-134',
  name: '到期项目和政策重新评估后继续',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '到期项目不再按延续项目安排，继续安排的重新评估'),
  parameters: ['budget.project_term'],
}

/**
 * @param given.evaluated items (by subject) whose project of a later year was evaluated beforehand with a conclusion;
 *   the evaluation an item was entered with is not a new one
 */
export function checkExitList(
  content: ResultsExitListContent,
  given: { readonly evaluated: ReadonlySet<string> },
  rules: ParameterReader,
): Finding[] {
  const mustEvaluate = rules.value('budget.project_term').value.needsNewEvaluation
  return (content.items ?? []).flatMap((item, row): Finding[] => {
    const where = { section: 'items', field: 'items', row, column: 'decision' }
    if (item.decision === 'renew' && mustEvaluate) {
      const isEvaluated = Boolean(item.subjectId && given.evaluated.has(item.subjectId))
      if (isEvaluated) return []
      const message = `“${item.name ?? ''}”到期后还没有新的事前绩效评估结论，不能继续安排，请先组织评估或改选处理意见。`
      return [found(RES_134, message, where)]
    }
    const isOver = (item.periodEnd ?? '9999') < (content.listedOn ?? '')
    if (item.decision !== 'toTerm' || !isOver) return []
    return [found(RES_134, `“${item.name ?? ''}”已经到期，不能再“执行到期”，请改选处理意见。`, where)]
  })
}
