import type { TargetsSheetContent } from '../../forms/contents.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { found } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { formatWeight } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { computeTargetWeights, type LevelWeight } from '../compute/weights.ts'

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

const WHERE = { section: 'indicators', field: 'indicators' }

/**
 * Rows without a level or weight are left to the form's own completeness check.
 * @param rules in force for the sheet's year
 */
export function checkWeights({ indicators }: TargetsSheetContent, rules: ParameterReader): Finding[] {
  const rows = indicators ?? []
  const weighed = rows.flatMap(({ level1, weight_x100 }) =>
    level1 ? [{ level1, weight_x100: weight_x100 ?? 0 }] : [],
  )
  if (weighed.length === 0) return []
  const levels = computeTargetWeights(weighed, rules).levels.filter((level) => level.difference_x100 !== 0)
  return [...levels.map((level) => found(TGT_103, sentence(level), WHERE)), ...zeroWeights(rows)]
}

function zeroWeights(rows: readonly { readonly weight_x100?: number | null }[]): Finding[] {
  return rows.flatMap((row, index) => {
    if (row.weight_x100 !== 0) return []
    const message = `第 ${index + 1} 行权重为 0，不参与评分，请核对。`
    return [found(TGT_103, message, { ...WHERE, row: index, column: 'weight_x100' }, 'warning')]
  })
}

function sentence({ label, weight_x100, expected_x100, difference_x100 }: LevelWeight): string {
  const gap = formatWeight(Math.abs(difference_x100))
  const direction = difference_x100 < 0 ? `还差 ${gap} 分` : `多出 ${gap} 分`
  return `${label}权重应为 ${formatWeight(expected_x100)} 分，现为 ${formatWeight(weight_x100)} 分，${direction}，请调整。`
}
