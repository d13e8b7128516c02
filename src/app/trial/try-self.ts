import { computeSelfEvaluation } from '../../domain/evaluation/compute/index.ts'
import { selfEvaluation } from '../../domain/evaluation/index.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import { GRADES, type Grade } from '../../domain/shared/grade.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import type { Trial } from '../../rules/index.ts'
import {
  findSelfScoringPlaces,
  readSelfScoring,
  type SelfScoringForm,
} from '../../storage/self-scoring-repository.ts'
import { scoreFields, type SelfFields } from '../evaluation/self-fields.ts'
import { scoreText } from '../evaluation/self-figures.ts'
import { selfInput } from '../evaluation/self-input.ts'
import type { Context } from '../kernel/context.ts'
import { changesOf, reasonBy, type TrialDifference, type TrialPart } from './difference.ts'

/** Everything handed in: a draft has no score yet that anybody answers for. */
const STATES = Object.keys(selfEvaluation.workflow.states).filter(
  (state) => state !== selfEvaluation.workflow.initial,
)

/** What a trial would have done to the self-evaluations of a year. */
export async function trySelfEvaluations(
  context: Context,
  { book, layer }: Trial,
  where: { readonly fiscalYear: number; readonly jurisdiction?: string | undefined },
): Promise<TrialPart> {
  const wanted = { fiscalYear: where.fiscalYear, states: STATES }
  const differences: TrialDifference[] = []
  let checked = 0
  let unexplained = 0
  for (const place of await findSelfScoringPlaces(context.db, wanted, where.jurisdiction)) {
    for (const form of await readSelfScoring(context.db, place, wanted)) {
      const moment = {
        date: form.lastActedAt === null ? context.today : dayOf(form.lastActedAt),
        jurisdiction: place,
        fiscalYear: where.fiscalYear,
      }
      const before = scoreFields(form.content, form.indicators, context.rules.at(moment))
      const rules = book.at(moment)
      const after = scoreFields(form.content, form.indicators, rules)
      checked += 1
      if (
        form.content.totalScore_x100 !== undefined &&
        form.content.totalScore_x100 !== before.totalScore_x100
      )
        unexplained += 1
      const changes = changesOf([
        ['自评总分', scoreText(before.totalScore_x100), scoreText(after.totalScore_x100)],
        ['自评等级', gradeText(before), gradeText(after)],
        ...rowScores(before, after),
      ])
      if (changes.length > 0) {
        differences.push({
          recordId: form.id,
          kind: selfEvaluation.kind,
          title: form.title,
          jurisdictionId: place,
          projectId: form.projectId,
          projectName: form.projectName,
          changes,
          reason: reasonOf(form, rules, layer.parameter),
        })
      }
    }
  }
  return { checked, differences, unexplained, skipped: 0 }
}

function gradeText({ grade }: { readonly grade: Grade | null }): string {
  return grade === null ? '待定' : GRADES[grade]
}

/** Computed scores of the rows, so that a change hidden behind a unit's own scores is seen too. */
function rowScores(before: SelfFields, after: SelfFields): [what: string, from: string, to: string][] {
  return before.scores.map(({ computedScore_x100 }, index) => [
    `第${index + 1}项得分`,
    scoreText(computedScore_x100),
    scoreText(after.scores[index]?.computedScore_x100 ?? null),
  ])
}

function reasonOf(form: SelfScoringForm, rules: ParameterReader, parameter: string): string {
  const { rows, funds } = selfInput(form.content, form.indicators)
  return funds ? reasonBy(parameter, computeSelfEvaluation({ rows, funds }, rules).explanation) : ''
}
