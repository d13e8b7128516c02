import { rowsOf } from '../../../forms/form-index.ts'
import { computeTrackingDates } from '../../../results/index.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import { dayOf } from '../../../workflow/sentences.ts'
import { allOf, type CaseRecord, type ConsistencyCase, newestOf } from '../../consistency/case.ts'
import { type ConsistencyFinding, inconsistent, type Relation } from '../../consistency/relation.ts'
import { momentOf } from '../../consistency/retell.ts'
import { cellSpot, sameValue, spotAt } from '../../consistency/spot.ts'

/** PIL-158 跟踪问效: what is followed is what was rectified, on the days the closed notice began. */
export const PIL_158: RuleHeader = {
  id: 'PIL-158',
  name: '跟踪问效与整改任务一致',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（五）跟踪问效'),
}

export const followUps: Relation = {
  header: PIL_158,
  check: (given) => {
    const due = trackingDays(given)
    return allOf(given, 'results.followUp').flatMap((record) => [
      ...sameDay(record, due),
      ...sameProblems(record, given),
    ])
  },
}

/** The days on which the effect is looked at again; none before the notice is closed. */
export function trackingDays(given: ConsistencyCase): readonly string[] {
  const notice = newestOf(given, 'results.notice')
  const closed = notice && momentOf(notice, 'close')
  if (closed === undefined) return []
  const day = dayOf(closed)
  return computeTrackingDates(day, given.rulesAt(day)).dates
}

function sameDay(record: CaseRecord, due: readonly string[]): ConsistencyFinding[] {
  const day = record.content['dueOn']
  if (typeof day !== 'string' || due.length === 0 || due.includes(day)) return []
  const message = `“${record.title}”应跟踪日期${day}，不是整改通知办结后应跟踪的日期（${due.join('、')}），请核对。`
  return [inconsistent(PIL_158, record.id, message)]
}

function sameProblems(record: CaseRecord, given: ConsistencyCase): ConsistencyFinding[] {
  const tasks = allOf(given, 'results.task')
  return rowsOf(record.content, 'problems').flatMap((row, index) => {
    const task = tasks.find(({ content }) => content['problemNumber'] === row['problemNumber'])
    const of = (column: string) => cellSpot(record, 'problems', index, column)
    if (!task) {
      const message = `“${record.title}”第${index + 1}行的问题没有整改任务，请核对序号。`
      return [inconsistent(PIL_158, record.id, message)]
    }
    return [
      ...sameValue(PIL_158, of('problem'), spotAt(task, 'problem')),
      ...sameValue(PIL_158, of('outcome'), spotAt(task, 'result')),
    ]
  })
}
