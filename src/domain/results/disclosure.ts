import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 公开：起草 → 第二人核查(涉密、个人信息)→ 领导批准公开. Two people at least look before
 * anything leaves the house (`nx-2022-pilot-plan` 三(四) 公示(公开); 财预〔2020〕10号).
 */
export const disclosure: RecordKind = {
  kind: 'results.disclosure',
  stage: 'results',
  title: '评价结果公开',
  form: 'results/disclosure',
  per: 'project',
  // A correction is a record of its own: what was public stays as it was.
  isMany: true,
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待核查', dueInDays: 5, dueFrom: 'dueOn' },
      proposed: { title: '待第二人核查', dueInDays: 3, dueFrom: 'dueOn' },
      checked: { title: '待批准公开', dueInDays: 3, dueFrom: 'dueOn' },
      published: { title: '已公开', isFinal: true },
    },
    actions: {
      propose: { title: '提交公开稿', from: ['draft'], to: 'proposed', by: ['finance_performance'] },
      check: {
        title: '核查通过',
        from: ['proposed'],
        to: 'checked',
        by: ['finance_business'],
        notBy: ['propose'],
        opinion: 'required',
      },
      publish: {
        title: '批准公开',
        from: ['checked'],
        to: 'published',
        by: ['finance_leader'],
        notBy: ['propose', 'check'],
        isLegalAct: true,
      },
      return: {
        title: '退回修改',
        from: ['proposed', 'checked'],
        to: 'draft',
        by: ['finance_business', 'finance_leader'],
        opinion: 'required',
        isReturn: true,
      },
    },
  },
  edits: {
    '*': [{ in: ['draft'], by: ['finance_performance'] }],
    // Each of the two writes what is theirs: nobody claims and agrees.
    agreement: [{ in: ['proposed'], by: ['finance_business'] }],
  },
  documents: [
    { document: 'disclosure-notice', title: '评价结果公开', frozenBy: 'publish' },
    { document: 'disclosure-preview', title: '公开数据预览' },
  ],
  seals: [{ by: 'publish', as: 'disclosure.published' }],
}
