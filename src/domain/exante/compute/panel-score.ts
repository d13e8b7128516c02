import type { DimensionCode, ParameterReader } from '../../rules/parameter-values.ts'
import { Decimal } from '../../shared/decimal.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, roundScore, type Score_x100, scorePoints } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import type { DimensionScore } from './sheet-score.ts'
import { computeSpread } from './spread.ts'

export const EXA_003: RuleHeader = {
  id: 'EXA-003',
  name: '专家组得分',
  stage: 'exante',
  kind: 'compute',
  source: cite('nx-2022-376', '附件5 专家意见汇总表'),
  parameters: ['exante.trim_from_experts', 'exante.minimum_raters'],
}

/** One submitted and complete sheet. */
export type PanelSheet = {
  readonly rater: string
  readonly total_x100: Score_x100
  readonly dimensions: readonly DimensionScore[]
}

export type PanelScore = Explained<{
  /** Mean of the sheets that count; `null` while there are fewer than the minimum. */
  readonly total_x100: Score_x100 | null
  readonly dimensions: readonly DimensionScore[]
  readonly isEnough: boolean
  /** Raters whose sheet was left out as highest or lowest. */
  readonly dropped: readonly string[]
  readonly spread: ReturnType<typeof computeSpread>
}>

/**
 * EXA-003: mean of the experts' totals, two decimals. From the trimming number on, one highest and one
 * lowest total are left out. The spread is measured over all sheets, the dropped ones too.
 */
export function computePanelScore(sheets: readonly PanelSheet[], rules: ParameterReader): PanelScore {
  const trim = rules.value('exante.trim_from_experts')
  const minimum = rules.value('exante.minimum_raters')
  const isEnough = sheets.length >= minimum.value.count
  const isTrimmed = trim.value.experts !== null && sheets.length >= trim.value.experts
  const ordered = [...sheets].sort((a, b) => a.total_x100 - b.total_x100)
  const counted = isTrimmed ? ordered.slice(1, -1) : ordered
  const dropped = ordered.filter((sheet) => !counted.includes(sheet)).map((sheet) => sheet.rater)
  const total_x100 = isEnough ? mean(counted.map((sheet) => sheet.total_x100)) : null
  const spread = computeSpread(sheets, rules)
  const result = total_x100 === null ? '待评' : `${formatScore(total_x100)}分`
  const trimWords = isTrimmed ? '去掉一个最高分和一个最低分后' : ''
  return {
    total_x100,
    dimensions: meanOfDimensions(counted),
    isEnough,
    dropped,
    spread,
    explanation: explain(EXA_003, {
      sentence: isEnough
        ? `${sheets.length}人评分，${trimWords}平均${result}。`
        : `已有${sheets.length}人提交评分，至少需要${minimum.value.count}人，请等待其他人提交。`,
      inputs: sheets.map(({ rater, total_x100: score }) => ({
        label: rater,
        value: `${formatScore(score)}${dropped.includes(rater) ? '（不计）' : ''}`,
      })),
      parameters: [trim, minimum],
      formula: isTrimmed ? '（合计 − 最高 − 最低）÷（人数 − 2）' : '各人总分之和 ÷ 人数',
      result,
      rounding: '四舍五入到两位小数',
      children: [spread.explanation],
    }),
  }
}

function mean(scores: readonly Score_x100[]): Score_x100 {
  const sum = scores.reduce((total, score) => total.plus(scorePoints(score)), new Decimal(0))
  return roundScore(sum.div(scores.length))
}

function meanOfDimensions(sheets: readonly PanelSheet[]): DimensionScore[] {
  const codes: DimensionCode[] = [...new Set(sheets.flatMap((sheet) => sheet.dimensions.map((d) => d.code)))]
  return codes.flatMap((code) => {
    const own = sheets.flatMap((sheet) => sheet.dimensions.filter((d) => d.code === code))
    const first = own[0]
    return first ? [{ ...first, score_x100: mean(own.map((d) => d.score_x100)) }] : []
  })
}
