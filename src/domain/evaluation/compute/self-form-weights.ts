import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_060: RuleHeader = {
  id: 'EVA-060',
  name: '自评表分组分值',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '附件1'),
  parameters: ['evaluation.self_form_weights'],
}

/** A row of the form before anything is filled in. */
export type SelfFormRow = {
  /** Id of the approved indicator; `form:` and a code for a row the form brings along. */
  readonly indicatorId: string
  readonly weight_x100: Score_x100
}

export type OwnRow = SelfFormRow & {
  readonly level1: string
  readonly level2: string
  readonly name: string
}

/** Marks rows that the form brings along and no target has; they are judged in bands. */
export const OWN_ROW = 'form:'

type Indicator = {
  readonly indicatorId: string
  readonly level1: string
  readonly weight_x100: Score_x100
}

/**
 * EVA-060 自评表分组分值: the rows of the place's form. Where the form has other group points than the
 * approved target, the weights inside a group keep their proportions; hundredths that are left over go
 * to the largest remainders, so that a group adds up exactly.
 */
export function computeSelfFormWeights(
  indicators: readonly Indicator[],
  rules: ParameterReader,
): Explained<{ readonly own: readonly OwnRow[]; readonly rows: readonly SelfFormRow[] }> {
  const form = rules.value('evaluation.self_form_weights')
  const { groups, ownRows, isRescaled, variant } = form.value
  const own = ownRows.map((row): OwnRow => {
    const label = groups.find(({ levels }) => levels.includes(row.level))?.title ?? row.level2
    return {
      indicatorId: `${OWN_ROW}${row.code}`,
      level1: label,
      level2: row.level2,
      name: row.name,
      weight_x100: row.weight_x100,
    }
  })
  const scaled = new Map<string, Score_x100>()
  for (const { levels, weight_x100 } of isRescaled ? groups : []) {
    const members = indicators.filter(({ level1 }) => (levels as readonly string[]).includes(level1))
    for (const row of spread(members, weight_x100)) scaled.set(row.indicatorId, row.weight_x100)
  }
  const rows = indicators.map(({ indicatorId, weight_x100 }) => ({
    indicatorId,
    weight_x100: scaled.get(indicatorId) ?? weight_x100,
  }))
  return {
    own,
    rows,
    explanation: explain(EVA_060, {
      sentence: `按“${variant}”设${own.length + rows.length}项指标${isRescaled ? '，批复的分值按各组分值折算' : '，分值与批复的绩效目标相同'}。`,
      inputs: indicators.map(({ indicatorId, weight_x100 }) => ({
        label: indicatorId,
        value: formatWeight(weight_x100),
      })),
      parameters: [form],
      formula: isRescaled ? '组内各指标分值 × 本组分值 ÷ 组内分值合计' : '批复的分值',
      result: formatWeight([...own, ...rows].reduce((sum, row) => sum + row.weight_x100, 0)),
      rounding: '保留两位小数，余数给小数部分最大的指标，组内合计与本组分值相等',
    }),
  }
}

function spread(members: readonly Indicator[], points_x100: Score_x100): SelfFormRow[] {
  const sum = members.reduce((total, { weight_x100 }) => total + weight_x100, 0)
  if (sum === 0) return []
  const shares = members.map(({ indicatorId, weight_x100 }, at) => {
    const product = weight_x100 * points_x100
    return { indicatorId, at, weight_x100: Math.floor(product / sum), rest: product % sum }
  })
  let left = points_x100 - shares.reduce((total, share) => total + share.weight_x100, 0)
  for (const share of [...shares].sort((a, b) => b.rest - a.rest || a.at - b.at)) {
    if (left <= 0) break
    share.weight_x100 += 1
    left -= 1
  }
  return shares.map(({ indicatorId, weight_x100 }) => ({ indicatorId, weight_x100 }))
}
