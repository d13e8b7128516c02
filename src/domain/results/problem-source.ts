/** Where a problem of a 整改通知 was found (`nx-2022-pilot-plan` 三(五): 年度评价中发现的问题汇总整理). */
export const PROBLEM_SOURCES = {
  finance: '财政评价',
  department: '部门评价',
  self: '单位自评',
  monitoring: '绩效监控',
} as const
export type ProblemSource = keyof typeof PROBLEM_SOURCES

/** 整改类别: what kind of change the requirement asks for; the first five are the plan's. */
export const REQUIREMENT_TYPES = {
  policy: '完善制度',
  management: '改进管理措施',
  internalControl: '加强内部控制',
  cost: '降低支出成本',
  responsibility: '增强支出责任',
  recover: '收回或调整资金',
  target: '完善绩效目标',
  other: '其他',
} as const
export type RequirementType = keyof typeof REQUIREMENT_TYPES
