import { found, foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** RES-102 一个问题一项任务; the notice ends when the last of them is verified or exempted. */
export const RES_102: RuleHeader = {
  id: 'RES-102',
  name: '一个问题一项整改任务，全部核实或批准免予整改后办结',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（五）结果应用跟踪问效机制'),
}

export type TaskState = {
  /** Number of the problem in the notice, from 1. */
  readonly problemNumber: number
  /** Verified, or exempted with approval. */
  readonly isDone: boolean
  /** Where it stands, in words. */
  readonly stateTitle: string
}

/** Asked when a notice is to be closed. */
export function checkNoticeClosing(problems: number, tasks: readonly TaskState[]): Finding[] {
  const numbers = Array.from({ length: problems }, (_, index) => index + 1)
  const counts = numbers.map((number) => tasks.filter((task) => task.problemNumber === number).length)
  const without = numbers.filter((_, index) => counts[index] === 0)
  const twice = numbers.filter((_, index) => (counts[index] ?? 0) > 1)
  const open = tasks.filter((task) => !task.isDone)
  return [
    ...foundIf(without.length > 0, RES_102, `第 ${without.join('、')} 个问题没有整改任务，请核对整改通知。`),
    ...foundIf(twice.length > 0, RES_102, `第 ${twice.join('、')} 个问题有多项整改任务，请核对整改通知。`),
    ...open.map((task) =>
      found(
        RES_102,
        `第 ${task.problemNumber} 个问题的整改“${task.stateTitle}”，核实或批准免予整改后才能办结整改通知。`,
      ),
    ),
  ]
}
