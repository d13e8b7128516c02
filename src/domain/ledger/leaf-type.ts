/** What a leaf of the contract ledger is about. One leaf each; `docs/ledger.md` says what it holds. */
export const RECORD_LEAF_TYPES = {
  'project.selected': '确定试点项目',
  'panel.sealed': '封存专家名单',
  'panel.drawn': '抽取评估专家',
  'panel.replaced': '更换评估专家',
  'panel.abandoned': '作废专家抽取',
  'exante.concluded': '事前绩效评估结论',
  'target.approved': '绩效目标批复',
  'target.adjusted': '调整后的绩效目标',
  'adjustment.decided': '绩效目标调整批复',
  'budget.linked': '预算批复',
  'monitor.concluded': '绩效监控结论',
  'rectification.issued': '整改要求印发',
  'rectification.closed': '整改办结',
  'evaluation.concluded': '绩效评价结果',
  'application.decided': '评价结果与预算挂钩决定',
  'report.submitted': '绩效管理报告',
  'acceptance.decided': '试点验收结论',
  'disclosure.published': '信息公开',
  'blueprint.published': '规范管理蓝本发布',
} as const

/** Leaves that are about the ledger or the system itself, not about a record. */
export const SYSTEM_LEAF_TYPES = {
  'audit.sealed': '审计记录封存',
  'checkpoint.taken': '登记其他地区契约账凭证',
  'salt.removed': '个人信息撤回',
  'disclosure.package': '公开数据',
  'disclosure.withdrawn': '撤下公开',
} as const

export const LEAF_TYPES = { ...RECORD_LEAF_TYPES, ...SYSTEM_LEAF_TYPES }

export type RecordLeafType = keyof typeof RECORD_LEAF_TYPES
export type LeafType = keyof typeof LEAF_TYPES

/** An act of a record kind that enters the contract ledger, and as what. */
export type SealOffer = { readonly by: string; readonly as: RecordLeafType }
