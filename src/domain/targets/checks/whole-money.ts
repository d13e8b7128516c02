import type { TargetsDepartmentWholeContent } from '../../forms/contents.ts'
import { found, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { findFen, formatWanYuan, sumFen } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-161 整体支出资金勾稽: the tasks make the total, fund by fund and line by line. */
export const TGT_161: RuleHeader = {
  id: 'TGT-161',
  name: '部门整体支出任务金额与合计相等',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2015-88', '附件 部门（单位）整体支出绩效目标申报表 金额合计'),
}

const COLUMNS = [
  ['total_fen', '预算金额', '金额合计'],
  ['fiscal_fen', '财政拨款', '财政拨款合计'],
  ['other_fen', '其他资金', '其他资金合计'],
] as const

/** Amounts not yet filled in are left out; the form asks for the ones it needs. */
export function checkWholeMoney(content: TargetsDepartmentWholeContent): Finding[] {
  const tasks = content.tasks ?? []
  const lines = tasks.flatMap((task, row) => {
    const [total, fiscal, other] = COLUMNS.map(([column]) => findFen(task[column]))
    if (total === undefined || fiscal === undefined || other === undefined) return []
    if (fiscal + other === total) return []
    const name = isWritten(task.name) ? `“${task.name}”` : `第 ${row + 1} 项任务`
    const message = `${name}预算金额 ${formatWanYuan(total)} 万元，与财政拨款和其他资金之和 ${formatWanYuan(fiscal + other)} 万元不等，请核对。`
    return [found(TGT_161, message, { section: 'tasks', field: 'tasks', row, column: 'total_fen' })]
  })
  const sums = COLUMNS.flatMap(([column, label, total]) => {
    const whole = findFen(content[column])
    const parts = tasks.map((task) => findFen(task[column])).filter((part) => part !== undefined)
    if (whole === undefined || parts.length < tasks.length || parts.length === 0) return []
    const sum = sumFen(parts)
    if (sum === whole) return []
    const message = `各项任务${label}之和 ${formatWanYuan(sum)} 万元，${total}为 ${formatWanYuan(whole)} 万元，两者应相等，请核对。`
    return [found(TGT_161, message, { section: 'tasks', field: column })]
  })
  return [...lines, ...sums]
}
