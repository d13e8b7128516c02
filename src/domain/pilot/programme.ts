import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 试点方案设置: who takes part, the calendar, and the points by which candidates, places and acceptances are
 * judged. The region's department proposes, another person there approves; a later version takes over from
 * its day. Source: `nx-2022-pilot-plan` 二; the points are ours, the plan names none.
 */
export const programme: RecordKind = {
  kind: 'pilot.programme',
  stage: 'pilot',
  title: '试点方案设置',
  form: 'pilot/programme',
  per: 'jurisdiction',
  isMany: true,
  createdBy: ['province'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待提出', dueInDays: 10 },
      proposed: { title: '待审定', dueInDays: 10 },
      approved: { title: '已审定', isFinal: true },
      refused: { title: '已撤回', isFinal: true },
    },
    actions: {
      propose: { title: '提出方案设置', from: ['draft'], to: 'proposed', by: ['province'] },
      approve: {
        title: '审定方案设置',
        from: ['proposed'],
        to: 'approved',
        by: ['province'],
        notBy: ['propose'],
        opinion: 'optional',
        isLegalAct: true,
      },
      return: {
        title: '退回修改',
        from: ['proposed'],
        to: 'draft',
        by: ['province'],
        notBy: ['propose'],
        opinion: 'required',
        isReturn: true,
      },
      withdraw: { title: '撤回', from: ['draft'], to: 'refused', by: ['province'], isReturn: true },
    },
  },
  edits: { '*': [{ in: ['draft'], by: ['province'] }] },
  documents: [],
}
