import type { MonitoringRoundContent } from '../../forms/contents.ts'
import { foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { isRaised, type RoundLights } from './lights.ts'

/** MON-102 黄灯红灯须说明原因: whatever is yellow or red names at least one class of cause and explains it. */
export const MON_102: RuleHeader = {
  id: 'MON-102',
  name: '黄灯红灯须说明原因',
  stage: 'monitoring',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2019-136', '附件 偏差原因分析'),
}

/** @param lights as computed for this content */
export function checkCauses(content: MonitoringRoundContent, lights: RoundLights): Finding[] {
  const money = foundIf(
    isRaised(lights.execution) && !isWritten(content.executionCause),
    MON_102,
    '预算执行进度亮灯，请填写“执行进度偏差原因”。',
    { section: 'execution', field: 'executionCause' },
  )
  const rows = (content.progress ?? []).flatMap((row, index) => {
    if (!isRaised(lights.progress[index])) return []
    const where = { section: 'progress', field: 'progress', row: index }
    const name = `“${row.name ?? ''}”亮灯，`
    return [
      ...foundIf((row.causes ?? []).length === 0, MON_102, `${name}请勾选偏差原因。`, {
        ...where,
        column: 'causes',
      }),
      ...foundIf(!isWritten(row.causeText), MON_102, `${name}请填写原因说明。`, {
        ...where,
        column: 'causeText',
      }),
    ]
  })
  return [...money, ...rows]
}
