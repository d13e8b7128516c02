import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 采用蓝本: what a place takes over of a blueprint, from which day. The performance section proposes, the
 * leader approves; the region cannot begin one for a place. Taking it back is another one, with its reason.
 */
export const blueprintUse: RecordKind = {
  kind: 'pilot.blueprintUse',
  stage: 'pilot',
  title: '采用规范管理蓝本',
  form: 'pilot/blueprint-use',
  per: 'jurisdiction',
  isMany: true,
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待提出', dueInDays: 15 },
      proposed: { title: '待审定', dueInDays: 10 },
      approved: { title: '已审定', isFinal: true },
      withdrawn: { title: '已撤回', isFinal: true },
    },
    actions: {
      propose: { title: '提出采用', from: ['draft'], to: 'proposed', by: ['finance_performance'] },
      approve: {
        title: '审定采用',
        from: ['proposed'],
        to: 'approved',
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
      withdraw: {
        title: '撤回',
        from: ['draft'],
        to: 'withdrawn',
        by: ['finance_performance'],
        isReturn: true,
      },
    },
  },
  edits: { '*': [{ in: ['draft'], by: ['finance_performance'] }] },
  documents: [],
}
