import type { Role } from '../org/roles.ts'
import type { RecordKind } from '../workflow/record-kind.ts'
import type { Workflow } from '../workflow/workflow.ts'

/**
 * 第三方评价委托书: one per commission. The institution declares interests and pledges before the
 * project opens to it; contract, working papers, acceptance of the report and payment follow. It comes
 * into being with the commission and is seen by the institution it is for, never by another one.
 */
function engagementOf(kind: string, title: string, commissioner: Role, readers: readonly Role[]): RecordKind {
  return {
    kind,
    stage: 'evaluation',
    title,
    form: 'evaluation/engagement',
    per: 'project',
    isMany: true,
    seenBy: ['finance_performance', 'finance_leader', 'agency', 'province', 'audit', ...readers],
    createdBy: [],
    workflow: workflowOf(commissioner),
    edits: {
      task: [],
      declaration: [{ in: ['offered'], by: ['agency'] }],
      contract: [{ in: ['offered', 'working', 'delivered', 'accepted'], by: [commissioner] }],
      papers: [{ in: ['working'], by: ['agency'] }],
      acceptance: [{ in: ['delivered'], by: [commissioner] }],
      credit: [],
    },
    documents: [{ document: 'agency-pledge', title: '第三方机构承诺书', frozenBy: 'undertake' }],
  }
}

function workflowOf(commissioner: Role): Workflow {
  return {
    initial: 'offered',
    states: {
      offered: { title: '待机构申报和承诺', dueInDays: 5 },
      working: { title: '履行中' },
      delivered: { title: '报告待验收', dueInDays: 10 },
      accepted: { title: '已验收，待结清' },
      settled: { title: '已结清', isFinal: true },
      declined: { title: '机构已回避', isFinal: true },
      cancelled: { title: '已撤回', isFinal: true },
    },
    actions: {
      undertake: {
        title: '申报、承诺并承接',
        from: ['offered'],
        to: 'working',
        by: ['agency'],
        isLegalAct: true,
      },
      decline: {
        title: '申报回避',
        from: ['offered'],
        to: 'declined',
        by: ['agency'],
        opinion: 'required',
        isLegalAct: true,
        isReturn: true,
      },
      deliver: {
        title: '提交报告',
        from: ['working', 'delivered'],
        to: 'delivered',
        by: ['agency'],
        isSystem: true,
      },
      demand: {
        title: '退回修改或重做报告',
        from: ['delivered'],
        to: 'working',
        by: [commissioner],
        opinion: 'required',
        isReturn: true,
      },
      reopen: {
        title: '报告退回修改',
        from: ['delivered', 'accepted'],
        to: 'working',
        by: [commissioner, 'finance_leader'],
        isSystem: true,
      },
      accept: { title: '报告验收通过', from: ['delivered'], to: 'accepted', by: [commissioner] },
      settle: {
        title: '结清尾款',
        from: ['accepted'],
        to: 'settled',
        by: [commissioner],
        isLegalAct: true,
      },
      cancel: {
        title: '撤回委托',
        from: ['offered', 'working'],
        to: 'cancelled',
        by: [commissioner],
        isSystem: true,
      },
    },
  }
}

/** Commissioned by the finance bureau. */
export const engagement = engagementOf('evaluation.engagement', '第三方评价委托书', 'finance_performance', [])

/** Commissioned by a department for the units below it. */
export const departmentEngagement = engagementOf(
  'evaluation.departmentEngagement',
  '部门评价委托书',
  'department',
  ['department'],
)
