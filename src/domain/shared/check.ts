import type { Finding, FindingPlace, Severity } from './finding.ts'
import type { RuleHeader } from './rule-header.ts'

/** The documents that checks rest on; titles as in `rules/sources.yaml`, held to it by a test. */
export const SOURCES = {
  pilotPlan: { id: 'nx-2022-pilot-plan', title: '市、县（区）预算绩效一体化管理试点工作方案' },
  exanteGuide: { id: 'nx-2022-376', title: '宁夏回族自治区财政支出事前绩效评估管理指南' },
  targetRules: { id: 'cz-2015-88', title: '中央部门预算绩效目标管理办法' },
  monitoringRules: { id: 'cz-2019-136', title: '中央部门预算绩效运行监控管理暂行办法' },
  evaluationRules: { id: 'cz-2020-10', title: '项目支出绩效评价管理办法' },
  commissionGuide: { id: 'cz-2021-6', title: '关于委托第三方机构参与预算绩效管理的指导意见' },
  budgetLaw: { id: 'law-budget', title: '中华人民共和国预算法' },
  own: { id: 'jiheng-default', title: '本系统建议值（没有查到官方数值，由本级财政部门确定）' },
} as const

/**
 * Builds a finding under a check's title block: its ID, its source, and its severity unless another
 * is given.
 */
export function found(
  header: RuleHeader,
  message: string,
  where: FindingPlace = {},
  severity: Severity = header.severity ?? 'error',
): Finding {
  const { title, article } = header.source
  const source = article === undefined ? { title } : { title, article }
  return { ruleId: header.id, severity, message, where, source }
}

/** Nothing, or one finding: for rules that ask a single question. */
export function foundIf(
  isWrong: boolean,
  header: RuleHeader,
  message: string,
  where: FindingPlace = {},
  severity?: Severity,
): Finding[] {
  return isWrong ? [found(header, message, where, severity ?? header.severity ?? 'error')] : []
}

/** Whether a person has written something there. */
export function isWritten(text: string | null | undefined): boolean {
  return (text ?? '').trim() !== ''
}
