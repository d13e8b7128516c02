import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 双监控：预算执行情况和绩效目标完成情况一并报送，主管部门审核，财政形成监控结论.
 * Source: `nx-2022-pilot-plan` 三(三); both halves or nothing (domain/04, item 6).
 */
export const monitoringRound: RecordKind = {
  kind: 'monitoring.round',
  stage: 'monitoring',
  title: '绩效运行监控表',
  form: 'monitoring/round',
  per: 'project',
  isMany: true,
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'open',
    states: {
      open: { title: '待填报', dueInDays: 15 },
      submitted: { title: '待主管部门审核', dueInDays: 5 },
      reviewed: { title: '待形成监控结论', dueInDays: 10 },
      concluded: { title: '已形成结论', isFinal: true },
    },
    actions: {
      submit: { title: '报送监控情况', from: ['open'], to: 'submitted', by: ['unit'] },
      review: {
        title: '审核通过',
        from: ['submitted'],
        to: 'reviewed',
        by: ['department'],
        notBy: ['submit'],
        opinion: 'required',
      },
      conclude: {
        title: '形成监控结论',
        from: ['reviewed'],
        to: 'concluded',
        by: ['finance_performance'],
        notBy: ['submit', 'review'],
        isLegalAct: true,
      },
      return: {
        title: '退回重报',
        from: ['submitted', 'reviewed'],
        to: 'open',
        by: ['department', 'finance_performance'],
        opinion: 'required',
        isReturn: true,
      },
    },
  },
  edits: {
    window: [],
    fieldChecks: [{ in: ['open', 'submitted', 'reviewed'], by: ['finance_performance'] }],
    conclusion: [{ in: ['reviewed'], by: ['finance_performance'] }],
    '*': [{ in: ['open'], by: ['unit'] }],
  },
  documents: [{ document: 'monitoring-sheet', title: '项目支出绩效目标执行监控表', frozenBy: 'conclude' }],
  seals: [{ by: 'conclude', as: 'monitor.concluded' }],
}
