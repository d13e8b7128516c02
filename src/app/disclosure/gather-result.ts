import type {
  PublishedDecision,
  PublishedEvaluation,
  PublishedProblem,
  PublishedRectification,
  PublishedScoreRow,
  PublishedSelfEvaluation,
} from '../../domain/disclosure/published-project.ts'
import { enteredScore, selfInput } from '../evaluation/self-input.ts'
import type {
  EvaluationFinanceContent,
  EvaluationSelfContent,
  EvaluationSelfScoresRow,
  ResultsBudgetDecisionContent,
  ResultsTaskContent,
} from '../../domain/forms/contents.ts'
import { optionLabel } from '../../domain/forms/form-index.ts'
import { isParameterId, type ParameterReader } from '../../domain/rules/parameter-values.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { findNames } from '../../storage/name-repository.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { getApprovedTarget } from '../records/approved-target.ts'
import { findLatestRecord, findRecordData, getForm, type RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { findConfirmedEvaluation } from '../results/confirmed-evaluation.ts'

/** What is known of the result of a project when it is published, each part apart, with the records behind it. */
export type GatheredResult = {
  readonly selfEvaluation: PublishedSelfEvaluation | null
  readonly evaluation: PublishedEvaluation | null
  readonly problems: readonly PublishedProblem[] | null
  readonly rectification: readonly PublishedRectification[] | null
  readonly decision: PublishedDecision | null
  readonly behind: readonly RecordData[]
}

export async function gatherResult(context: Context, project: ProjectRow): Promise<GatheredResult> {
  const self = await findLatestRecord(context, project, 'evaluation.self')
  const confirmedSelf = self?.record.state === 'confirmed' ? self : undefined
  const evaluation = await findConfirmedEvaluation(context, project)
  const { jurisdictionId, id: projectId } = project
  const tasks = await findRecordData(context, { jurisdictionId, projectId, kind: 'results.task' })
  const decision = await findLatestRecord(context, project, 'results.budgetDecision')
  const decided = decision?.record.state === 'decided' ? decision : undefined
  return {
    selfEvaluation: confirmedSelf ? await selfOf(context, project, confirmedSelf) : null,
    evaluation: evaluation ? await evaluationOf(context, evaluation.data, evaluation.confirmedOn) : null,
    problems: evaluation ? problemsOf(evaluation.content) : null,
    rectification: tasks.length > 0 ? tasks.map(rectificationOf) : null,
    decision: decided ? decisionOf(context, decided) : null,
    behind: [confirmedSelf, evaluation?.data, ...tasks, decided].filter((one) => one !== undefined),
  }
}

async function selfOf(
  context: Context,
  project: ProjectRow,
  data: RecordData,
): Promise<PublishedSelfEvaluation | null> {
  const content = data.content as EvaluationSelfContent
  const { indicators } = await getApprovedTarget(context, project, data.record.createdAt)
  const { rows, funds } = selfInput(content, indicators)
  if (!funds || content.totalScore_x100 == null) return null
  const written = content.scores ?? []
  return {
    confirmedOn: dayOf(data.acts.at(-1)?.actedAt ?? context.now),
    budget_fen: funds.budget_fen.toString(),
    executed_fen: funds.executed_fen.toString(),
    execution_x100: content.executionScore_x100 ?? null,
    rows: rows.map((row, index): PublishedScoreRow => {
      const given = (written[index] ?? {}) as EvaluationSelfScoresRow
      return {
        level1: given.level1 ?? '',
        level2: given.level2 ?? '',
        targetText: given.targetText ?? '',
        actualInWords: actualInWords({ ...given, actual: row.actual.actual ?? null }, row.target.unit ?? ''),
        target: row.target,
        actual: {
          actual: row.actual.actual ?? null,
          actualDate: row.actual.actualDate ?? null,
          actualText: row.actual.actualText ?? null,
          band: row.actual.band ?? null,
          bandPercent: row.actual.bandPercent ?? null,
        },
        entered_x100: enteredScore(given),
        overReviewed_x100: row.overReviewed_x100 ?? null,
        score_x100: given.score_x100 ?? given.computedScore_x100 ?? null,
      }
    }),
    adjustments: (content.adjustments ?? []).map(({ label, points_x100 }) => ({
      label: label ?? '',
      points_x100: points_x100 ?? 0,
    })),
    total_x100: content.totalScore_x100,
    grade: content.grade ?? null,
    rules: evaluationRules(context, rulesOf(context, data)),
  }
}

function actualInWords(
  row: Pick<EvaluationSelfScoresRow, 'actual' | 'actualText' | 'actualDate'>,
  unit: string,
): string {
  if (row.actual) return `${row.actual}${unit}`
  return row.actualText ?? row.actualDate ?? ''
}

/** The values the score was computed by; those that were not in force are left out. */
function evaluationRules(context: Context, reader: ParameterReader) {
  const ids = context.rules.parameters
    .map(({ id }) => id)
    .filter(isParameterId)
    .filter((id) => id.startsWith('evaluation.'))
  const found = ids.flatMap((id) => {
    try {
      return [[id, reader.value(id)] as const]
    } catch (error) {
      if (error instanceof DomainError && error.code === 'PARAMETER_NOT_IN_FORCE') return []
      throw error
    }
  })
  return Object.fromEntries(found)
}

async function evaluationOf(
  context: Context,
  data: RecordData,
  confirmedOn: string,
): Promise<PublishedEvaluation> {
  const content = data.content as EvaluationFinanceContent
  const { agency } = content
  const evaluator = agency ? ((await findNames(context.db, [agency]))[agency] ?? '') : ''
  return {
    confirmedOn,
    evaluator,
    total_x100: content.totalScore_x100 ?? null,
    grade: content.grade ?? null,
    received_fen: content.received_fen ?? '',
    spent_fen: content.spent_fen ?? '',
    conclusion: content.conclusion ?? '',
    items: (content.scores ?? []).map((row) => ({
      level1: optionLabel(data.form, 'scores', row.level1, 'level1'),
      level2: row.level2 ?? '',
      name: row.name ?? '',
      weight_x100: row.weight_x100 ?? 0,
      score_x100: row.score_x100 ?? 0,
      basis: row.basis ?? '',
    })),
  }
}

function problemsOf({ problems }: EvaluationFinanceContent): PublishedProblem[] {
  return (problems ?? []).map((row) => ({
    problem: row.problem ?? '',
    indicator: row.indicator ?? '',
    amount_fen: row.amount_fen ?? '',
    suggestion: row.suggestion ?? '',
  }))
}

const PLANNED_STATES: readonly string[] = ['planned', 'reported', 'reviewed', 'verified']

function rectificationOf({ record, kind, content }: RecordData): PublishedRectification {
  const task = content as ResultsTaskContent
  const titleOf = (state: string) => kind.workflow.states[state]?.title ?? state
  // What is typed and not handed in, and a result that nobody verified, is no statement yet.
  const isPlanned = PLANNED_STATES.includes(record.state)
  const isVerified = record.state === 'verified'
  return {
    number: task.problemNumber ?? 0,
    problem: task.problem ?? '',
    // To whom a matter was referred is not for the public while it is looked into.
    state: titleOf(record.state === 'referred' ? 'planned' : record.state),
    measure: isPlanned ? (task.measure ?? '') : '',
    result: isVerified ? (task.result ?? '') : '',
    completedOn: isVerified ? (task.completedOn ?? '') : '',
    recovered_fen: isVerified ? (task.verifiedRecovered_fen ?? '') : '',
  }
}

function decisionOf(context: Context, { content, acts }: RecordData): PublishedDecision {
  const decision = content as ResultsBudgetDecisionContent
  const form = getForm(context, 'results/budget-decision')
  return {
    decidedOn: dayOf(acts.at(-1)?.actedAt ?? context.now),
    measure: optionLabel(form, 'measure', decision.measure),
    current_fen: decision.current_fen ?? '',
    next_fen: decision.next_fen ?? '',
    performanceChange_fen: decision.performanceChange_fen ?? '',
    reason: decision.reason ?? '',
  }
}
