import { computePanelScore, computeSheetScore } from '../../../exante/index.ts'
import { rowsOf } from '../../../forms/form-index.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { formatScore } from '../../../shared/score.ts'
import { cite } from '../../../shared/sources.ts'
import { dayOf } from '../../../workflow/sentences.ts'
import { allOf, type CaseRecord, type ConsistencyCase, newestOf } from '../../consistency/case.ts'
import { type ConsistencyFinding, inconsistent, type Relation } from '../../consistency/relation.ts'
import { momentOf } from '../../consistency/retell.ts'
import { type Spot, spotAt, spotWords } from '../../consistency/spot.ts'

/** PIL-155 专家评分: the sheets, what was taken over from them, and the score of the panel. */
export const PIL_155: RuleHeader = {
  id: 'PIL-155',
  name: '专家评分表与专家组得分一致',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('nx-2022-376', '附件5、附件6'),
}

export const expertPanel: Relation = {
  header: PIL_155,
  check: (given) => {
    const evaluation = newestOf(given, 'exante.evaluation')
    const closed = evaluation && momentOf(evaluation, 'closeScoring')
    if (!evaluation || closed === undefined) return []
    return [
      ...compareSheets(given, evaluation, closed),
      ...spread(evaluation),
      ...pledged(given),
      ...leadNote(given, evaluation),
    ]
  },
}

/** Whoever may not see the sheets compares what was taken over from them with itself only. */
function compareSheets(given: ConsistencyCase, evaluation: CaseRecord, closed: string): ConsistencyFinding[] {
  const rules = given.rulesAt(dayOf(closed))
  const sheets = allOf(given, 'exante.scoreSheet').filter(({ state }) => state === 'submitted')
  const raters = rowsOf(evaluation.content, 'panelRaters')
  if (sheets.length === 0 || sheets.length !== raters.length) return []
  const scored = sheets.map((sheet) => ({
    sheet,
    score: computeSheetScore(rowsOf(sheet.content, 'scores') as never, rules),
  }))
  const marks = rowsOf(evaluation.content, 'panelMarks')
  const own = scored.flatMap(({ sheet, score }) => {
    const person = sheet.content['rater']
    const at = raters.findIndex((row) => row['person'] === person)
    const total = same(evaluation, ['panelRaters', at, 'total_x100'], raters[at]?.['total_x100'], {
      title: sheet.title,
      value: score.total_x100,
    })
    const dimensions = score.dimensions.flatMap(({ code, points_x100, score_x100 }) => {
      const mark = marks.findIndex((row) => row['person'] === person && row['dimension'] === code)
      const path = ['panelMarks', mark] as const
      const of = (value: number) => ({ title: sheet.title, value })
      return [
        ...same(evaluation, [...path, 'score_x100'], marks[mark]?.['score_x100'], of(score_x100)),
        ...same(evaluation, [...path, 'weight_x100'], marks[mark]?.['weight_x100'], of(points_x100)),
      ]
    })
    return [...total, ...dimensions]
  })
  const panel = computePanelScore(
    scored.map(({ sheet, score }) => ({
      rater: String(sheet.content['rater']),
      total_x100: score.total_x100 ?? 0,
      dimensions: score.dimensions,
    })),
    rules,
  )
  const rows = rowsOf(evaluation.content, 'panelDimensions')
  const dimensions = panel.dimensions.flatMap(({ code, points_x100, score_x100 }) => {
    const at = rows.findIndex((row) => row['dimension'] === code)
    const of = (value: number) => ({ title: '各评分表平均', value })
    return [
      ...same(evaluation, ['panelDimensions', at, 'score_x100'], rows[at]?.['score_x100'], of(score_x100)),
      ...same(evaluation, ['panelDimensions', at, 'weight_x100'], rows[at]?.['weight_x100'], of(points_x100)),
    ]
  })
  const total = { title: '各评分表平均', value: panel.total_x100 }
  const score = evaluation.content['panelScore_x100']
  return [...own, ...dimensions, ...same(evaluation, ['panelScore_x100'], score, total)]
}

/** 最高与最低相差. */
function spread(evaluation: CaseRecord): ConsistencyFinding[] {
  const totals = rowsOf(evaluation.content, 'panelRaters').flatMap(({ total_x100 }) =>
    typeof total_x100 === 'number' ? [total_x100] : [],
  )
  const said = spotAt(evaluation, 'panelRange_x100')
  if (!said || totals.length === 0) return []
  const range = Math.max(...totals) - Math.min(...totals)
  const other = { title: '最高与最低总分之差', value: range }
  return same(evaluation, ['panelRange_x100'], said.value, other)
}

/** Every figure the lead expert is asked about is one of the panel. */
function leadNote(given: ConsistencyCase, evaluation: CaseRecord): ConsistencyFinding[] {
  const note = newestOf(given, 'exante.leadNote')
  if (!note) return []
  const marks = ['panelRaters', 'panelMarks', 'panelDimensions'].flatMap((field) =>
    rowsOf(evaluation.content, field).flatMap((row) => [row['total_x100'], row['score_x100']]),
  )
  const figures = new Set(
    [...marks, evaluation.content['panelRange_x100']].flatMap((value) =>
      typeof value === 'number' ? [formatScore(value)] : [],
    ),
  )
  const said = String(note.content['reasons'] ?? '').match(/\d+\.\d\d(?=分|与)/g) ?? []
  return said
    .filter((figure) => !figures.has(figure))
    .map((figure) =>
      inconsistent(
        PIL_155,
        note.id,
        `“${note.title}”说明事由中的${figure}，与专家组评分的各项得分都不一致，请核对。`,
      ),
    )
}

/** The lines an expert pledged to score are the lines that were scored. */
function pledged(given: ConsistencyCase): ConsistencyFinding[] {
  return allOf(given, 'exante.scoreSheet').flatMap((sheet) =>
    sheet.versions.flatMap(({ content }) => {
      const scored = rowsOf(sheet.content, 'scores')
      return rowsOf(content, 'scores').flatMap((row, index) =>
        same(sheet, ['scores', index, 'weight_x100'], row['weight_x100'], {
          title: '现行评分表',
          value: Number(scored[index]?.['weight_x100']),
        }),
      )
    }),
  )
}

function same(
  record: CaseRecord,
  path: Spot['path'],
  value: unknown,
  other: { readonly title: string; readonly value: number | null },
): ConsistencyFinding[] {
  if (value === undefined || value === null || other.value === null || value === other.value) return []
  const spot: Spot = { record, path, value }
  const message = `${spotWords(spot)}，与“${other.title}”的${formatScore(other.value)}不一致，请核对。`
  return [inconsistent(PIL_155, record.id, message)]
}
