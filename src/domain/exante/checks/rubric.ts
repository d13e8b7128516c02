import type { ExanteRubricContent, ExanteRubricItemsRow } from '../../forms/contents.ts'
import { found, foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { formatWeight } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

const DIMENSION_CODES = ['NEC', 'ECO', 'TGT', 'IMP', 'FND'] as const
const WHOLE_X100 = 100_00

/** EXA-057: the points of a rubric sum to 100 and no dimension is left without an item. */
export const EXA_057: RuleHeader = {
  id: 'EXA-057',
  name: '评分指标体系的分值和维度',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-376', '附录6 评分指标体系'),
  parameters: ['exante.rubric', 'exante.policy_rubric'],
  standing: 'proposal',
}

/** EXA-058: every item has a code of its own, which begins with the code of its dimension. */
export const EXA_058: RuleHeader = {
  id: 'EXA-058',
  name: '评估要点编号',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default'),
  standing: 'proposal',
}

/** Before a version is proposed and before it is approved. */
export function checkRubric({ items }: ExanteRubricContent): Finding[] {
  return [...checkPoints(items ?? []), ...checkCodes(items ?? [])]
}

function checkPoints(items: readonly ExanteRubricItemsRow[]): Finding[] {
  const sum_x100 = items.reduce((sum, { weight_x100 }) => sum + (weight_x100 ?? 0), 0)
  const empty = DIMENSION_CODES.filter((code) => !items.some(({ dimension }) => dimension === code))
  const where = { section: 'items', field: 'items' }
  return [
    ...foundIf(
      sum_x100 !== WHOLE_X100,
      EXA_057,
      `各评估要点分值合计${formatWeight(sum_x100)}分，应为100分，请调整分值。`,
      where,
    ),
    ...empty.map((code) => found(EXA_057, `维度${code}没有评估要点，请至少写一项。`, where)),
  ]
}

function checkCodes(items: readonly ExanteRubricItemsRow[]): Finding[] {
  return items.flatMap(({ itemCode, dimension }, row) => {
    if (!itemCode || !dimension) return []
    const where = { section: 'items', field: 'items', row, column: 'itemCode' }
    const isTwin = items.findIndex((one) => one.itemCode === itemCode) < row
    return [
      ...foundIf(isTwin, EXA_058, `编号“${itemCode}”重复，请改成没有用过的编号。`, where),
      ...foundIf(
        !itemCode.startsWith(dimension),
        EXA_058,
        `编号“${itemCode}”应以所属维度的代码开头，例如“${dimension}-1”。`,
        where,
      ),
    ]
  })
}
