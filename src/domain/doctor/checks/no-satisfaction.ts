import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { report } from '../finding.ts'
import type { ReportFinding } from '../report.ts'
import type { Study } from '../study.ts'
import { ASKED, isUsed } from './no-benefit.ts'

/** CHK-NO-SATISFACTION 没有满意度指标. */
export const CHK_NO_SATISFACTION: RuleHeader = {
  id: 'CHK-NO-SATISFACTION',
  name: '没有满意度指标',
  stage: 'doctor',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2015-88', '附件填报说明（服务对象满意度）'),
}

const REASON = /(不涉及|不设|未设|无|没有)(直接)?(服务对象|满意度)|不适用满意度/

export function checkNoSatisfaction({ table, rows }: Study): ReportFinding[] {
  if (!table.isComplete || !ASKED.includes(table.kind) || !rows.some(isUsed)) return []
  if (rows.every(({ level1 }) => level1 === undefined)) return []
  const hasOne = rows.some(
    (row) =>
      isUsed(row) &&
      (row.level1 === 'satisfaction' || row.level2 === 'serviceSatisfaction' || /满意/.test(row.name)),
  )
  const reasons = [table.conclusions, ...rows.map(({ row }) => row.reason)]
  if (hasOne || reasons.some((text) => REASON.test(text ?? ''))) return []
  const message =
    '全表没有满意度指标，也没有说明不设的原因。请补设服务对象满意度指标；没有直接服务对象的请写明。'
  return [report(CHK_NO_SATISFACTION, {}, message)]
}
