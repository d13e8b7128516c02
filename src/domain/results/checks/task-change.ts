import type { ResultsTaskChangeContent } from '../../forms/contents.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { foundIf, isWritten } from '../../shared/check.ts'
import { addDays, type DateText } from '../../shared/dates.ts'
import type { Finding } from '../../shared/finding.ts'
import { findFen, formatWanYuan } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { DONE_STATES } from '../task-due.ts'

/** RES-110 整改延期: later than the task's day and than today, within the limit the place has set. */
export const RES_110: RuleHeader = {
  id: 'RES-110',
  name: '整改延期',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（五）以评促改'),
  standing: 'proposal',
  parameters: ['results.extension'],
}

/** RES-111 免予整改: only with proof, and never without a word about money that is still to come back. */
export const RES_111: RuleHeader = {
  id: 'RES-111',
  name: '免予整改',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（五）以评促改'),
  standing: 'proposal',
}

const at = (field: string) => ({ section: 'request', field })

type Task = {
  readonly taskState: string
  readonly dueOn: DateText | null
  readonly granted: number
  readonly today: DateText
}

/**
 * @param given.taskState where the task stands now
 * @param given.dueOn the task's day of completion as it is now, which the request may have been written before
 * @param given.granted how many extensions of this task were granted before
 */
export function checkTaskChange(
  content: ResultsTaskChangeContent,
  given: Task,
  rules: ParameterReader,
): Finding[] {
  const header = content.changeType === 'exemption' ? RES_111 : RES_110
  const isDone = DONE_STATES.includes(given.taskState)
  const isInHands = given.taskState === 'open' || given.taskState === 'planned'
  const words = isDone ? '这项整改已经办结，不用再申请。' : '这项整改已报告或已移送，现在不能延期或免予整改。'
  return [
    ...foundIf(!isInHands, header, words, at('changeType')),
    ...(content.changeType === 'extension' ? checkExtension(content, given, rules) : []),
    ...(content.changeType === 'exemption' ? checkExemption(content) : []),
  ]
}

function checkExtension(
  { newDueOn }: ResultsTaskChangeContent,
  { dueOn, granted, today }: Task,
  rules: ParameterReader,
): Finding[] {
  const { maxTimes, maxDays } = rules.value('results.extension').value
  const isOverdue = dueOn === null || dueOn < today
  const from = isOverdue ? today : dueOn
  const last = addDays(from, maxDays)
  return [
    ...foundIf(
      granted >= maxTimes,
      RES_110,
      `这项整改已延期${granted}次，最多延期${maxTimes}次，请按期完成或由财政部门督办。`,
      at('changeType'),
    ),
    ...foundIf(
      Boolean(newDueOn && newDueOn <= from),
      RES_110,
      isOverdue ? `新的期限应晚于今天${today}，请改正。` : `新的期限应晚于现在的期限${from}，请改正。`,
      at('newDueOn'),
    ),
    ...foundIf(
      Boolean(newDueOn && newDueOn > last),
      RES_110,
      `每次最多延长${maxDays}天，从${isOverdue ? '今天' : '现在的期限'}算起，最晚到${last}，请提前。`,
      at('newDueOn'),
    ),
  ]
}

function checkExemption({ evidence, evidenceNote, recover_fen }: ResultsTaskChangeContent): Finding[] {
  const hasProof = (evidence ?? []).length > 0 || isWritten(evidenceNote)
  const owed = findFen(recover_fen) ?? 0n
  return [
    ...foundIf(!hasProof, RES_111, '申请免予整改须有佐证，请上传附件或填写佐证说明。', at('evidence')),
    ...foundIf(
      owed > 0n,
      RES_111,
      `这个问题应收回资金${formatWanYuan(owed)}万元，免予整改后不再催收，请在理由中写明资金如何处理。`,
      at('reason'),
      'warning',
    ),
  ]
}
