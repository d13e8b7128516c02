import type { DimensionCode, ParameterReader } from '../../rules/parameter-values.ts'
import { Decimal } from '../../shared/decimal.ts'
import type { Explained } from '../../shared/explanation.ts'
import { GRADES, type Grade } from '../../shared/grade.ts'
import { formatBp } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, roundScore, type Score_x100, scorePoints } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const EXA_002: RuleHeader = {
  id: 'EXA-002',
  name: '专家评分表得分',
  stage: 'exante',
  kind: 'compute',
  source: cite('nx-2022-376', '附件6'),
  parameters: ['exante.option_values', 'exante.rubric'],
}

export type SheetRow = {
  readonly dimension: DimensionCode
  /** What the rubric of this sheet calls the dimension; the rules' own name where it says nothing. */
  readonly dimensionLabel?: string | null
  readonly item: string
  readonly weight_x100: Score_x100
  readonly option?: Grade | null
}

export type DimensionScore = {
  readonly code: DimensionCode
  readonly label: string
  readonly points_x100: Score_x100
  readonly score_x100: Score_x100
}

export type SheetScore = Explained<{
  /** `null` while an item is not marked. */
  readonly total_x100: Score_x100 | null
  readonly dimensions: readonly DimensionScore[]
  /** Score of each row, in the order given. */
  readonly rows: readonly (Score_x100 | null)[]
  readonly missing: readonly string[]
}>

/** EXA-002: item points × value of the option; dimensions and total are sums of the rounded rows. */
export function computeSheetScore(rows: readonly SheetRow[], rules: ParameterReader): SheetScore {
  const values = rules.value('exante.option_values')
  const rubric = rules.value('exante.rubric')
  const share = (option: Grade) => new Decimal(values.value[`${option}_bp`]).div(10_000)
  const scores = rows.map(({ weight_x100, option }) =>
    option ? roundScore(scorePoints(weight_x100).times(share(option))) : null,
  )
  const dimensions = rubric.value.dimensions.flatMap(({ code, label }) => {
    const own = rows.flatMap((row, index) =>
      row.dimension === code ? [{ row, score: scores[index] ?? 0 }] : [],
    )
    const points_x100 = own.reduce((sum, { row }) => sum + row.weight_x100, 0)
    return own.length === 0
      ? []
      : [
          {
            code,
            label: own[0]?.row.dimensionLabel || label,
            points_x100,
            score_x100: own.reduce((sum, { score }) => sum + score, 0),
          },
        ]
  })
  const missing = rows.filter((row) => !row.option).map((row) => row.item)
  const isComplete = rows.length > 0 && missing.length === 0
  const total_x100 = isComplete ? dimensions.reduce((sum, each) => sum + each.score_x100, 0) : null
  const words = dimensions.map((d) => `${d.label}${formatScore(d.score_x100)}/${formatWeight(d.points_x100)}`)
  const result = total_x100 === null ? '待填' : `${formatScore(total_x100)}分`
  return {
    total_x100,
    dimensions,
    rows: scores,
    missing,
    explanation: explain(EXA_002, {
      sentence: isComplete
        ? `${words.join('、')}，合计${result}。`
        : `还有${missing.length}项没有评价，填齐后计算得分。`,
      inputs: rows.map((row) => ({ label: row.item, value: row.option ? GRADES[row.option] : '未评价' })),
      parameters: [values],
      formula: `要点分值 × 档次比例（${optionWords(values.value)}）`,
      result,
      rounding: '各要点四舍五入到两位小数，再相加',
    }),
  }
}

function optionWords(values: Readonly<Record<`${Grade}_bp`, number>>): string {
  const grades = Object.entries(GRADES) as [Grade, string][]
  return grades.map(([grade, title]) => `${title}${formatBp(values[`${grade}_bp`])}`).join('、')
}
