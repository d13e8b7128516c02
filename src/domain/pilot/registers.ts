import type { RecordKind } from '../workflow/record-kind.ts'

/** 绩效宣传活动登记 (plan 四(三) 多层次、多形式宣传活动). */
export const publicity: RecordKind = {
  kind: 'pilot.publicity',
  stage: 'pilot',
  title: '绩效宣传活动登记',
  form: 'pilot/publicity',
  per: 'jurisdiction',
  isMany: true,
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待登记', dueInDays: 10 },
      registered: { title: '已登记', isFinal: true },
    },
    actions: {
      register: { title: '登记宣传活动', from: ['draft'], to: 'registered', by: ['finance_performance'] },
    },
  },
  edits: { '*': [{ in: ['draft'], by: ['finance_performance'] }] },
  documents: [],
}

/** 排名说明: what a place says about its rank; the region answers, both stand beside the rank. */
export const rankNote: RecordKind = {
  kind: 'pilot.rankNote',
  stage: 'pilot',
  title: '试点推进排名说明',
  form: 'pilot/rank-note',
  per: 'jurisdiction',
  isMany: true,
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待提交', dueInDays: 5 },
      sent: { title: '待答复', dueInDays: 10 },
      answered: { title: '已答复', isFinal: true },
    },
    actions: {
      send: { title: '提交说明', from: ['draft'], to: 'sent', by: ['finance_performance'] },
      answer: { title: '答复', from: ['sent'], to: 'answered', by: ['province'], notBy: ['send'] },
    },
  },
  edits: {
    note: [{ in: ['draft'], by: ['finance_performance'] }],
    answer: [{ in: ['sent'], by: ['province'] }],
  },
  documents: [],
}
