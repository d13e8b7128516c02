import type { ResultsNoticeContent } from '../../forms/contents.ts'
import { found, foundIf } from '../../shared/check.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { PROBLEM_SOURCES } from '../problem-source.ts'

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
 * @param given.problems of the confirmed evaluations and of open monitoring
 */
export function checkNotice(
  content: ResultsNoticeContent,
  given: { readonly problems: readonly FoundProblem[]; readonly today: DateText },
): Finding[] {
  return [...checkDays(content, given.today), ...checkCovered(content, given.problems)]
}

type FoundProblem = Pick<NonNullable<ResultsNoticeContent['problems']>[number], 'problem' | 'source'>

function checkDays(
  { planDueOn, completionDueOn, problems }: ResultsNoticeContent,
  today: DateText,
): Finding[] {
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
    ...(problems ?? []).flatMap(({ dueOn }, row) =>
      foundIf(
        Boolean(dueOn && planDueOn && dueOn < planDueOn),
        RES_101,
        `第${row + 1}个问题的完成期限早于措施报送期限，请核对。`,
        { section: 'problems', field: 'problems', row, column: 'dueOn' },
      ),
    ),
  ]
}

function checkCovered(content: ResultsNoticeContent, problems: readonly FoundProblem[]): Finding[] {
  const named = new Set((content.problems ?? []).map(({ problem }) => problem?.trim()))
  return problems.flatMap(({ problem, source }) => {
    const text = problem?.trim() ?? ''
    if (text === '' || named.has(text)) return []
    const start = text.length > 20 ? `${text.slice(0, 20)}……` : text
    const message = `${PROBLEM_SOURCES[source ?? 'finance']}发现的问题“${start}”没有原文列入整改通知，请核对是否遗漏。`
    return [found(RES_101, message, { section: 'problems', field: 'problems' }, 'warning')]
  })
}
