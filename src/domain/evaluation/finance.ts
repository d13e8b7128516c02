import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 财政评价(第三方实施):委托 → 评价 → 征求被评价单位意见 → 定稿 → 财政确认 → 办结.
 * It is closed only after its result is disclosed and applied (使用、评价、公开、应用,
 * `nx-2022-pilot-plan` 三(四)); the unit's reply comes before the final version (domain/05, item 14).
 */
export const financeEvaluation: RecordKind = {
  kind: 'evaluation.finance',
  stage: 'evaluation',
  title: '财政绩效评价',
  form: 'evaluation/finance',
  per: 'project',
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待委托', dueInDays: 10 },
      assigned: { title: '评价实施中', dueInDays: 40 },
      consulting: { title: '征求单位意见', dueInDays: 10 },
      replied: { title: '待定稿', dueInDays: 10 },
      finalised: { title: '待财政确认', dueInDays: 10 },
      confirmed: { title: '已确认，待公开和应用', dueInDays: 30 },
      closed: { title: '已办结', isFinal: true },
    },
    actions: {
      assign: {
        title: '委托第三方评价',
        from: ['draft'],
        to: 'assigned',
        by: ['finance_performance'],
        isLegalAct: true,
      },
      consult: { title: '征求被评价单位意见', from: ['assigned'], to: 'consulting', by: ['agency'] },
      reply: { title: '回复意见', from: ['consulting'], to: 'replied', by: ['unit'] },
      finalise: { title: '提交正式报告', from: ['replied'], to: 'finalised', by: ['agency'] },
      confirm: {
        title: '确认评价结果',
        from: ['finalised'],
        to: 'confirmed',
        by: ['finance_leader'],
        notBy: ['finalise', 'assign'],
        opinion: 'optional',
        isLegalAct: true,
      },
      return: {
        title: '退回修改报告',
        from: ['finalised'],
        to: 'replied',
        by: ['finance_performance', 'finance_leader'],
        opinion: 'required',
        isReturn: true,
      },
      close: { title: '办结', from: ['confirmed'], to: 'closed', by: ['finance_performance'] },
    },
  },
  edits: {
    plan: [{ in: ['draft'], by: ['finance_performance'] }],
    reply: [{ in: ['consulting'], by: ['unit'] }],
    '*': [{ in: ['assigned', 'replied'], by: ['agency'] }],
  },
  documents: [{ document: 'evaluation-report', title: '财政绩效评价报告', frozenBy: 'finalise' }],
  seals: [{ by: 'confirm', as: 'evaluation.concluded' }],
}
