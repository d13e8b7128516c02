import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 整改延期或免予整改: asked by the unit with its reason, looked at by its department, decided by the finance
 * leader; until then the unit may withdraw it, so that a request the task has overtaken stands in nobody's way. The
 * task is changed by the decision alone and every request stays in its file. An exempted task lets the notice close but is not verified (domain/06, item 2).
 */
export const rectificationTaskChange: RecordKind = {
  kind: 'results.taskChange',
  stage: 'results',
  title: '整改延期或免予整改申请',
  form: 'results/task-change',
  per: 'project',
  isMany: true,
  createdBy: ['unit'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待提出申请', dueInDays: 5 },
      asked: { title: '待主管部门审核', dueInDays: 3 },
      supported: { title: '待财政批准', dueInDays: 3 },
      granted: { title: '已批准', isFinal: true },
      refused: { title: '未批准', isFinal: true },
      withdrawn: { title: '已撤回', isFinal: true },
    },
    actions: {
      ask: { title: '提出申请', from: ['draft'], to: 'asked', by: ['unit'] },
      support: {
        title: '同意上报',
        from: ['asked'],
        to: 'supported',
        by: ['department'],
        notBy: ['ask'],
        opinion: 'required',
      },
      grant: {
        title: '批准申请',
        from: ['supported'],
        to: 'granted',
        by: ['finance_leader'],
        notBy: ['ask', 'support'],
        opinion: 'required',
        isNumbered: true,
        isLegalAct: true,
      },
      refuse: {
        title: '不予批准',
        from: ['supported'],
        to: 'refused',
        by: ['finance_leader'],
        notBy: ['ask', 'support'],
        opinion: 'required',
        isTodo: false,
      },
      return: {
        title: '退回修改',
        from: ['asked', 'supported'],
        to: 'draft',
        by: ['department', 'finance_leader'],
        opinion: 'required',
        isReturn: true,
      },
      withdraw: {
        title: '撤回申请',
        from: ['draft', 'asked', 'supported'],
        to: 'withdrawn',
        by: ['unit'],
        isReturn: true,
      },
    },
  },
  edits: { request: [{ in: ['draft'], by: ['unit'] }], '*': [] },
  documents: [{ document: 'rectification-change', title: '整改延期或免予整改批复', frozenBy: 'grant' }],
}
