import { quote } from '../../shared/quote.ts'
import { found, foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** PIL-104 资料完整性: reports and acceptance wait until nothing is missing, and say what is. */
export const PIL_104: RuleHeader = {
  id: 'PIL-104',
  name: '试点资料完整性',
  stage: 'pilot',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '二、（三）试点报告含以上分阶段绩效管理分报告'),
}

export type CompletenessLine = {
  readonly projectName?: string | null | undefined
  readonly item: string
  readonly isPresent: boolean
  readonly note?: string | null | undefined
}

/** One finding for each thing that is missing, by project and name. */
export function checkCompleteness(lines: readonly CompletenessLine[]): Finding[] {
  const where = { section: 'completeness', field: 'completeness' }
  const none = foundIf(
    lines.length === 0,
    PIL_104,
    '没有试点项目资料，请先选定试点项目并完成五个阶段。',
    where,
  )
  const missing = lines.flatMap((line, row) => {
    if (line.isPresent) return []
    const project = line.projectName ? quote(line.projectName) : ''
    const note = line.note ? `（${line.note}）` : ''
    return [found(PIL_104, `${project}缺少${line.item}${note}，请补齐。`, { ...where, row })]
  })
  return [...none, ...missing]
}
