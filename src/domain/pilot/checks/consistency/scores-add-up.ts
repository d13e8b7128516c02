import { computeFinanceEvaluation } from '../../../evaluation/index.ts'
import { rowsOf } from '../../../forms/form-index.ts'
import { GRADES } from '../../../shared/grade.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { formatScore } from '../../../shared/score.ts'
import { dayOf } from '../../../workflow/sentences.ts'
import { cite } from '../../../shared/sources.ts'
import { allOf, type CaseRecord, type ConsistencyCase } from '../../consistency/case.ts'
import { placeWords } from '../../consistency/place-words.ts'
import { type ConsistencyFinding, inconsistent, type Relation } from '../../consistency/relation.ts'
import { momentOf } from '../../consistency/retell.ts'
import { cellSpot, columnSpots, sameSum, spotAt, spotWords } from '../../consistency/spot.ts'

/** PIL-149 得分与等级: totals are their rows, and the grade is what the bands make of the total. */
export const PIL_149: RuleHeader = {
  id: 'PIL-149',
  name: '得分合计与等级一致',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2020-10', '附件1、附件2'),
}

export const scoresAddUp: Relation = {
  header: PIL_149,
  check: (given) => [
    ...allOf(given, 'evaluation.self').flatMap(selfTotal),
    ...allOf(given, 'evaluation.finance').flatMap((record) => financeTotal(record, given)),
    ...allOf(given, 'evaluation.finance').flatMap(questionnaires),
    ...HUNDREDS.flatMap(([kind, field]) => allOf(given, kind).flatMap((record) => hundred(record, field))),
    ...allOf(given, 'evaluation.engagement').flatMap((record) =>
      sameSum(
        PIL_149,
        spotAt(record, 'acceptanceTotal_x100'),
        columnSpots(record, 'acceptance', 'score_x100'),
      ),
    ),
  ],
}

/** The totals of the reviewers take the place of the rows they changed. */
function selfTotal(record: CaseRecord): ConsistencyFinding[] {
  const fixed = [spotAt(record, 'executionScore_x100'), ...columnSpots(record, 'adjustments', 'points_x100')]
  const rows = columnSpots(record, 'scores', 'score_x100')
  const changed = columnSpots(record, 'departmentScores', 'score_x100')
  const numbers = rowsOf(record.content, 'departmentScores').map((row) => Number(row['row']) - 1)
  const kept = rows.filter(({ path }) => !numbers.includes(Number(path[1])))
  const own = rowsOf(record.content, 'financeScores').map((row) => Number(row['row']) - 1)
  const keptByFinance = [
    ...kept,
    ...changed.filter((_, index) => !own.includes(numbers[index] ?? -1)),
  ].filter(({ path }) => path[0] !== 'scores' || !own.includes(Number(path[1])))
  const finance = columnSpots(record, 'financeScores', 'score_x100')
  return [
    ...sameSum(PIL_149, spotAt(record, 'totalScore_x100'), [...fixed, ...rows]),
    ...sameSum(PIL_149, spotAt(record, 'departmentTotal_x100'), [...fixed, ...kept, ...changed]),
    ...sameSum(PIL_149, spotAt(record, 'financeTotal_x100'), [...fixed, ...keptByFinance, ...finance]),
  ]
}

function financeTotal(record: CaseRecord, { rulesAt }: ConsistencyCase): ConsistencyFinding[] {
  const total = spotAt(record, 'totalScore_x100')
  const grade = record.content['grade']
  if (!total) return []
  const rows = rowsOf(record.content, 'scores') as never
  const confirmed = momentOf(record, 'confirm') ?? record.acts.at(-1)?.actedAt
  const rules = rulesAt(dayOf(confirmed ?? ''))
  const computed = computeFinanceEvaluation(rows, rules, record.content['hasSeriousViolation'] === true)
  const { total_x100 } = computed
  const sum = columnSpots(record, 'scores', 'score_x100')
  const weights = computed.weights.isSumRight
    ? []
    : [inconsistent(PIL_149, record.id, `“${record.title}”评价指标的分值合计不是100分，请核对各项。`)]
  if (total_x100 === null) return [...weights, ...sameSum(PIL_149, total, sum)]
  const isGradeRight = computed.grade === grade
  return [
    ...weights,
    ...sameSum(PIL_149, total, sum),
    ...(isGradeRight
      ? []
      : [
          inconsistent(
            PIL_149,
            record.id,
            `${spotWords(total)}，各项合计${formatScore(total_x100)}，等级应为` +
              `“${computed.grade ? GRADES[computed.grade] : '未定'}”，与所填等级不一致，请核对。`,
          ),
        ]),
  ]
}

const ANSWERS = ['verySatisfied', 'satisfied', 'neutral', 'dissatisfied', 'veryDissatisfied'] as const

/** Every valid questionnaire gave one answer; none can be valid that was not returned. */
function questionnaires(record: CaseRecord): ConsistencyFinding[] {
  return rowsOf(record.content, 'questionnaires').flatMap((row, index) => {
    const at = (column: string) => cellSpot(record, 'questionnaires', index, column)
    const valid = at('valid')
    const [sent, returned, counted] = ['sent', 'returned', 'valid'].map((column) => Number(row[column] ?? 0))
    const isOrdered = (sent ?? 0) >= (returned ?? 0) && (returned ?? 0) >= (counted ?? 0)
    return [
      ...sameSum(PIL_149, valid, ANSWERS.map(at)),
      ...(isOrdered || !valid
        ? []
        : [
            inconsistent(
              PIL_149,
              record.id,
              `${spotWords(valid)}，多于收回数，或收回数多于发放数，请核对问卷记录。`,
            ),
          ]),
    ]
  })
}

/** Tables whose points make a hundred. */
const HUNDREDS = [
  ['targets.sheet', 'review'],
  ['evaluation.engagement', 'acceptance'],
  ['pilot.acceptance', 'criteria'],
] as const
const HUNDRED = 100_00

/**
 * Only what is settled: rows somebody is still typing are checked by their own form, and rows of a review that
 * has not begun have no points yet.
 */
function hundred(record: CaseRecord, field: string): ConsistencyFinding[] {
  const isOpen =
    record.kind.kind === 'pilot.acceptance' && !record.kind.workflow.states[record.state]?.isFinal
  if (isOpen) return []
  const points = columnSpots(record, field, 'weight_x100').map(({ value }) => Number(value))
  const sum = points.reduce((all, one) => all + one, 0)
  if (points.length === 0 || sum === HUNDRED) return []
  const place = placeWords(record.form, [field])
  const message = `“${record.title}”${place}分值合计${formatScore(sum)}分，应为100分，请核对各行。`
  return [inconsistent(PIL_149, record.id, message)]
}
