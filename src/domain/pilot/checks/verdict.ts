import type { PilotAcceptanceContent } from '../../forms/contents.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { formatWeight } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

/** PIL-105 验收意见: the criteria make 100, somebody went to see, and nothing is left to correct. */
export const PIL_105: RuleHeader = {
  id: 'PIL-105',
  name: '验收意见',
  stage: 'pilot',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '二、（三）自治区财政厅组织验收'),
}

/** Asked when an inspection is handed on as 核查通过. */
export function checkAcceptance(content: PilotAcceptanceContent): Finding[] {
  const total = (content.criteria ?? []).reduce((sum, row) => sum + (row.weight_x100 ?? 0), 0)
  const open = (content.defects ?? []).filter((row) => row.isCorrected !== true).length
  return [
    ...foundIf(
      total !== 100_00,
      PIL_105,
      `验收标准分值合计 ${formatWeight(total)} 分，应为 100 分，请调整。`,
      { section: 'criteria', field: 'criteria' },
    ),
    ...foundIf((content.fieldChecks ?? []).length === 0, PIL_105, '还没有现场核查记录，请先登记。', {
      section: 'fieldChecks',
      field: 'fieldChecks',
    }),
    ...foundIf(
      content.verdict === 'passed' && open > 0,
      PIL_105,
      `还有 ${open} 个问题没有补正，不能验收合格，请补正后再办理。`,
      { section: 'verdict', field: 'defects' },
    ),
    ...foundIf(
      Boolean(content.verdict && content.verdict !== 'passed'),
      PIL_105,
      '验收结论不是“验收合格”，不能通过，请办理“退回补正”。',
      { section: 'verdict', field: 'verdict' },
    ),
  ]
}
