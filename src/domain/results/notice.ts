import type { RecordKind } from '../workflow/record-kind.ts'

/** 《绩效评价整改通知》：起草 → 签发(每个问题生成一项整改任务)→ 全部核实后办结. Plan 三(五) 以评促改. */
export const rectificationNotice: RecordKind = {
  kind: 'results.notice',
  stage: 'results',
  title: '绩效评价整改通知',
  form: 'results/notice',
  per: 'project',
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待送签', dueInDays: 10 },
      proposed: { title: '待签发', dueInDays: 3 },
      issued: { title: '整改中', dueInDays: 60 },
      closed: { title: '已办结', isFinal: true },
    },
    actions: {
      propose: { title: '送签', from: ['draft'], to: 'proposed', by: ['finance_performance'] },
      issue: {
        title: '签发整改通知',
        from: ['proposed'],
        to: 'issued',
        by: ['finance_leader'],
        notBy: ['propose'],
        isNumbered: true,
        isLegalAct: true,
      },
      return: {
        title: '退回修改',
        from: ['proposed'],
        to: 'draft',
        by: ['finance_leader'],
        opinion: 'required',
        isReturn: true,
      },
      close: { title: '办结整改通知', from: ['issued'], to: 'closed', by: ['finance_performance'] },
    },
  },
  edits: { '*': [{ in: ['draft'], by: ['finance_performance'] }] },
  documents: [
    { document: 'rectification-notice', title: '绩效评价整改通知', frozenBy: 'issue' },
    { document: 'responsibility-list', title: '项目责任清单' },
  ],
  seals: [
    { by: 'issue', as: 'rectification.issued' },
    { by: 'close', as: 'rectification.closed' },
  ],
}
