import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 事前绩效评估：单位备齐材料 → 绩效股组织专家评分 → 形成结论 → 分管领导审定.
 * Source: `nx-2022-pilot-plan` 三（一）; steps of 宁财（绩）发〔2022〕376号 chapter 2.
 * The business section fills in the affordability sheet while the panel scores.
 */
export const exanteEvaluation: RecordKind = {
  kind: 'exante.evaluation',
  stage: 'exante',
  title: '事前绩效评估',
  form: 'exante/evaluation',
  per: 'project',
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待提交材料', dueInDays: 10 },
      submitted: { title: '待组织评分', dueInDays: 5 },
      scoring: { title: '专家评分中', dueInDays: 10 },
      scored: { title: '待形成结论', dueInDays: 5 },
      concluded: { title: '待审定', dueInDays: 5 },
      approved: { title: '已审定', isFinal: true },
    },
    actions: {
      submit: { title: '提交评估材料', from: ['draft'], to: 'submitted', by: ['unit'] },
      open: { title: '组织专家评分', from: ['submitted'], to: 'scoring', by: ['finance_performance'] },
      closeScoring: { title: '结束评分', from: ['scoring'], to: 'scored', by: ['finance_performance'] },
      conclude: { title: '形成评估结论', from: ['scored'], to: 'concluded', by: ['finance_performance'] },
      approve: {
        title: '审定评估结论',
        from: ['concluded'],
        to: 'approved',
        by: ['finance_leader'],
        notBy: ['conclude', 'open'],
        opinion: 'optional',
        isLegalAct: true,
      },
      return: {
        title: '退回补充材料',
        from: ['submitted'],
        to: 'draft',
        by: ['finance_performance'],
        opinion: 'required',
        isReturn: true,
        isNumbered: true,
      },
      reorganise: {
        title: '重新组织评分',
        from: ['scoring'],
        to: 'submitted',
        by: ['finance_performance'],
        opinion: 'required',
        isReturn: true,
      },
      reconsider: {
        title: '退回重新研究结论',
        from: ['concluded'],
        to: 'scored',
        by: ['finance_leader'],
        opinion: 'required',
        isReturn: true,
      },
    },
  },
  edits: {
    basics: [{ in: ['draft'], by: ['unit'] }],
    materials: [
      { in: ['draft'], by: ['unit'] },
      { in: ['submitted'], by: ['finance_performance'] },
    ],
    plan: [{ in: ['draft', 'submitted'], by: ['finance_performance'] }],
    experts: [{ in: ['draft', 'submitted'], by: ['finance_performance'] }],
    affordability: [{ in: ['submitted', 'scoring', 'scored'], by: ['finance_business'] }],
    fundingCompliance: [{ in: ['submitted', 'scoring', 'scored'], by: ['finance_business'] }],
    conclusion: [{ in: ['scored'], by: ['finance_performance'] }],
    leaderDecision: [{ in: ['concluded'], by: ['finance_leader'] }],
  },
  asks: [
    {
      in: ['submitted', 'scoring', 'scored'],
      by: ['finance_business'],
      task: '待填财力可承受能力',
      until: 'isFundingCompliant',
    },
  ],
  documents: [
    { document: 'exante-materials-notice', title: '补充评估材料通知', frozenBy: 'return' },
    { document: 'exante-report', title: '事前绩效评估报告', frozenBy: 'approve' },
    { document: 'expert-opinions', title: '专家意见汇总表', frozenBy: 'approve' },
  ],
  seals: [{ by: 'approve', as: 'exante.concluded' }],
}
