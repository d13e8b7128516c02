import type { EvaluationFinanceContent, ResultsNoticeContent } from '../../forms/contents.ts'
import { found, foundIf } from '../../shared/check.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** RES-101 整改通知: every problem of the evaluation is in it, and its days are possible. */
export const RES_101: RuleHeader = {
  id: 'RES-101',
  name: '整改通知内容完整',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（五）以评促改'),
}

/**
 * A problem may be reworded for the notice, but not lost: dropping one is a warning that names it.
 * @param given.problems of the confirmed evaluation
 */
export function checkNotice(
  content: ResultsNoticeContent,
  given: { readonly problems: EvaluationFinanceContent['problems']; readonly today: DateText },
): Finding[] {
  return [...checkDays(content, given.today), ...checkCovered(content, given.problems)]
}

function checkDays({ planDueOn, completionDueOn }: ResultsNoticeContent, today: DateText): Finding[] {
  const at = (field: string) => ({ section: 'deadline', field })
  return [
    ...foundIf(
      Boolean(planDueOn && planDueOn < today),
      RES_101,
      '整改措施报送期限已过，请填写今天以后的日期。',
      at('planDueOn'),
    ),
    ...foundIf(
      Boolean(planDueOn && completionDueOn && completionDueOn < planDueOn),
      RES_101,
      '整改完成期限早于措施报送期限，请核对。',
      at('completionDueOn'),
    ),
  ]
}

function checkCovered(
  content: ResultsNoticeContent,
  problems: EvaluationFinanceContent['problems'],
): Finding[] {
  const named = new Set((content.problems ?? []).map(({ problem }) => problem?.trim()))
  return (problems ?? []).flatMap(({ problem }) => {
    const text = problem?.trim() ?? ''
    if (text === '' || named.has(text)) return []
    const start = text.length > 20 ? `${text.slice(0, 20)}……` : text
    const message = `评价发现的问题“${start}”没有原文列入整改通知，请核对是否遗漏。`
    return [found(RES_101, message, { section: 'problems', field: 'problems' }, 'warning')]
  })
}
