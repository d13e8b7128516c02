import { rowsOf } from '../../../forms/form-index.ts'
import { computeTrackingDates } from '../../../results/index.ts'
import { addMonths } from '../../../shared/dates.ts'
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
    const closed = closedOn(given)
    return allOf(given, 'results.followUp').flatMap((record) => [
      ...sameDay(record, closed),
      ...sameProblems(record, given),
    ])
  },
}

/** The day the notice was closed; none before. */
function closedOn(given: ConsistencyCase): string | undefined {
  const notice = newestOf(given, 'results.notice')
  const closed = notice && momentOf(notice, 'close')
  return closed && dayOf(closed)
}

/** The days on which the effect is looked at again; none before the notice is closed, or where nothing was verified. */
export function trackingDays(given: ConsistencyCase): readonly string[] {
  const day = closedOn(given)
  const isVerified = allOf(given, 'results.task').some(({ state }) => state === 'verified')
  return day === undefined || !isVerified ? [] : computeTrackingDates(day, given.rulesAt(day)).dates
}

/** So many months after the notice was closed. */
function sameDay(record: CaseRecord, closed: string | undefined): ConsistencyFinding[] {
  const { dueOn, months } = record.content
  if (closed === undefined || typeof dueOn !== 'string' || typeof months !== 'number') return []
  const due = addMonths(closed, months)
  if (dueOn === due) return []
  const message = `“${record.title}”应跟踪日期${dueOn}，不是整改通知办结（${closed}）后${months}个月（${due}），请核对。`
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
