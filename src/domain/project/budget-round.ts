import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 预算编报轮次: the finance bureau opens a round for its place and fiscal year. Dates of the place's
 * calendar are opened by one person; other dates need a second one. While a round is open units declare
 * targets and budgets together; when it is closed they cannot.
 */
export const budgetRound: RecordKind = {
  kind: 'project.budgetRound',
  stage: 'project',
  title: '预算编报轮次',
  form: 'project/budget-round',
  per: 'jurisdiction',
  isMany: true,
  createdBy: ['finance_business', 'finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待开启' },
      proposed: { title: '待核准', dueInDays: 3 },
      open: { title: '进行中' },
      closed: { title: '已结束', isFinal: true },
    },
    actions: {
      open: {
        title: '按日程开启',
        from: ['draft'],
        to: 'open',
        by: ['finance_business', 'finance_performance'],
      },
      propose: {
        title: '调整日期，报请核准',
        from: ['draft'],
        to: 'proposed',
        by: ['finance_business', 'finance_performance'],
      },
      confirm: {
        title: '核准并开启',
        from: ['proposed'],
        to: 'open',
        by: ['finance_leader'],
        notBy: ['propose'],
        opinion: 'optional',
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
      close: {
        title: '结束本轮',
        from: ['open'],
        to: 'closed',
        by: ['finance_business', 'finance_performance'],
        isLegalAct: true,
      },
    },
  },
  edits: { '*': [{ in: ['draft'], by: ['finance_business', 'finance_performance'] }] },
  documents: [],
}
