import type { Role } from '../org/roles.ts'
import type { RecordKind } from '../workflow/record-kind.ts'

/** Who writes, looks a second time and signs: the sections of a county's bureau, or the region's department. */
export type ReportHands = {
  readonly drafts: readonly Role[]
  readonly checks: readonly Role[]
  readonly signs: readonly Role[]
}

/** Each works on its own place only: the region sees a county's report and acts on none. */
export const COUNTY_HANDS: ReportHands = {
  drafts: ['finance_performance'],
  checks: ['finance_business', 'finance_performance'],
  signs: ['finance_leader'],
}
export const REGION_HANDS: ReportHands = { drafts: ['province'], checks: ['province'], signs: ['province'] }

/**
 * 专报和通报：起草 → 第二人核对 → 领导签发(编号、定稿、登入契约账)→ 发送 → 签收齐后办结. Three people: the one
 * who signs has neither drafted nor checked. Source: plan 三(五) 三是接受监督; the steps are our proposal.
 */
export function reportWorkflow({ drafts, checks, signs }: ReportHands): RecordKind['workflow'] {
  return {
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
      propose: { title: '提交核对', from: ['draft'], to: 'proposed', by: drafts },
      assemble: {
        title: '重新汇集',
        from: ['draft'],
        to: 'draft',
        by: drafts,
        isReturn: true,
        isTodo: false,
      },
      withdraw: {
        title: '撤回不办',
        from: ['draft'],
        to: 'refused',
        by: drafts,
        isReturn: true,
        isTodo: false,
      },
      check: {
        title: '核对无误',
        from: ['proposed'],
        to: 'checked',
        by: checks,
        notBy: ['propose'],
        opinion: 'required',
      },
      sign: {
        title: '签发',
        from: ['checked'],
        to: 'signed',
        by: signs,
        notBy: ['propose', 'check'],
        opinion: 'optional',
        isNumbered: true,
        isLegalAct: true,
      },
      return: {
        title: '退回修改',
        from: ['proposed', 'checked'],
        to: 'draft',
        by: [...new Set([...checks, ...signs])],
        opinion: 'required',
        isReturn: true,
      },
      send: { title: '登记发送', from: ['signed'], to: 'sent', by: drafts },
      close: { title: '签收齐全，办结', from: ['sent'], to: 'closed', by: drafts },
    },
  }
}

/** Whoever drafts writes all of it; afterwards only to whom it went and when it was received. */
export function reportEdits({ drafts }: ReportHands): RecordKind['edits'] {
  return {
    dispatch: [{ in: ['signed', 'sent'], by: drafts }],
    '*': [{ in: ['draft'], by: drafts }],
  }
}

export const REPORT_SEALS: NonNullable<RecordKind['seals']> = [{ by: 'sign', as: 'report.submitted' }]
