import type { RecordKind } from '../workflow/record-kind.ts'

const DRAFTERS = ['finance_performance', 'province'] as const

/**
 * 专报和通报：起草 → 第二人核对 → 领导签发(编号、定稿、登入契约账)→ 发送 → 签收齐后办结. Three people: the one
 * who signs has neither drafted nor checked. Source: plan 三(五) 三是接受监督; the steps are our proposal.
 */
export const REPORT_WORKFLOW: RecordKind['workflow'] = {
  initial: 'draft',
  states: {
    draft: { title: '待起草', dueInDays: 15 },
    proposed: { title: '待核对', dueInDays: 3 },
    checked: { title: '待签发', dueInDays: 3 },
    signed: { title: '待发送', dueInDays: 3 },
    sent: { title: '待签收', dueInDays: 15 },
    closed: { title: '已办结', isFinal: true },
    refused: { title: '已撤回', isFinal: true },
  },
  actions: {
    propose: { title: '提交核对', from: ['draft'], to: 'proposed', by: DRAFTERS },
    assemble: {
      title: '重新汇集',
      from: ['draft'],
      to: 'draft',
      by: DRAFTERS,
      isReturn: true,
      isTodo: false,
    },
    withdraw: {
      title: '撤回不办',
      from: ['draft'],
      to: 'refused',
      by: DRAFTERS,
      isReturn: true,
      isTodo: false,
    },
    check: {
      title: '核对无误',
      from: ['proposed'],
      to: 'checked',
      by: ['finance_business', 'finance_performance', 'province'],
      notBy: ['propose'],
      opinion: 'required',
    },
    sign: {
      title: '签发',
      from: ['checked'],
      to: 'signed',
      by: ['finance_leader', 'province'],
      notBy: ['propose', 'check'],
      opinion: 'optional',
      isNumbered: true,
      isLegalAct: true,
    },
    return: {
      title: '退回修改',
      from: ['proposed', 'checked'],
      to: 'draft',
      by: ['finance_business', 'finance_performance', 'finance_leader', 'province'],
      opinion: 'required',
      isReturn: true,
    },
    send: { title: '登记发送', from: ['signed'], to: 'sent', by: DRAFTERS },
    close: { title: '签收齐全，办结', from: ['sent'], to: 'closed', by: DRAFTERS },
  },
}

/** Whoever drafts writes all of it; afterwards only to whom it went and when it was received. */
export const REPORT_EDITS: RecordKind['edits'] = {
  dispatch: [{ in: ['signed', 'sent'], by: DRAFTERS }],
  '*': [{ in: ['draft'], by: DRAFTERS }],
}

export const REPORT_SEALS: NonNullable<RecordKind['seals']> = [{ by: 'sign', as: 'report.submitted' }]
