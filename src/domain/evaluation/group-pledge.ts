import type { Role } from '../org/roles.ts'
import type { RecordKind } from '../workflow/record-kind.ts'

/** Whoever may sit in an evaluation group: the office's own people, and experts it invites. */
export const GROUP_ROLES: readonly Role[] = [
  'finance_performance',
  'finance_business',
  'department',
  'expert',
]

const OWN = { of: GROUP_ROLES, field: 'member' } as const

/**
 * 评价组成员申报和承诺书: one per member of a group that evaluates without an institution, made when the
 * evaluation starts. The member declares interests and pledges, or stands back; nobody else can.
 */
export const groupPledge: RecordKind = {
  kind: 'evaluation.groupPledge',
  stage: 'evaluation',
  title: '评价组成员申报和承诺书',
  form: 'evaluation/group-pledge',
  per: 'project',
  isMany: true,
  seenBy: [...GROUP_ROLES, 'finance_leader', 'province', 'audit'],
  createdBy: [],
  workflow: {
    initial: 'asked',
    states: {
      asked: { title: '待申报和承诺', dueInDays: 3 },
      pledged: { title: '已承诺', isFinal: true },
      recused: { title: '已回避', isFinal: true },
      cancelled: { title: '已撤回', isFinal: true },
    },
    actions: {
      pledge: {
        title: '申报并承诺',
        from: ['asked'],
        to: 'pledged',
        by: GROUP_ROLES,
        named: OWN,
        isLegalAct: true,
      },
      recuse: {
        title: '申报回避',
        from: ['asked'],
        to: 'recused',
        by: GROUP_ROLES,
        named: OWN,
        opinion: 'required',
        isLegalAct: true,
        isReturn: true,
      },
      cancel: {
        title: '撤回',
        from: ['asked', 'pledged', 'recused'],
        to: 'cancelled',
        by: ['finance_performance', 'department'],
        isSystem: true,
      },
    },
  },
  edits: { task: [], declaration: [{ in: ['asked'], by: GROUP_ROLES, named: OWN }] },
  documents: [{ document: 'group-pledge', title: '评价组成员承诺书', frozenBy: 'pledge' }],
}
