import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 验收：县级申请 → 自治区一人核查 → 另一人验收. What is to be corrected goes back as a list, is answered line
 * by line with evidence, and is looked at again. Criteria are ours and marked so; the plan (二(三)) only says
 * that the region's department organises the acceptance. Both verdicts are sealed.
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
      correcting: { title: '待补正', dueFrom: 'answers/dueOn', dueInDays: 20 },
      inspected: { title: '待验收', dueInDays: 10 },
      accepted: { title: '验收合格', isFinal: true },
      // A place whose pilot was refused may begin a new application.
      refused: { title: '验收不合格', isFinal: true },
    },
    actions: {
      request: { title: '申请验收', from: ['draft'], to: 'requested', by: ['finance_performance'] },
      inspect: {
        title: '完成核查',
        from: ['requested'],
        to: 'inspected',
        by: ['province'],
        notBy: ['request'],
        opinion: 'required',
      },
      return: {
        title: '退回补正',
        from: ['requested'],
        to: 'correcting',
        by: ['province'],
        opinion: 'required',
        isNumbered: true,
        isReturn: true,
      },
      resubmit: {
        title: '报送补正情况',
        from: ['correcting'],
        to: 'requested',
        by: ['finance_performance'],
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
      refuse: {
        title: '验收不合格',
        from: ['inspected'],
        to: 'refused',
        by: ['province'],
        notBy: ['request', 'inspect'],
        opinion: 'required',
        isNumbered: true,
        isLegalAct: true,
      },
      recheck: {
        title: '退回重新核查',
        from: ['inspected'],
        to: 'requested',
        by: ['province'],
        notBy: ['inspect'],
        opinion: 'required',
        isReturn: true,
      },
    },
  },
  edits: {
    request: [{ in: ['draft'], by: ['finance_performance'] }],
    reasons: [{ in: ['draft', 'correcting'], by: ['finance_performance'] }],
    answers: [{ in: ['correcting'], by: ['finance_performance'] }],
    '*': [{ in: ['requested'], by: ['province'] }],
  },
  documents: [
    { document: 'acceptance-opinion', title: '试点验收意见', frozenBy: 'accept' },
    { document: 'acceptance-refusal', title: '试点验收不合格意见', frozenBy: 'refuse' },
    { document: 'acceptance-defects', title: '试点验收补正通知', frozenBy: 'return' },
  ],
  seals: [
    { by: 'accept', as: 'acceptance.decided' },
    { by: 'refuse', as: 'acceptance.decided' },
  ],
}
