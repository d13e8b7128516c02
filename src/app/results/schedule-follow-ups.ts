import type { ResultsTaskContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { applicationFollowUp } from '../../domain/results/index.ts'
import { computeTrackingDates } from '../../domain/results/compute/index.ts'
import { findActs } from '../../storage/act-repository.ts'
import type { Context } from '../kernel/context.ts'
import { beginRecord } from '../records/begin-record.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { followUpBehaviour } from './follow-up-behaviour.ts'

/**
 * One follow-up for each of the months the place has set, counted from the day the notice closed; none where nothing
 * was verified, for then there is no effect to look for.
 */
export async function scheduleFollowUps(
  context: Context,
  notice: RecordData,
  tasks: readonly RecordData[],
): Promise<void> {
  const problems = settledProblems(tasks)
  if (problems.length === 0) return
  const rules = rulesOf(context, { ...notice, acts: [] })
  const { months } = rules.value('results.tracking_months').value
  const { dates } = computeTrackingDates(context.today, rules)
  const known = { ...(await numberOf(context, notice)), problems }
  for (const [at, dueOn] of dates.entries()) {
    const after = months[at] ?? 0
    await beginRecord(context, applicationFollowUp, followUpBehaviour, {
      project: notice.project,
      fiscalYear: notice.record.fiscalYear,
      subjectId: notice.record.id,
      title: `${applicationFollowUp.title}（${after}个月）`,
      content: { ...known, months: after, dueOn } as Content,
    })
  }
}

async function numberOf(context: Context, { record }: RecordData): Promise<{ noticeNumber?: string }> {
  const { jurisdictionId, id: recordId } = record
  const acts = await findActs(context.db, { jurisdictionId, recordId })
  const number = acts.findLast(({ action }) => action === 'issue')?.documentNumber
  return number ? { noticeNumber: number } : {}
}

/** What was verified; an exempted problem has no effect to look for. */
function settledProblems(tasks: readonly RecordData[]) {
  return tasks
    .filter(({ record }) => record.state === 'verified')
    .map(({ content }) => {
      const { problemNumber, problem, result } = content as ResultsTaskContent
      return { problemNumber: problemNumber ?? 1, problem: problem ?? '', outcome: result ?? '' }
    })
}
