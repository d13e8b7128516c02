import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 跟踪问效: made when a notice closes, one for each of the months the place has set; nobody is waited for
 * until its day comes. The unit reports what has become of the rectification, finance looks for itself.
 * Plan 三(五) 建立结果应用跟踪问效机制.
 */
export const applicationFollowUp: RecordKind = {
  kind: 'results.followUp',
  stage: 'results',
  title: '结果应用跟踪问效',
  form: 'results/follow-up',
  per: 'project',
  isMany: true,
  createdBy: [],
  workflow: {
    initial: 'scheduled',
    states: {
      scheduled: { title: '待到期跟踪', dueFrom: 'dueOn' },
      reported: { title: '待财政核查', dueInDays: 10 },
      assessed: { title: '已核查', isFinal: true },
    },
    actions: {
      report: { title: '报告整改成效', from: ['scheduled'], to: 'reported', by: ['unit'], isTodo: false },
      assess: {
        title: '核查成效',
        from: ['reported'],
        to: 'assessed',
        by: ['finance_performance'],
        notBy: ['report'],
        opinion: 'optional',
      },
      return: {
        title: '退回补充',
        from: ['reported'],
        to: 'scheduled',
        by: ['finance_performance'],
        opinion: 'required',
        isReturn: true,
      },
    },
  },
  edits: {
    plan: [],
    report: [{ in: ['scheduled'], by: ['unit'] }],
    assessment: [{ in: ['reported'], by: ['finance_performance'] }],
    '*': [],
  },
  documents: [],
}
