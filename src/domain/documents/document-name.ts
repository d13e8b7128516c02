/** Every document the product prints, by the name used in addresses and in workflow tables. */
export const DOCUMENT_TITLES = {
  'selection-form': '试点项目推荐表',
  'exante-materials-notice': '补充评估材料通知',
  'exante-report': '事前绩效评估报告',
  'expert-draw': '评估专家抽取记录',
  'expert-pledge': '专家承诺书',
  'expert-opinions': '专家意见汇总表',
  'agency-pledge': '第三方机构承诺书',
  'group-pledge': '评价组成员承诺书',
  'target-sheet': '项目支出绩效目标申报表',
  'target-approval': '绩效目标批复',
  'target-review': '项目支出绩效目标审核表',
  'department-whole-target': '部门（单位）整体支出绩效目标申报表',
  'policy-target': '政策绩效目标申报表',
  'target-adjustment': '绩效目标调整批复',
  'monitoring-sheet': '项目支出绩效目标执行监控表',
  'monitoring-opinion': '整改和预算调剂意见',
  'monitoring-referral': '移送审计函',
  'self-evaluation-form': '项目支出绩效自评表',
  'evaluation-report': '财政绩效评价报告',
  'rectification-notice': '绩效评价整改通知',
  'rectification-change': '整改延期或免予整改批复',
  'rectification-referral': '评价问题移送函',
  'responsibility-list': '项目责任清单',
  'budget-decision': '评价结果与预算安排挂钩决定',
  'what-if-memo': '项目预算绩效挂钩安排方案汇报',
  'disclosure-notice': '评价结果公开',
  'disclosure-preview': '公开数据预览',
  'special-report': '绩效评价结果专报',
  circular: '绩效评价结果通报',
  'annual-summary': '年度评价结果汇总表',
  'stage-report': '分阶段绩效管理报告',
  'integrated-report': '一体化评价报告',
  'county-report': '预算绩效一体化管理试点报告',
  'acceptance-opinion': '试点验收意见',
  'acceptance-refusal': '试点验收不合格意见',
  'acceptance-defects': '试点验收补正通知',
  'meeting-minutes': '试点工作会议纪要',
  'blueprint-book': '预算绩效规范管理蓝本',
} as const

export type DocumentName = keyof typeof DOCUMENT_TITLES

export function isDocumentName(name: string): name is DocumentName {
  return Object.hasOwn(DOCUMENT_TITLES, name)
}
