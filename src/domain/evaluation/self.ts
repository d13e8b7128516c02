import type { RecordKind } from '../workflow/record-kind.ts'

/** 单位自评：填报 → 主管部门审核 → 财政确认. Source: 财预〔2020〕10号 附件1. */
export const selfEvaluation: RecordKind = {
  kind: 'evaluation.self',
  stage: 'evaluation',
  title: '项目支出绩效自评表',
  form: 'evaluation/self',
  per: 'project',
  createdBy: ['unit', 'finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待自评', dueInDays: 20 },
      submitted: { title: '待主管部门审核', dueInDays: 10 },
      reviewed: { title: '待财政确认', dueInDays: 10 },
      confirmed: { title: '已确认', isFinal: true },
    },
    actions: {
      submit: { title: '提交自评', from: ['draft'], to: 'submitted', by: ['unit'] },
      review: {
        title: '审核通过',
        from: ['submitted'],
        to: 'reviewed',
        by: ['department'],
        notBy: ['submit'],
        opinion: 'required',
      },
      confirm: {
        title: '确认自评结果',
        from: ['reviewed'],
        to: 'confirmed',
        by: ['finance_performance'],
        notBy: ['submit', 'review'],
        opinion: 'optional',
      },
      return: {
        title: '退回重评',
        from: ['submitted', 'reviewed'],
        to: 'draft',
        by: ['department', 'finance_performance'],
        opinion: 'required',
        isReturn: true,
      },
    },
  },
  edits: {
    overReview: [
      { in: ['submitted'], by: ['department'] },
      { in: ['reviewed'], by: ['finance_performance'] },
    ],
    departmentRecheck: [{ in: ['submitted'], by: ['department'] }],
    financeRecheck: [{ in: ['reviewed'], by: ['finance_performance'] }],
    '*': [{ in: ['draft'], by: ['unit'] }],
  },
  documents: [{ document: 'self-evaluation-form', title: '项目支出绩效自评表', frozenBy: 'confirm' }],
  seals: [{ by: 'confirm', as: 'evaluation.concluded' }],
}
