import type { TargetsSheetContent } from '../../forms/contents.ts'
import { found, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-151 指标责任人: no indicator is declared without somebody in the unit who answers for it. */
export const TGT_151: RuleHeader = {
  id: 'TGT-151',
  name: '指标须有在岗责任人',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default', '谁申请资金，谁设定目标：责任落实到人'),
}

/**
 * The sheet's owner answers for every indicator that names nobody of its own.
 * @param colleagues ids of those with a post in the unit today
 */
export function checkOwners(
  { indicatorOwner, indicators }: TargetsSheetContent,
  colleagues: ReadonlySet<string>,
): Finding[] {
  const rows = indicators ?? []
  const shared = isWritten(indicatorOwner) ? indicatorOwner : undefined
  const isShared = rows.length === 0 || rows.some(({ owner }) => !isWritten(owner))
  const head = { section: 'indicators', field: 'indicatorOwner' }
  const findings: Finding[] = []
  if (isShared && !shared) {
    findings.push(found(TGT_151, '还没有指标责任人，请选择本单位一名在岗人员。', head))
  } else if (isShared && shared && !colleagues.has(shared)) {
    findings.push(found(TGT_151, '指标责任人不在本单位任职，请改选一名在岗人员。', head))
  }
  for (const [row, { name, owner }] of rows.entries()) {
    if (!isWritten(owner) || colleagues.has(owner ?? '')) continue
    const message = `“${isWritten(name) ? name : `第 ${row + 1} 行指标`}”的责任人不是本单位在岗人员，请从名单中改选，或清空后由指标责任人负责。`
    findings.push(
      found(TGT_151, message, { section: 'indicators', field: 'indicators', row, column: 'owner' }),
    )
  }
  return findings
}
