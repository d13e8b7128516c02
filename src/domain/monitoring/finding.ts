import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 监控问题：发现 → 印发整改和预算调剂意见 → 整改方案 → 整改报告 → 核实 → 销号；整改中可移送审计，收到回执后继续.
 * Source: `nx-2022-pilot-plan` 三(三) 紧盯部门整改情况; life cycle of domain/04, item 7.
 */
export const monitoringFinding: RecordKind = {
  kind: 'monitoring.finding',
  stage: 'monitoring',
  title: '监控问题及整改',
  form: 'monitoring/finding',
  per: 'project',
  isMany: true,
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'open',
    states: {
      open: { title: '待提出意见', dueInDays: 5 },
      proposed: { title: '待领导审定意见', dueInDays: 3 },
      notified: { title: '待制定整改方案', dueInDays: 10 },
      rectifying: { title: '整改中', dueInDays: 30 },
      referred: { title: '已移送审计，待回执', dueInDays: 15 },
      reported: { title: '待核实', dueInDays: 10 },
      verified: { title: '待销号', dueInDays: 5 },
      closed: { title: '已销号', isFinal: true },
    },
    actions: {
      propose: {
        title: '提出整改和预算调剂意见',
        from: ['open'],
        to: 'proposed',
        by: ['finance_performance'],
      },
      notify: {
        title: '审定并印发意见',
        from: ['proposed'],
        to: 'notified',
        by: ['finance_leader'],
        notBy: ['propose'],
        opinion: 'optional',
        isNumbered: true,
        isLegalAct: true,
      },
      plan: { title: '提交整改方案', from: ['notified'], to: 'rectifying', by: ['unit'] },
      report: { title: '报告整改结果', from: ['rectifying'], to: 'reported', by: ['unit'] },
      refer: {
        title: '移送审计',
        from: ['rectifying'],
        to: 'referred',
        by: ['finance_leader'],
        isNumbered: true,
        isLegalAct: true,
        isTodo: false,
      },
      acknowledge: {
        title: '登记回执',
        from: ['referred'],
        to: 'rectifying',
        by: ['audit'],
        notBy: ['refer'],
      },
      verify: {
        title: '核实通过',
        from: ['reported'],
        to: 'verified',
        by: ['finance_performance'],
        notBy: ['report', 'plan'],
        opinion: 'required',
      },
      reopen: {
        title: '整改不到位，继续整改',
        from: ['reported'],
        to: 'rectifying',
        by: ['finance_performance'],
        opinion: 'required',
        isReturn: true,
      },
      close: {
        title: '销号',
        from: ['verified'],
        to: 'closed',
        by: ['finance_business'],
        notBy: ['verify', 'report'],
        opinion: 'optional',
      },
      return: {
        title: '退回重提意见',
        from: ['proposed'],
        to: 'open',
        by: ['finance_leader'],
        opinion: 'required',
        isReturn: true,
      },
    },
  },
  edits: {
    plan: [{ in: ['notified'], by: ['unit'] }],
    report: [{ in: ['rectifying'], by: ['unit'] }],
    referral: [{ in: ['rectifying'], by: ['finance_leader'] }],
    receipt: [{ in: ['referred'], by: ['audit'] }],
    verification: [{ in: ['reported'], by: ['finance_performance'] }],
    '*': [{ in: ['open'], by: ['finance_performance'] }],
  },
  documents: [
    { document: 'monitoring-opinion', title: '整改和预算调剂意见', frozenBy: 'notify' },
    { document: 'monitoring-referral', title: '移送审计函', frozenBy: 'refer' },
  ],
  seals: [
    { by: 'notify', as: 'rectification.issued' },
    { by: 'close', as: 'rectification.closed' },
  ],
}
