import type { RecordKind } from '../workflow/record-kind.ts'

/** 领导小组和职责分工: members and who answers for what (plan 四(二) 齐抓共管、联合推进). */
export const leadGroup: RecordKind = {
  kind: 'pilot.leadGroup',
  stage: 'pilot',
  title: '试点领导小组和职责分工',
  form: 'pilot/lead-group',
  per: 'jurisdiction',
  isMany: true,
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待送审', dueInDays: 10 },
      proposed: { title: '待确定', dueInDays: 5 },
      confirmed: { title: '已确定', isFinal: true },
    },
    actions: {
      propose: { title: '送审', from: ['draft'], to: 'proposed', by: ['finance_performance'] },
      confirm: {
        title: '确定名单和分工',
        from: ['proposed'],
        to: 'confirmed',
        by: ['finance_leader'],
        notBy: ['propose'],
        opinion: 'optional',
      },
      return: {
        title: '退回修改',
        from: ['proposed'],
        to: 'draft',
        by: ['finance_leader'],
        opinion: 'required',
        isReturn: true,
      },
    },
  },
  edits: { '*': [{ in: ['draft'], by: ['finance_performance'] }] },
  documents: [],
}

/** 联席会议: agenda, minutes, decisions; a decision given to a department becomes a 督办事项. */
export const meeting: RecordKind = {
  kind: 'pilot.meeting',
  stage: 'pilot',
  title: '试点工作会议',
  form: 'pilot/meeting',
  per: 'jurisdiction',
  isMany: true,
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待形成纪要', dueFrom: 'heldOn', dueInDays: 10 },
      filed: { title: '已形成纪要', isFinal: true },
    },
    actions: {
      file: { title: '形成会议纪要', from: ['draft'], to: 'filed', by: ['finance_performance'] },
    },
  },
  edits: { '*': [{ in: ['draft'], by: ['finance_performance'] }] },
  documents: [{ document: 'meeting-minutes', title: '试点工作会议纪要', frozenBy: 'file' }],
}

/** 督办事项: what a department has to do until when; it reports, the performance section looks and closes. */
export const supervision: RecordKind = {
  kind: 'pilot.supervision',
  stage: 'pilot',
  title: '试点督办事项',
  form: 'pilot/supervision',
  per: 'jurisdiction',
  isMany: true,
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待交办', dueInDays: 5 },
      issued: { title: '待办理', dueFrom: 'dueOn', dueInDays: 20 },
      reported: { title: '待核实销号', dueInDays: 5 },
      closed: { title: '已销号', isFinal: true },
      refused: { title: '已撤销', isFinal: true },
    },
    actions: {
      issue: { title: '交办', from: ['draft'], to: 'issued', by: ['finance_performance'] },
      report: {
        title: '报送办理情况',
        from: ['issued'],
        to: 'reported',
        by: ['department', 'finance_business'],
      },
      close: {
        title: '核实销号',
        from: ['reported'],
        to: 'closed',
        by: ['finance_performance'],
        notBy: ['report'],
        opinion: 'optional',
      },
      return: {
        title: '退回继续办理',
        from: ['reported'],
        to: 'issued',
        by: ['finance_performance'],
        opinion: 'required',
        isReturn: true,
      },
      cancel: {
        title: '撤销督办',
        from: ['draft', 'issued'],
        to: 'refused',
        by: ['finance_performance'],
        opinion: 'required',
        isReturn: true,
        isTodo: false,
      },
    },
  },
  edits: {
    task: [{ in: ['draft'], by: ['finance_performance'] }],
    report: [{ in: ['issued'], by: ['department', 'finance_business'] }],
    verification: [{ in: ['reported'], by: ['finance_performance'] }],
  },
  documents: [],
}
