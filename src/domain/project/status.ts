/** Where a project stands in its life; written by the effects of acts, read by lists and the cockpit. */
export const PROJECT_STATUSES = {
  entered: '已入库',
  selected: '已确定试点',
  exante: '事前评估',
  targets: '目标管理',
  monitoring: '执行监控',
  evaluation: '绩效评价',
  results: '结果应用',
  closed: '已办结',
} as const

export type ProjectStatus = keyof typeof PROJECT_STATUSES

export function statusTitle(status: string): string {
  return PROJECT_STATUSES[status as ProjectStatus] ?? status
}
