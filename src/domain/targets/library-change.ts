import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 指标库修订建议: a place adds, revises or retires an indicator of the library. One person proposes,
 * another of the finance performance section or of the region decides; what is approved becomes a
 * version of its own. Source: our own procedure; 101号 asks that indicators be kept up to date.
 */
export const libraryChange: RecordKind = {
  kind: 'targets.libraryChange',
  stage: 'targets',
  title: '指标库修订建议',
  form: 'targets/library-change',
  per: 'jurisdiction',
  isMany: true,
  createdBy: ['finance_business', 'finance_performance', 'province'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待提出', dueInDays: 10 },
      proposed: { title: '待审定', dueInDays: 10 },
      approved: { title: '已生效', isFinal: true },
      refused: { title: '未采纳', isFinal: true },
    },
    actions: {
      propose: {
        title: '提出修订建议',
        from: ['draft'],
        to: 'proposed',
        by: ['finance_business', 'finance_performance', 'province'],
      },
      approve: {
        title: '审定并生效',
        from: ['proposed'],
        to: 'approved',
        by: ['finance_performance', 'province'],
        notBy: ['propose'],
        opinion: 'optional',
        isLegalAct: true,
      },
      return: {
        title: '退回修改',
        from: ['proposed'],
        to: 'draft',
        by: ['finance_performance', 'province'],
        opinion: 'required',
        isReturn: true,
      },
      refuse: {
        title: '不予采纳',
        from: ['proposed'],
        to: 'refused',
        by: ['finance_performance', 'province'],
        notBy: ['propose'],
        opinion: 'required',
        isReturn: true,
      },
      withdraw: {
        title: '撤回建议',
        from: ['draft'],
        to: 'refused',
        by: ['finance_business', 'finance_performance', 'province'],
        isReturn: true,
      },
    },
  },
  edits: { '*': [{ in: ['draft'], by: ['finance_business', 'finance_performance', 'province'] }] },
  documents: [],
}
