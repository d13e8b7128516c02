import type { FrameworkLevel } from '../compute/framework-weights.ts'
import { FRAMEWORK_LEVELS } from '../compute/framework-weights.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EVA-110 评价四个方面: input, process, output and effect, or it is no performance evaluation. */
export const EVA_110: RuleHeader = {
  id: 'EVA-110',
  name: '评价包括投入、过程、产出和效果',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('law-budget-regulation', '第二十条'),
}

/** 投入 is judged under 决策 in the framework of annex 2; a level without weight is not judged. */
export function checkFourElements(
  rows: readonly { readonly level1?: FrameworkLevel | null; readonly weight_x100?: number | null }[],
): Finding[] {
  const missing = (Object.keys(FRAMEWORK_LEVELS) as FrameworkLevel[]).filter(
    (level) => !rows.some((row) => row.level1 === level && (row.weight_x100 ?? 0) > 0),
  )
  const names = missing.map((level) => `“${FRAMEWORK_LEVELS[level]}”`).join('、')
  const message = `评价指标缺少${names}，绩效评价应包括投入、过程、产出和效果，请补充指标和分值。`
  return foundIf(missing.length > 0, EVA_110, message, { section: 'scores', field: 'scores' })
}
