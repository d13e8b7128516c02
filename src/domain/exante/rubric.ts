import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 评分指标体系: a version of the table by which a place scores new projects or new policies. The
 * performance section proposes, the leader decides; scoring opened on or after its day takes it, scoring
 * opened before keeps what it had. Source: 宁财（绩）发〔2022〕376号 附录6, whose points were not at hand.
 */
export const exanteRubric: RecordKind = {
  kind: 'exante.rubric',
  stage: 'exante',
  title: '事前评估评分指标体系',
  form: 'exante/rubric',
  per: 'jurisdiction',
  isMany: true,
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待提出', dueInDays: 10 },
      proposed: { title: '待审定', dueInDays: 10 },
      approved: { title: '已审定', isFinal: true },
      refused: { title: '已撤回', isFinal: true },
    },
    actions: {
      propose: { title: '提出版本', from: ['draft'], to: 'proposed', by: ['finance_performance'] },
      approve: {
        title: '审定版本',
        from: ['proposed'],
        to: 'approved',
        by: ['finance_leader'],
        notBy: ['propose'],
        opinion: 'optional',
        isLegalAct: true,
      },
      return: {
        title: '退回修改',
        from: ['proposed'],
        to: 'draft',
        by: ['finance_leader'],
        opinion: 'required',
        isReturn: true,
      },
      withdraw: {
        title: '撤回版本',
        from: ['draft'],
        to: 'refused',
        by: ['finance_performance'],
        isReturn: true,
      },
    },
  },
  edits: { '*': [{ in: ['draft'], by: ['finance_performance'] }] },
  documents: [],
}
