import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 验收：县级申请 → 自治区一人核查 → 另一人验收. Criteria are ours and marked so; the plan (二(三))
 * only says that the region's department organises the acceptance.
 */
export const acceptance: RecordKind = {
  kind: 'pilot.acceptance',
  stage: 'pilot',
  title: '试点验收',
  form: 'pilot/acceptance',
  per: 'jurisdiction',
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待申请验收', dueInDays: 15 },
      requested: { title: '待核查', dueInDays: 20 },
      inspected: { title: '待验收', dueInDays: 10 },
      accepted: { title: '验收合格', isFinal: true },
    },
    actions: {
      request: { title: '申请验收', from: ['draft'], to: 'requested', by: ['finance_performance'] },
      inspect: {
        title: '核查通过',
        from: ['requested'],
        to: 'inspected',
        by: ['province'],
        notBy: ['request'],
        opinion: 'required',
      },
      accept: {
        title: '验收合格',
        from: ['inspected'],
        to: 'accepted',
        by: ['province'],
        notBy: ['request', 'inspect'],
        opinion: 'optional',
        isNumbered: true,
        isLegalAct: true,
      },
      return: {
        title: '退回补正',
        from: ['requested', 'inspected'],
        to: 'draft',
        by: ['province'],
        opinion: 'required',
        isReturn: true,
      },
    },
  },
  edits: {
    request: [{ in: ['draft'], by: ['finance_performance'] }],
    '*': [{ in: ['requested'], by: ['province'] }],
  },
  documents: [{ document: 'acceptance-opinion', title: '试点验收意见', frozenBy: 'accept' }],
  seals: [{ by: 'accept', as: 'acceptance.decided' }],
}
