import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 项目预算：申报 → 安排 → 批复. 批复 is never done here: the budget is approved by the same act as
 * the target (同步批复, `nx-2022-pilot-plan` 三(二)), so the target's approval moves this line.
 */
export const budgetLine: RecordKind = {
  kind: 'project.budgetLine',
  stage: 'project',
  title: '项目预算',
  form: 'project/budget-line',
  per: 'project',
  createdBy: ['unit'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待申报', dueInDays: 10 },
      applied: { title: '待安排', dueInDays: 10 },
      arranged: { title: '已安排，待批复' },
      approved: { title: '已批复', isFinal: true },
    },
    actions: {
      apply: { title: '申报预算', from: ['draft'], to: 'applied', by: ['unit'] },
      arrange: {
        title: '安排预算',
        from: ['applied'],
        to: 'arranged',
        by: ['finance_business'],
        isLegalAct: true,
      },
      permit: {
        title: '特批安排（有逾期整改）',
        from: ['applied'],
        to: 'applied',
        by: ['finance_leader'],
        opinion: 'required',
        isLegalAct: true,
        isTodo: false,
      },
      return: {
        title: '退回单位修改',
        from: ['applied'],
        to: 'draft',
        by: ['finance_business'],
        opinion: 'required',
        isReturn: true,
      },
      unarrange: {
        title: '撤回预算安排',
        from: ['arranged'],
        to: 'applied',
        by: ['finance_business'],
        opinion: 'required',
        isReturn: true,
      },
      approve: {
        title: '批复预算',
        from: ['arranged'],
        to: 'approved',
        by: ['finance_leader'],
        isSystem: true,
        isLegalAct: true,
      },
      adjust: {
        title: '随绩效目标调整变更预算',
        from: ['approved'],
        to: 'approved',
        by: ['finance_leader'],
        isSystem: true,
        isLegalAct: true,
      },
    },
  },
  edits: {
    request: [{ in: ['draft'], by: ['unit'] }],
    '*': [{ in: ['applied'], by: ['finance_business'] }],
  },
  documents: [],
  seals: [
    { by: 'approve', as: 'budget.linked' },
    { by: 'adjust', as: 'budget.linked' },
  ],
}
