import type { RecordKind } from '../workflow/record-kind.ts'

/** 整改任务: one problem, one task (domain/06, item 2); made when the notice is issued. */
export const rectificationTask: RecordKind = {
  kind: 'results.task',
  stage: 'results',
  title: '整改任务',
  form: 'results/task',
  per: 'project',
  isMany: true,
  createdBy: [],
  workflow: {
    initial: 'open',
    states: {
      open: { title: '待制定整改措施', dueInDays: 30 },
      planned: { title: '整改中', dueInDays: 30 },
      reported: { title: '待主管部门审核', dueInDays: 5 },
      reviewed: { title: '待财政核实', dueInDays: 10 },
      verified: { title: '已核实', isFinal: true },
    },
    actions: {
      plan: { title: '提交整改措施', from: ['open'], to: 'planned', by: ['unit'] },
      report: { title: '报告整改结果', from: ['planned'], to: 'reported', by: ['unit'] },
      review: {
        title: '审核通过',
        from: ['reported'],
        to: 'reviewed',
        by: ['department'],
        notBy: ['plan', 'report'],
        opinion: 'required',
      },
      verify: {
        title: '核实通过',
        from: ['reviewed'],
        to: 'verified',
        by: ['finance_performance'],
        notBy: ['plan', 'report', 'review'],
        opinion: 'required',
      },
      reopen: {
        title: '整改不到位，继续整改',
        from: ['reported', 'reviewed'],
        to: 'planned',
        by: ['department', 'finance_performance'],
        opinion: 'required',
        isReturn: true,
      },
    },
  },
  edits: {
    plan: [{ in: ['open'], by: ['unit'] }],
    report: [{ in: ['planned'], by: ['unit'] }],
    verification: [{ in: ['reviewed'], by: ['finance_performance'] }],
    '*': [],
  },
  documents: [],
  seals: [{ by: 'verify', as: 'rectification.closed' }],
}
