import { Type } from 'typebox'
import { selfEvaluation } from '../../domain/evaluation/index.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import {
  findSelfScoringPlaces,
  readSelfScoring,
  type RecomputedForm,
  type SelfScoringForm,
  storeRecomputed,
} from '../../storage/self-scoring-repository.ts'
import { requireOwnPlace } from '../kernel/own-place.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { type SelfFields, scoreFields } from './self-fields.ts'

/** Handed in and not yet final: a draft computes as it is shown, a confirmed form is what was confirmed. */
const OPEN_STATES = Object.entries(selfEvaluation.workflow.states)
  .filter(([state, { isFinal }]) => state !== selfEvaluation.workflow.initial && !isFinal)
  .map(([state]) => state)

const Input = Type.Object(
  {
    fiscalYear: Type.Integer({ minimum: 2000, maximum: 2100 }),
    jurisdiction: Type.Optional(Type.String({ pattern: '^\\d{6}$' })),
  },
  { additionalProperties: false },
)

/**
 * 重算自评得分: after a rule or a parameter changed, every form handed in and not yet confirmed gets the
 * scores, total and grade the rules in force give; scores that units entered themselves stay. In one
 * transaction with one audit row; the history keeps what stood there before.
 */
export const recomputeSelfEvaluations = defineUseCase({
  id: 'evaluation.recompute',
  title: '重算自评得分',
  stage: 'evaluation',
  kind: 'command',
  by: ['finance_performance', 'province'],
  input: Input,
  output: Type.Object({ forms: Type.Integer(), changedForms: Type.Integer(), changedScores: Type.Integer() }),
  run: async (context, { fiscalYear, jurisdiction }) => {
    requireOwnPlace(context, jurisdiction)
    const wanted = { fiscalYear, states: OPEN_STATES }
    const places = await findSelfScoringPlaces(context.db, wanted, jurisdiction)
    const read = (place: string | undefined) => {
      const reading =
        place === undefined ? undefined : readSelfScoring(context.db, place, wanted, { isLocked: true })
      // Awaited below; should a computation fail first, the transaction is rolled back with the reading open.
      reading?.catch(() => undefined)
      return reading
    }
    const changed: RecomputedForm[] = []
    let count = 0
    let next = read(places[0])
    for (const [index, place] of places.entries()) {
      const forms = (await next) ?? []
      // The database reads the next county while this one is computed.
      next = read(places[index + 1])
      const rules = context.rules.at({ date: context.today, jurisdiction: place, fiscalYear })
      for (const form of forms) changed.push(...recomputed(form, rules))
      count += forms.length
    }
    const stored = await storeRecomputed(context.db, changed)
    context.changed(
      { kind: selfEvaluation.kind, id: null, jurisdictionId: jurisdiction ?? context.actor.jurisdictionId },
      [
        { field: 'fiscalYear', from: null, to: fiscalYear },
        { field: 'forms', from: count, to: stored.forms },
        { field: 'scores', from: null, to: stored.scores },
      ],
    )
    return { forms: count, changedForms: stored.forms, changedScores: stored.scores }
  },
})

/** The form's new figures; nothing where all of them stand there already. */
function recomputed(form: SelfScoringForm, rules: ParameterReader): RecomputedForm[] {
  const fields = scoreFields(form.content, form.indicators, rules)
  const { jurisdictionId, id, content } = form
  const scores = (content.scores ?? []).flatMap((row, index) => {
    const now = fields.scores[index]
    const isSame =
      now !== undefined &&
      now.score_x100 === (row.score_x100 ?? null) &&
      now.computedScore_x100 === (row.computedScore_x100 ?? null) &&
      now.scoringMethod === (row.scoringMethod ?? null)
    return now && !isSame
      ? [
          {
            id: row.id ?? '',
            score_x100: now.score_x100,
            computed_x100: now.computedScore_x100,
            method: now.scoringMethod,
          },
        ]
      : []
  })
  const figures = figuresJson(fields)
  const isSame = figures === figuresJson(content)
  return scores.length === 0 && isSame ? [] : [{ jurisdictionId, id, figures, scores }]
}

function figuresJson(fields: { readonly [K in keyof Omit<SelfFields, 'scores'>]?: unknown }): string {
  const { executionScore_x100, adjustments, totalScore_x100, grade } = fields
  const figures = Object.entries({ executionScore_x100, adjustments, totalScore_x100, grade })
  return JSON.stringify(Object.fromEntries(figures.filter(([, value]) => value != null)))
}
