import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 第三方机构登记表: one per institution and place (财监〔2021〕4号). The finance bureau keeps it; whoever
 * commissions is told what the checks need of it. An institution that is suspended or has left stays in
 * the register with the reason.
 */
export const agencyEntry: RecordKind = {
  kind: 'evaluation.agencyEntry',
  stage: 'evaluation',
  title: '第三方机构登记表',
  form: 'evaluation/agency-entry',
  per: 'jurisdiction',
  isMany: true,
  seenBy: ['finance_performance', 'finance_leader', 'province', 'audit'],
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待登记' },
      registered: { title: '已登记' },
      suspended: { title: '已暂停' },
      left: { title: '已移出', isFinal: true },
    },
    actions: {
      register: { title: '登记', from: ['draft'], to: 'registered', by: ['finance_performance'] },
      suspend: {
        title: '暂停承接',
        from: ['registered'],
        to: 'suspended',
        by: ['finance_performance'],
        opinion: 'required',
        isReturn: true,
      },
      reinstate: {
        title: '恢复承接',
        from: ['suspended'],
        to: 'registered',
        by: ['finance_performance'],
        opinion: 'required',
        isReturn: true,
      },
      leave: {
        title: '移出名录',
        from: ['registered', 'suspended'],
        to: 'left',
        by: ['finance_performance'],
        opinion: 'required',
        isReturn: true,
      },
    },
  },
  edits: { '*': [{ in: ['draft', 'registered', 'suspended'], by: ['finance_performance'] }] },
  documents: [],
}
