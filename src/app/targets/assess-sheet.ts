import type { ProjectBudgetLineContent, TargetsSheetContent } from '../../domain/forms/contents.ts'
import { checkSynchronousApproval } from '../../domain/project/checks/index.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { GRADES } from '../../domain/shared/grade.ts'
import {
  checkJointReview,
  checkReviewComplete,
  checkReviewFindings,
  checkOwners,
  checkReviewOpinions,
  checkReviewOutcome,
  checkTargetSheet,
} from '../../domain/targets/checks/index.ts'
import {
  computeGeneralReview,
  computeTargetReview,
  computeTargetWeights,
  type TargetReview,
} from '../../domain/targets/compute/index.ts'
import { findAssignments } from '../../storage/assignment-repository.ts'
import { findColleagues } from '../../storage/indicator-owner-repository.ts'
import type { Context } from '../kernel/context.ts'
import { roundFindings } from '../project/index.ts'
import { actsOfThisRound } from '../records/act.ts'
import type { Assessment } from '../records/behaviour.ts'
import { findLatestRecord, type RecordData } from '../records/record-data.ts'
import { placeKey, rulesOf } from '../records/rules-of.ts'
import { disclosureDeadline, disclosureFindings } from './disclosure.ts'
import { redactionFindings } from './public-target.ts'
import { openFindings } from './review-findings.ts'
import { lastYearFindings } from './last-year.ts'

/** What the rules say about a target sheet as it stands; its acts are held to the same checks. */
export async function assessSheet(context: Context, data: RecordData): Promise<Assessment> {
  const rules = rulesOf(context, data)
  const weights = weightsOf(data.content, rules)
  const review = reviewOf(data.content, rules)
  const isReviewed = review.grade !== null
  const submissions = submissionsOf(data)
  const deadline = disclosureDeadline(context, data)
  return {
    findings: await findingsOf(context, data),
    explanations: {
      indicators: weights.explanation,
      ...(isReviewed ? { review: review.explanation } : {}),
      ...(deadline ? { disclosedOn: deadline.explanation } : {}),
    },
    figures: {
      indicators: weights.explanation.result,
      ...(isReviewed ? { review: review.explanation.result } : {}),
      ...lineGrades(review),
      ...(submissions > 1 ? { submissions: `第${submissions}次报送` } : {}),
      ...(deadline ? { disclosedOn: deadline.dueOn } : {}),
    },
  }
}

/** The grade of each line beside it. */
function lineGrades({ lines }: TargetReview): Record<string, string> {
  return Object.fromEntries(
    lines.flatMap(({ grade }, row) => (grade ? [[placeKey('review', row, 'lineGrade'), GRADES[grade]]] : [])),
  )
}

async function findingsOf(context: Context, data: RecordData): Promise<Finding[]> {
  switch (data.record.state) {
    case 'draft':
      return [
        ...(await roundFindings(context, data)),
        ...declarationFindings(context, data),
        ...(await ownerFindings(context, data)),
        ...(await lastYearFindings(context, data)),
      ]
    case 'declared':
      return [...declarationFindings(context, data), ...(await lastYearFindings(context, data))]
    case 'reviewed':
      return [...declarationFindings(context, data), ...(await recheckFindings(context, data))]
    case 'rechecked':
      return approvalFindings(context, data)
    case 'approved':
      return [...disclosureFindings(context, data), ...(await redactionFindings(context, data))]
    case 'published':
      return disclosureFindings(context, data)
    default:
      return []
  }
}

/** Whether the sheet says what a target must say. */
export function declarationFindings(context: Context, data: RecordData): Finding[] {
  const projectName = data.project?.name ?? ''
  return checkTargetSheet({ content: data.content, projectName }, rulesOf(context, data))
}

/** Whether somebody in the unit answers for every indicator; asked of whoever declares. */
export async function ownerFindings(context: Context, { project, content }: RecordData): Promise<Finding[]> {
  if (!project) return []
  const colleagues = await findColleagues(context.db, project.unitId, context.today)
  return checkOwners(content, new Set(colleagues.map(({ id }) => id)))
}

/** Whether the review lets it pass: grade, reasons for low lines, opinion from outside. */
export async function recheckFindings(context: Context, data: RecordData): Promise<Finding[]> {
  const rules = rulesOf(context, data)
  const review = reviewOf(data.content, rules)
  return [
    ...checkReviewComplete(review),
    ...(review.grade ? checkReviewOutcome(review.grade, rules) : []),
    ...checkReviewFindings(await openFindings(context, data)),
    ...checkReviewOpinions(data.content, rules),
    ...checkJointReview({
      isAsked: await isAnybodyAsked(context, data),
      hasAdvised: actsOfThisRound(data).some(({ action }) => action === 'advise'),
    }),
  ]
}

async function isAnybodyAsked(context: Context, { project }: RecordData): Promise<boolean> {
  if (!project) return false
  const { jurisdictionId, id: projectId } = project
  const assignments = await findAssignments(context.db, { jurisdictionId, projectId })
  return assignments.some(({ endsOn }) => endsOn === null || endsOn >= context.today)
}

/** Whether the budget is ready to be approved in the same act, for the same money. */
async function approvalFindings(context: Context, data: RecordData): Promise<Finding[]> {
  const line = data.project && (await findLatestRecord(context, data.project, 'project.budgetLine'))
  return synchronousFindings(data, line)
}

/** The same where the newest budget line of the project, if there is one, is at hand. */
export function synchronousFindings(data: RecordData, line: RecordData | undefined): Finding[] {
  const { arranged_fen } = (line?.content ?? {}) as ProjectBudgetLineContent
  const { total_fen } = data.content as TargetsSheetContent
  return checkSynchronousApproval({
    target: { total_fen },
    budgetLine: line && { state: line.record.state, arranged_fen },
  })
}

/** The finance review as far as it is filled in: by points for key projects, in words for the others. */
export function reviewOf(
  { review, overallGrade }: TargetsSheetContent,
  rules: ParameterReader,
): TargetReview {
  const rows = review ?? []
  if (rows.length > 0 && rows.every(({ weight_x100 }) => !weight_x100)) {
    const lines = rows.map(({ aspect, point, grade }) => ({
      aspect: aspect ?? '',
      point: point ?? '',
      grade: grade ?? null,
    }))
    return computeGeneralReview(lines, overallGrade ?? null, rules)
  }
  const lines = rows.map(({ aspect, point, weight_x100, score_x100 }) => ({
    aspect: aspect ?? '',
    point: point ?? '',
    weight_x100: weight_x100 ?? 0,
    score_x100: score_x100 ?? null,
  }))
  return computeTargetReview(lines, rules)
}

/** How often the unit has handed the sheet in; every return starts the next round. */
export function submissionsOf({ acts }: RecordData): number {
  return acts.filter(({ action }) => action === 'declare').length
}

/** The weights of a sheet's indicators beside what each first level has to have. */
export function weightsOf({ indicators }: TargetsSheetContent, rules: ParameterReader) {
  const rows = (indicators ?? []).flatMap(({ level1, weight_x100 }) =>
    level1 ? [{ level1, weight_x100: weight_x100 ?? 0 }] : [],
  )
  return computeTargetWeights(rows, rules)
}
