import { quote } from '../../shared/quote.ts'
import { found, foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import {
  computeAcceptanceCompleteness,
  type ListedItem,
  type MissingReason,
} from '../compute/acceptance-completeness.ts'

/** PIL-120 缺项说明: acceptance waits for what is missing, unless a written reason stands there. */
export const PIL_120: RuleHeader = {
  id: 'PIL-120',
  name: '申请验收的缺项说明',
  stage: 'pilot',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '二、（三）试点报告含以上分阶段绩效管理分报告'),
  standing: 'proposal',
  parameters: ['pilot.acceptance_criteria'],
}

/** One finding for each missing item that has no reason, or that no reason excuses. */
export function checkMissingReasons(given: {
  readonly items: readonly ListedItem[]
  readonly reasons: readonly MissingReason[]
  readonly neverExcused: readonly string[]
}): Finding[] {
  const { open } = computeAcceptanceCompleteness(given)
  const where = { section: 'completeness', field: 'completeness' }
  const none = foundIf(
    given.items.length === 0,
    PIL_120,
    '没有试点项目资料，请先选定试点项目并完成五个阶段。',
    where,
  )
  const missing = open.map((item) => {
    const project = item.projectName ? quote(item.projectName) : ''
    const note = item.note ? `（${item.note}）` : ''
    const way = given.neverExcused.includes(item.itemCode)
      ? '请补齐后再申请'
      : '请补齐，或在“缺项说明”写明原因'
    const row = given.items.indexOf(item)
    return found(PIL_120, `${project}缺少${item.item ?? item.itemCode}${note}，${way}。`, { ...where, row })
  })
  return [...none, ...missing]
}
