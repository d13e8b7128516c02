import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 绩效目标审核意见：提出 → 单位答复 → 核对销号. One point somebody has about one field or indicator of a
 * declared sheet; what is still open stands in the way of 复核 (良：修改完善后通过).
 * Source: 88号 审核结果处理; three-party review of `nx-2022-pilot-plan` 三(二).
 */
export const reviewFinding: RecordKind = {
  kind: 'targets.reviewFinding',
  stage: 'targets',
  title: '绩效目标审核意见',
  form: 'targets/review-finding',
  per: 'project',
  isMany: true,
  createdBy: ['department', 'finance_business', 'finance_performance', 'agency', 'expert'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待提出', dueInDays: 2 },
      raised: { title: '待答复', dueInDays: 3 },
      replied: { title: '待核对', dueInDays: 3 },
      closed: { title: '已办结', isFinal: true },
      withdrawn: { title: '已撤回', isFinal: true },
    },
    actions: {
      raise: {
        title: '提出意见',
        from: ['draft'],
        to: 'raised',
        by: ['department', 'finance_business', 'finance_performance', 'agency', 'expert'],
      },
      reply: { title: '答复意见', from: ['raised'], to: 'replied', by: ['unit'] },
      close: {
        title: '核对办结',
        from: ['replied'],
        to: 'closed',
        by: ['department', 'finance_business', 'finance_performance'],
        notBy: ['reply'],
        opinion: 'optional',
      },
      reopen: {
        title: '退回再答复',
        from: ['replied'],
        to: 'raised',
        by: ['department', 'finance_business', 'finance_performance'],
        opinion: 'required',
        isReturn: true,
      },
      withdraw: {
        title: '撤回意见',
        from: ['draft', 'raised'],
        to: 'withdrawn',
        by: ['department', 'finance_business', 'finance_performance', 'agency', 'expert'],
        isReturn: true,
      },
    },
  },
  edits: {
    reply: [{ in: ['raised'], by: ['unit'] }],
    '*': [
      { in: ['draft'], by: ['department', 'finance_business', 'finance_performance', 'agency', 'expert'] },
    ],
  },
  documents: [],
}
