import type { RuleHeader } from '../shared/rule-header.ts'
import { cite } from '../shared/sources.ts'

/** RES-901: the result goes back to the department within the days set. */
export const RES_901: RuleHeader = {
  id: 'RES-901',
  name: '整改通知按期反馈',
  stage: 'results',
  kind: 'check',
  severity: 'warning',
  source: cite('local-results-rule', '结果反馈'),
  standing: 'seen',
  parameters: ['results.feedback_days'],
}

/** RES-902: nothing is published before it is confirmed. */
export const RES_902: RuleHeader = {
  id: 'RES-902',
  name: '评价结果确认后公开',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（四）'),
}

/** RES-903: whoever decides about next year sees which rectification is overdue. */
export const RES_903: RuleHeader = {
  id: 'RES-903',
  name: '挂钩决定前的整改情况',
  stage: 'results',
  kind: 'check',
  severity: 'warning',
  source: cite('nx-2022-pilot-plan', '三、（五）'),
}

/** RES-904: verified money is not more than the problem was about. */
export const RES_904: RuleHeader = {
  id: 'RES-904',
  name: '核实收回资金',
  stage: 'results',
  kind: 'check',
  severity: 'warning',
  source: cite('nx-2022-pilot-plan', '三、（五）'),
}

/** RES-905: a task past its day is shown as late until somebody acts. */
export const RES_905: RuleHeader = {
  id: 'RES-905',
  name: '整改期限',
  stage: 'results',
  kind: 'check',
  severity: 'warning',
  source: cite('local-results-rule', '整改落实'),
  standing: 'seen',
}

/** RES-930: one 专报 of a type and one 通报 a year and place; another only after the first was withdrawn. */
export const RES_930: RuleHeader = {
  id: 'RES-930',
  name: '专报和通报一年一份',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（五）'),
}

/** RES-931: a report tells of confirmed results only, so there must be one. */
export const RES_931: RuleHeader = {
  id: 'RES-931',
  name: '有确认的评价结果才能形成专报',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（五）'),
}

/** RES-932: what the cycle still lacks is said before the report goes up. */
export const RES_932: RuleHeader = {
  id: 'RES-932',
  name: '专报前尚未办结的事项',
  stage: 'results',
  kind: 'check',
  severity: 'warning',
  source: cite('nx-2022-pilot-plan', '三、（五）'),
}

/** RES-910: whoever decides sees which problems were found before; a likeness decides nothing. */
export const RES_910: RuleHeader = {
  id: 'RES-910',
  name: '屡查屡犯提示',
  stage: 'results',
  kind: 'check',
  severity: 'warning',
  source: cite('nx-2022-pilot-plan', '三、（五）以评促改'),
  standing: 'proposal',
  parameters: ['results.repeat_similarity', 'results.problem_words'],
}

/** RES-911: only what the rule on overdue rectification closes needs a leader's permission. */
export const RES_911: RuleHeader = {
  id: 'RES-911',
  name: '逾期整改项目特批安排',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（五）'),
  standing: 'proposal',
}

/** The gates of this room, for the catalogue of rules. */
export const resultsGates: readonly RuleHeader[] = [
  ...[RES_901, RES_902, RES_903, RES_904, RES_905],
  ...[RES_910, RES_911],
  ...[RES_930, RES_931, RES_932],
]
