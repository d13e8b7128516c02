import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 试点项目推荐：县级绩效股推荐 → 分管领导同意 → 自治区确认.
 * Source: `nx-2022-pilot-plan` 二(一)(二): each city and county picks one or two key projects.
 */
export const selection: RecordKind = {
  kind: 'pilot.selection',
  stage: 'pilot',
  title: '试点项目推荐表',
  form: 'pilot/selection',
  per: 'project',
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待推荐', dueInDays: 10 },
      proposed: { title: '待分管领导同意', dueInDays: 5 },
      endorsed: { title: '待自治区确认', dueInDays: 10 },
      confirmed: { title: '已确定为试点', isFinal: true },
    },
    actions: {
      propose: { title: '推荐为试点项目', from: ['draft'], to: 'proposed', by: ['finance_performance'] },
      endorse: {
        title: '同意推荐',
        from: ['proposed'],
        to: 'endorsed',
        by: ['finance_leader'],
        notBy: ['propose'],
        opinion: 'optional',
      },
      confirm: {
        title: '确定为试点项目',
        from: ['endorsed'],
        to: 'confirmed',
        by: ['province'],
        notBy: ['propose', 'endorse'],
        opinion: 'optional',
        isLegalAct: true,
      },
      return: {
        title: '退回重新推荐',
        from: ['proposed', 'endorsed'],
        to: 'draft',
        by: ['finance_leader', 'province'],
        opinion: 'required',
        isReturn: true,
      },
    },
  },
  edits: { '*': [{ in: ['draft'], by: ['finance_performance'] }] },
  documents: [{ document: 'selection-form', title: '试点项目推荐表', frozenBy: 'confirm' }],
  seals: [{ by: 'confirm', as: 'project.selected' }],
}
