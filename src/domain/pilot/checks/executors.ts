import type { PilotSelectionContent } from '../../forms/contents.ts'
import { found } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { STAGES } from '../../workflow/record-kind.ts'

/** PIL-103 实施力量: a commissioned stage names the institution; the evaluation is a third party's. */
export const PIL_103: RuleHeader = {
  id: 'PIL-103',
  name: '各阶段实施方式',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '二、（一）委托第三方或组织力量；三、（四）第三方重点绩效评价'),
}

export function checkExecutors({ executors }: PilotSelectionContent): Finding[] {
  return (executors ?? []).flatMap((row, index) => {
    const title = row.stage ? STAGES[row.stage] : `第 ${index + 1} 行`
    const where = { section: 'executors', field: 'executors', row: index }
    if (row.executorKind === 'agency' && !row.organisation) {
      return [
        found(PIL_103, `“${title}”委托机构实施，请选择受托机构。`, { ...where, column: 'organisation' }),
      ]
    }
    if (row.stage === 'evaluation' && row.executorKind === 'own') {
      const message = '试点方案要求重点项目开展第三方重点绩效评价，自行组织的请在说明中写明原因。'
      return [found(PIL_103, message, { ...where, column: 'executorKind' }, 'warning')]
    }
    return []
  })
}
