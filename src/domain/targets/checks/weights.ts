import type { TargetsSheetContent } from '../../forms/contents.ts'
import type { ParameterReader, ParameterValues } from '../../rules/parameter-values.ts'
import { found } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { formatWeight } from '../../shared/score.ts'

/** TGT-103 指标权重: each first level has its points, all together 90; 10 are the execution rate's. */
export const TGT_103: RuleHeader = {
  id: 'TGT-103',
  name: '绩效指标权重',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2020-10', '附件1填报说明'),
  parameters: ['targets.level1_weights'],
}

type Weights = ParameterValues['targets.level1_weights']
type Level1 = 'cost' | 'output' | 'benefit' | 'satisfaction'
const LABELS: Readonly<Record<Level1, string>> = {
  cost: '成本指标',
  output: '产出指标',
  benefit: '效益指标',
  satisfaction: '满意度指标',
}
const LEVELS = Object.keys(LABELS) as Level1[]
const WHERE = { section: 'indicators', field: 'indicators' }

/**
 * Rows without a weight are left to the form's own completeness check.
 * @param rules in force for the sheet's year
 */
export function checkWeights({ indicators }: TargetsSheetContent, rules: ParameterReader): Finding[] {
  const weights = rules.value('targets.level1_weights').value
  const rows = indicators ?? []
  if (rows.length === 0) return []
  const sumOf = (level: Level1) =>
    rows.filter((row) => row.level1 === level).reduce((sum, row) => sum + (row.weight_x100 ?? 0), 0)
  const expected = expectedWeights(new Set(rows.map((row) => row.level1)), weights)
  const levels = LEVELS.filter((level) => expected[level] !== sumOf(level)).map((level) =>
    found(TGT_103, sentence(`${LABELS[level]}权重`, sumOf(level), expected[level]), WHERE),
  )
  const zero = rows.flatMap((row, index) =>
    row.weight_x100 === 0
      ? [
          found(
            TGT_103,
            `第 ${index + 1} 行权重为 0，不参与评分，请核对。`,
            { ...WHERE, row: index, column: 'weight_x100' },
            'warning',
          ),
        ]
      : [],
  )
  return [...levels, ...totalFinding(rows, weights, levels.length > 0), ...zero]
}

/** The total is a finding of its own only where no level already says what is wrong. */
function totalFinding(
  rows: readonly { readonly weight_x100?: number | null }[],
  weights: Weights,
  isSaid: boolean,
): Finding[] {
  const total = rows.reduce((sum, row) => sum + (row.weight_x100 ?? 0), 0)
  const expected = 100_00 - weights.execution_x100
  return isSaid || total === expected
    ? []
    : [found(TGT_103, sentence('指标权重合计', total, expected), WHERE)]
}

/** With cost as a first level of its own the points are split otherwise (财预〔2021〕101号). */
function expectedWeights(present: ReadonlySet<unknown>, value: Weights): Readonly<Record<Level1, number>> {
  const base = present.has('cost') ? value.withCost : { cost_x100: 0, ...value }
  const spare = present.has('satisfaction') ? 0 : base.satisfaction_x100
  return {
    cost: base.cost_x100,
    output: base.output_x100 + (value.withoutSatisfaction === 'output' ? spare : 0),
    benefit: base.benefit_x100 + (value.withoutSatisfaction === 'benefit' ? spare : 0),
    satisfaction: base.satisfaction_x100 - spare,
  }
}

function sentence(what: string, sum_x100: number, expected_x100: number): string {
  const gap = sum_x100 - expected_x100
  const direction = gap < 0 ? `还差 ${formatWeight(-gap)} 分` : `多出 ${formatWeight(gap)} 分`
  return `${what}应为 ${formatWeight(expected_x100)} 分，现为 ${formatWeight(sum_x100)} 分，${direction}，请调整。`
}
