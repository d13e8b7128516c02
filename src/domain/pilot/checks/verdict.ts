import type { PilotAcceptanceContent } from '../../forms/contents.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { computeAcceptanceScore } from '../compute/acceptance-score.ts'

/** PIL-105 验收意见: the criteria make 100, somebody went to see, and the verdict fits score and list. */
export const PIL_105: RuleHeader = {
  id: 'PIL-105',
  name: '验收意见',
  stage: 'pilot',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '二、（三）自治区财政厅组织验收'),
  parameters: ['pilot.acceptance_criteria'],
}

const VERDICT = { section: 'verdict', field: 'verdict' }

/** Asked when an inspection is finished, and again when it is decided on. */
export function checkAcceptance(content: PilotAcceptanceContent): Finding[] {
  const total = (content.criteria ?? []).reduce((sum, row) => sum + (row.weight_x100 ?? 0), 0)
  const open = (content.defects ?? []).filter((row) => row.isCorrected !== true).length
  const pass_x100 = content.pass_x100 ?? 0
  const score = computeAcceptanceScore({ rows: content.criteria ?? [], pass_x100 })
  const isPassing = content.verdict === 'passed'
  return [
    ...foundIf(
      total !== 100_00,
      PIL_105,
      `验收标准分值合计 ${formatWeight(total)} 分，应为 100 分，请在“试点方案设置”中修改验收标准。`,
      { section: 'criteria', field: 'criteria' },
    ),
    ...foundIf((content.fieldChecks ?? []).length === 0, PIL_105, '还没有现场核查记录，请先登记。', {
      section: 'fieldChecks',
      field: 'fieldChecks',
    }),
    ...foundIf(
      isPassing && open > 0,
      PIL_105,
      `还有 ${open} 个问题没有补正，不能验收合格，请补正后再办理。`,
      { section: 'verdict', field: 'defects' },
    ),
    ...foundIf(
      isPassing && score.isPassed === false,
      PIL_105,
      `得分 ${formatScore(score.total_x100 ?? 0)} 分，没有达到合格线 ${formatWeight(pass_x100)} 分，不能验收合格。`,
      VERDICT,
    ),
    ...foundIf(
      content.verdict === 'correct',
      PIL_105,
      '验收结论为“补正后再验收”，请办理“退回补正”；核查完成后结论应为合格或者不合格。',
      VERDICT,
    ),
  ]
}

/** Asked of whoever decides: the act says what the verdict says. */
export function checkVerdict(content: PilotAcceptanceContent, verdict: 'passed' | 'failed'): Finding[] {
  const words = verdict === 'passed' ? '验收合格' : '验收不合格'
  return foundIf(
    Boolean(content.verdict) && content.verdict !== verdict,
    PIL_105,
    `核查结论不是“${words}”，请按结论办理；不同意的办理“退回重新核查”。`,
    VERDICT,
  )
}
