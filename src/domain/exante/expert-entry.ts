import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 评估专家登记表: one per expert and place, the register panels are drawn from. Personal: only the
 * performance section of the place and the province see it. Whoever is suspended or has left stays in
 * the register with the reason, so that a draw can say why somebody was not in it.
 */
export const exanteExpertEntry: RecordKind = {
  kind: 'exante.expertEntry',
  stage: 'exante',
  title: '评估专家登记表',
  form: 'exante/expert-entry',
  per: 'jurisdiction',
  isMany: true,
  seenBy: ['finance_performance', 'province'],
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待登记' },
      registered: { title: '在库' },
      suspended: { title: '已暂停' },
      left: { title: '已离库', isFinal: true },
    },
    actions: {
      register: { title: '登记入库', from: ['draft'], to: 'registered', by: ['finance_performance'] },
      suspend: {
        title: '暂停资格',
        from: ['registered'],
        to: 'suspended',
        by: ['finance_performance'],
        opinion: 'required',
        isReturn: true,
      },
      reinstate: {
        title: '恢复资格',
        from: ['suspended'],
        to: 'registered',
        by: ['finance_performance'],
        opinion: 'required',
        isReturn: true,
      },
      leave: {
        title: '离库',
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
