import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 绩效目标：申报 → 初审 → 复核(第三方协助联审)→ 批复 → 公开.
 * Source: `nx-2022-pilot-plan` 三(二). Third parties give an opinion before the finance decision
 * and never replace it; approval happens in one act with the budget.
 * Who does the first review is the parameter `targets.first_review`.
 */
export const targetSheet: RecordKind = {
  kind: 'targets.sheet',
  stage: 'targets',
  title: '项目支出绩效目标申报表',
  form: 'targets/sheet',
  per: 'project',
  createdBy: ['unit'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待申报', dueInDays: 10 },
      declared: { title: '待初审', dueInDays: 5 },
      reviewed: { title: '待复核', dueInDays: 5 },
      rechecked: { title: '待批复', dueInDays: 5 },
      approved: { title: '待公开', dueBy: 'targetDisclosure' },
      published: { title: '已公开', isFinal: true },
      refused: { title: '不予通过', isFinal: true },
    },
    actions: {
      declare: { title: '申报绩效目标', from: ['draft'], to: 'declared', by: ['unit'] },
      review: {
        title: '初审通过',
        from: ['declared'],
        to: 'reviewed',
        by: ['department', 'finance_business'],
        chosenBy: 'targets.first_review',
        notBy: ['declare'],
        opinion: 'required',
      },
      advise: {
        title: '提交联审意见',
        from: ['reviewed'],
        to: 'reviewed',
        by: ['agency', 'expert'],
        notBy: ['declare', 'review'],
        opinion: 'required',
      },
      recheck: {
        title: '复核通过',
        from: ['reviewed'],
        to: 'rechecked',
        by: ['finance_performance'],
        notBy: ['declare', 'review', 'advise'],
        opinion: 'required',
      },
      approve: {
        title: '批复绩效目标和预算',
        from: ['rechecked'],
        to: 'approved',
        by: ['finance_leader'],
        notBy: ['declare', 'review', 'advise', 'recheck'],
        opinion: 'optional',
        isNumbered: true,
        isLegalAct: true,
      },
      checkDisclosure: {
        title: '核定不公开内容',
        from: ['approved'],
        to: 'approved',
        by: ['finance_business'],
        notBy: ['publish'],
        opinion: 'required',
        calledBy: 'withheld',
      },
      publish: {
        title: '登记公开',
        from: ['approved'],
        to: 'published',
        by: ['finance_performance'],
        notBy: ['approve', 'checkDisclosure'],
        isLegalAct: true,
      },
      adjust: {
        title: '按批复的调整更新',
        from: ['approved', 'published'],
        to: 'approved',
        by: ['finance_leader'],
        isSystem: true,
        isLegalAct: true,
      },
      return: {
        title: '退回修改',
        from: ['declared', 'reviewed', 'rechecked'],
        to: 'draft',
        by: ['department', 'finance_business', 'finance_performance', 'finance_leader'],
        opinion: 'required',
        isReturn: true,
      },
      refuse: {
        title: '不予通过',
        from: ['reviewed'],
        to: 'refused',
        by: ['finance_performance'],
        notBy: ['declare', 'review'],
        opinion: 'required',
        isLegalAct: true,
        isReturn: true,
      },
    },
  },
  edits: {
    departmentReview: [{ in: ['declared'], by: ['department', 'finance_business'] }],
    review: [{ in: ['reviewed'], by: ['finance_performance'] }],
    thirdParty: [{ in: ['reviewed'], by: ['agency', 'expert'] }],
    disclosure: [{ in: ['approved'], by: ['finance_performance'] }],
    '*': [{ in: ['draft'], by: ['unit'] }],
  },
  documents: [
    { document: 'target-sheet', title: '项目支出绩效目标申报表', frozenBy: 'declare' },
    { document: 'target-review', title: '项目支出绩效目标审核表' },
    { document: 'target-approval', title: '绩效目标批复', frozenBy: 'approve' },
  ],
  seals: [
    { by: 'approve', as: 'target.approved' },
    { by: 'adjust', as: 'target.adjusted' },
    { by: 'publish', as: 'disclosure.published' },
  ],
}
