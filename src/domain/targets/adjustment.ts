import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 绩效目标调整：申请 → 初审 → 复核 → 批复. A contract is changed the way it was made, by the same three
 * offices; its approval makes the next version of the sheet in the same transaction and changes the
 * budget with it. Source: 88号 绩效目标的调整; the reasons and pairs are those of the register.
 */
export const targetAdjustment: RecordKind = {
  kind: 'targets.adjustment',
  stage: 'targets',
  title: '绩效目标调整',
  form: 'targets/adjustment',
  per: 'project',
  isMany: true,
  createdBy: ['unit'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待申请', dueInDays: 10 },
      declared: { title: '待初审', dueInDays: 5 },
      reviewed: { title: '待复核', dueInDays: 5 },
      rechecked: { title: '待批复', dueInDays: 5 },
      approved: { title: '已批复', isFinal: true },
      refused: { title: '不予调整', isFinal: true },
      withdrawn: { title: '已撤回', isFinal: true },
    },
    actions: {
      declare: { title: '申请调整绩效目标', from: ['draft'], to: 'declared', by: ['unit'] },
      review: {
        title: '初审通过',
        from: ['declared'],
        to: 'reviewed',
        by: ['department', 'finance_business'],
        chosenBy: 'targets.first_review',
        notBy: ['declare'],
        opinion: 'required',
      },
      recheck: {
        title: '复核通过',
        from: ['reviewed'],
        to: 'rechecked',
        by: ['finance_performance'],
        notBy: ['declare', 'review'],
        opinion: 'required',
      },
      approve: {
        title: '批复调整后的绩效目标',
        from: ['rechecked'],
        to: 'approved',
        by: ['finance_leader'],
        notBy: ['declare', 'review', 'recheck'],
        opinion: 'optional',
        isNumbered: true,
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
        title: '不予调整',
        from: ['reviewed'],
        to: 'refused',
        by: ['finance_performance'],
        notBy: ['declare', 'review'],
        opinion: 'required',
        isLegalAct: true,
        isReturn: true,
      },
      withdraw: { title: '撤回申请', from: ['draft'], to: 'withdrawn', by: ['unit'], isReturn: true },
    },
  },
  edits: {
    base: [],
    recheck: [{ in: ['reviewed'], by: ['finance_performance'] }],
    '*': [{ in: ['draft'], by: ['unit'] }],
  },
  documents: [{ document: 'target-adjustment', title: '绩效目标调整批复', frozenBy: 'approve' }],
  seals: [{ by: 'approve', as: 'adjustment.decided' }],
}
