import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 申报 → 初审(财政业务股) → 复核(财政绩效股) → 批复: the way of targets that a department sets for
 * itself. It declares, so another office does the first review. Source: 财预〔2015〕88号; 批复 is sealed.
 */
export const OFFICE_WORKFLOW: RecordKind['workflow'] = {
  initial: 'draft',
  states: {
    draft: { title: '待申报', dueInDays: 10 },
    declared: { title: '待初审', dueInDays: 5 },
    reviewed: { title: '待复核', dueInDays: 5 },
    rechecked: { title: '待批复', dueInDays: 5 },
    approved: { title: '已批复', isFinal: true },
    refused: { title: '不予通过', isFinal: true },
  },
  actions: {
    declare: { title: '申报绩效目标', from: ['draft'], to: 'declared', by: ['department'] },
    review: {
      title: '初审通过',
      from: ['declared'],
      to: 'reviewed',
      by: ['finance_business'],
      notBy: ['declare'],
      opinion: 'required',
    },
    recheck: {
      title: '复核通过',
      from: ['reviewed'],
      to: 'rechecked',
      by: ['finance_performance'],
      notBy: ['declare', 'review'],
      opinion: 'required',
    },
    approve: {
      title: '批复绩效目标',
      from: ['rechecked'],
      to: 'approved',
      by: ['finance_leader'],
      notBy: ['declare', 'review', 'recheck'],
      opinion: 'optional',
      isNumbered: true,
      isLegalAct: true,
    },
    return: {
      title: '退回修改',
      from: ['declared', 'reviewed', 'rechecked'],
      to: 'draft',
      by: ['finance_business', 'finance_performance', 'finance_leader'],
      opinion: 'required',
      isReturn: true,
    },
    refuse: {
      title: '不予通过',
      from: ['reviewed'],
      to: 'refused',
      by: ['finance_performance'],
      notBy: ['declare', 'review'],
      opinion: 'required',
      isLegalAct: true,
      isReturn: true,
    },
  },
}
