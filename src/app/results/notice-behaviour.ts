import type { ResultsNoticeContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { reachedBy, rectificationNotice } from '../../domain/results/index.ts'
import { checkNotice } from '../../domain/results/checks/index.ts'
import {
  computeFeedbackDeadline,
  computePlanDeadline,
  computeRecovery,
  computeRectificationRate,
  type ProblemText,
} from '../../domain/results/compute/index.ts'
import { found, foundIf } from '../../domain/shared/check.ts'
import type { Explanation } from '../../domain/shared/explanation.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { findFen } from '../../domain/shared/money.ts'
import { formatRatio } from '../../domain/shared/ratio.ts'
import type { ResultsTaskContent } from '../../domain/forms/contents.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { Assessment, RecordBehaviour } from '../records/behaviour.ts'
import { findRecordData, type RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { collectProblems } from './collect-problems.ts'
import { findConfirmedEvaluation, getConfirmedEvaluation } from './confirmed-evaluation.ts'
import { RES_901, RES_910 } from '../../domain/results/gates.ts'
import { findRepeats, type Repeat, short } from './known-problems.ts'
import { recoveringOf } from './recovering.ts'
import { responsibilityDocument } from './task-documents.ts'
import { noticeDocument } from './results-documents.ts'

/** 绩效评价整改通知. */
export const noticeBehaviour: RecordBehaviour = {
  kind: rectificationNotice.kind,
  prefill: prefillNotice,
  assess: assessNotice,
  documents: { 'rectification-notice': noticeDocument, 'responsibility-list': responsibilityDocument },
}

/** What evaluations and monitoring found, word for word, with what was suggested as requirement. */
async function prefillNotice(context: Context, project: ProjectRow | undefined): Promise<Content> {
  if (!project) return {}
  const { grade, score_x100 } = await getConfirmedEvaluation(context, project)
  const { jurisdictionId: jurisdiction, fiscalYear } = project
  const rules = context.rules.at({ date: context.today, jurisdiction, fiscalYear })
  return {
    addressee: project.departmentId,
    ...(score_x100 === null ? {} : { evaluatedScore_x100: score_x100 }),
    ...(grade === null ? {} : { grade }),
    noticeTitle: `关于${project.name}绩效评价结果和整改要求的通知`,
    problems: (await collectProblems(context, project)) as Content['problems'] & object,
    planDueOn: computePlanDeadline(context.today, rules).dueOn,
    contact: context.actor.personName,
  }
}

async function assessNotice(context: Context, data: RecordData): Promise<Assessment> {
  const rules = rulesOf(context, data)
  const figures: Record<string, string> = {}
  const explanations: Record<string, Explanation> = {}
  const evaluation = data.project && (await findConfirmedEvaluation(context, data.project))
  if (evaluation) {
    const feedback = computeFeedbackDeadline(evaluation.confirmedOn, rules)
    figures['feedbackDueOn'] = feedback.dueOn
    explanations['feedbackDueOn'] = feedback.explanation
  }
  const tasks = await findTasks(context, data)
  if (tasks.length > 0) {
    const { rate, explanation } = computeRectificationRate(tasks.map(taskState))
    figures['rectificationRate'] = formatRatio(rate)
    explanations['rectificationRate'] = explanation
    const recovery = computeRecovery(tasks.map(recoveringOf))
    if (recovery.claimed_fen + recovery.recovered_fen > 0n) {
      figures['recovery'] = recovery.explanation.result
      explanations['recovery'] = recovery.explanation
    }
  }
  const isOpen = ['draft', 'proposed'].includes(data.record.state)
  const repeats = await repeatsOf(context, data)
  if (repeats) {
    figures['repeats'] = repeats.explanation.result
    explanations['repeats'] = repeats.explanation
  }
  const findings = isOpen && repeats ? await checkNoticeFor(context, data, repeats) : []
  return { findings, figures, explanations }
}

/** Problems, days and the day by which the result must be fed back. */
export async function checkNoticeContent(context: Context, data: RecordData): Promise<Finding[]> {
  const repeats = await repeatsOf(context, data)
  return repeats ? checkNoticeFor(context, data, repeats) : []
}

type Repeats = Awaited<ReturnType<typeof findRepeats>>

async function repeatsOf(context: Context, { project, content }: RecordData): Promise<Repeats | undefined> {
  if (!project) return undefined
  const { unitId, code: projectCode } = project
  const now = problemTexts(content).map((problem) => ({ ...problem, unitId, projectCode }))
  return findRepeats(context, project, now)
}

async function checkNoticeFor(context: Context, data: RecordData, { repeats }: Repeats): Promise<Finding[]> {
  if (!data.project) return []
  const { today } = context
  const { confirmedOn } = await getConfirmedEvaluation(context, data.project)
  const problems = await collectProblems(context, data.project)
  const { dueOn } = computeFeedbackDeadline(confirmedOn, rulesOf(context, data))
  return [
    ...repeats.flatMap((repeat, row) => (repeat ? [repeatedAt(row, repeat)] : [])),
    ...checkNotice(data.content as ResultsNoticeContent, { problems, today }),
    ...foundIf(
      today > dueOn,
      RES_901,
      `评价结果于${confirmedOn}确认，整改通知应在${dueOn}前发出，现已逾期，请尽快签发。`,
    ),
  ]
}

function problemTexts(content: Content): ProblemText[] {
  return ((content as ResultsNoticeContent).problems ?? []).map(
    ({ problem, requirementType, indicator }) => ({
      problem: problem ?? '',
      requirementType: requirementType ?? null,
      indicator: indicator ?? null,
    }),
  )
}

function repeatedAt(row: number, { relation, year, projectName, problem, reason }: Repeat): Finding {
  const message = `与${relation}${year}年“${projectName}”的问题“${short(problem)}”相近（${reason}），请核对是否屡查屡犯。`
  return found(RES_910, message, { section: 'problems', field: 'problems', row, column: 'problem' })
}

/** The tasks that came from this notice, in the order of its problems. */
export async function findTasks(context: Context, { record }: RecordData): Promise<RecordData[]> {
  const { jurisdictionId, id: subjectId } = record
  return findRecordData(context, { jurisdictionId, kind: 'results.task', subjectId })
}

function taskState({ record, content }: RecordData) {
  const recovered = findFen((content as ResultsTaskContent).verifiedRecovered_fen)
  return { state: reachedBy(record.state), ...(recovered === undefined ? {} : { recovered_fen: recovered }) }
}
