import type { RecordKind } from '../workflow/record-kind.ts'

/** 奖优罚劣: the consequence of the grade for next year's budget, with level and reason. Plan 三(五). */
export const budgetDecision: RecordKind = {
  kind: 'results.budgetDecision',
  stage: 'results',
  title: '评价结果与预算安排挂钩决定',
  form: 'results/budget-decision',
  per: 'project',
  createdBy: ['finance_business'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待提出建议', dueInDays: 10 },
      proposed: { title: '待决定', dueInDays: 5 },
      decided: { title: '已决定', isFinal: true },
    },
    actions: {
      propose: { title: '提出预算安排建议', from: ['draft'], to: 'proposed', by: ['finance_business'] },
      decide: {
        title: '作出决定',
        from: ['proposed'],
        to: 'decided',
        by: ['finance_leader'],
        notBy: ['propose'],
        opinion: 'required',
        isLegalAct: true,
      },
      return: {
        title: '退回重提',
        from: ['proposed'],
        to: 'draft',
        by: ['finance_leader'],
        opinion: 'required',
        isReturn: true,
      },
    },
  },
  edits: { '*': [{ in: ['draft'], by: ['finance_business'] }] },
  documents: [{ document: 'budget-decision', title: '评价结果与预算安排挂钩决定', frozenBy: 'decide' }],
  seals: [{ by: 'decide', as: 'application.decided' }],
}
