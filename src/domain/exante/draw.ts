import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 评估专家抽取: the roster is sealed in the contract ledger together with the name of a value nobody
 * knows yet; once that value is public the order follows from both, and anybody can compute it again
 * (`docs/expert-draw.md`). The unit judged does not see who may be drawn. What was sealed can only be
 * given up by the leader, in writing, and the next draw names it.
 */
export const exanteDraw: RecordKind = {
  kind: 'exante.draw',
  stage: 'exante',
  title: '评估专家抽取',
  form: 'exante/draw',
  per: 'project',
  seenBy: ['finance_performance', 'finance_business', 'finance_leader', 'province', 'congress', 'audit'],
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待封存名单', dueInDays: 5 },
      sealed: { title: '待公布数值后抽取', dueInDays: 10 },
      drawn: { title: '已抽取' },
      refused: { title: '已作废', isFinal: true },
    },
    actions: {
      seal: {
        title: '封存名单',
        from: ['draft'],
        to: 'sealed',
        by: ['finance_performance'],
        isLegalAct: true,
      },
      draw: {
        title: '抽取专家',
        from: ['sealed'],
        to: 'drawn',
        by: ['finance_performance'],
        isLegalAct: true,
      },
      replace: {
        title: '更换专家',
        from: ['drawn'],
        to: 'drawn',
        by: ['finance_performance'],
        opinion: 'optional',
        isLegalAct: true,
        isReturn: true,
      },
      abandon: {
        title: '作废本次抽取',
        from: ['sealed'],
        to: 'refused',
        by: ['finance_leader'],
        opinion: 'required',
        isLegalAct: true,
        isReturn: true,
      },
    },
  },
  edits: {
    plan: [{ in: ['draft'], by: ['finance_performance'] }],
    value: [{ in: ['sealed'], by: ['finance_performance'] }],
    change: [{ in: ['drawn'], by: ['finance_performance'] }],
  },
  documents: [{ document: 'expert-draw', title: '评估专家抽取记录', frozenBy: 'draw' }],
  seals: [
    { by: 'seal', as: 'panel.sealed' },
    { by: 'draw', as: 'panel.drawn' },
    { by: 'replace', as: 'panel.replaced' },
    { by: 'abandon', as: 'panel.abandoned' },
  ],
}
