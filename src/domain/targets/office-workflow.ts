import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 申报 → 初审(财政业务股) → 复核(财政绩效股) → 批复 → 公开: the way of targets that a department sets for
 * itself. It declares, so another office does the first review; published like a project's, within the same
 * days. Source: 财预〔2015〕88号, 《预算法》第十四条; 批复 and 公开 are sealed.
 */
export const OFFICE_WORKFLOW: RecordKind['workflow'] = {
  initial: 'draft',
  states: {
    draft: { title: '待申报', dueInDays: 10 },
    declared: { title: '待初审', dueInDays: 5 },
    reviewed: { title: '待复核', dueInDays: 5 },
    rechecked: { title: '待批复', dueInDays: 5 },
    approved: { title: '待公开', dueBy: 'targetDisclosure' },
    published: { title: '已公开', isFinal: true },
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
    checkDisclosure: {
      title: '核定不公开内容',
      from: ['approved'],
      to: 'approved',
      by: ['finance_business'],
      notBy: ['publish'],
      opinion: 'required',
      calledBy: 'withheld',
    },
    publish: {
      title: '登记公开',
      from: ['approved'],
      to: 'published',
      by: ['finance_performance'],
      notBy: ['approve', 'checkDisclosure'],
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

/** Who writes where: the department in all of it while it drafts, the performance section the publication. */
export const OFFICE_EDITS: RecordKind['edits'] = {
  disclosure: [{ in: ['approved'], by: ['finance_performance'] }],
  '*': [{ in: ['draft'], by: ['department'] }],
}

export const OFFICE_SEALS: NonNullable<RecordKind['seals']> = [
  { by: 'approve', as: 'target.approved' },
  { by: 'publish', as: 'disclosure.published' },
]
