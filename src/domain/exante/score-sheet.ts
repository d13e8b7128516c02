import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 专家评分表: one per expert, made when scoring opens. The pledge comes first, then the score fields
 * open. Nobody but its author sees it before every expert has handed in and scoring is closed, so that
 * no expert leans on another and nobody on any of them (宁财（绩）发〔2022〕376号 附录4, 6).
 */
export const exanteScoreSheet: RecordKind = {
  kind: 'exante.scoreSheet',
  stage: 'exante',
  title: '事前评估专家评分表',
  form: 'exante/score-sheet',
  per: 'project',
  isMany: true,
  isPrivateIn: ['draft', 'pledged', 'submitted', 'withdrawn'],
  createdBy: [],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待承诺', dueInDays: 3 },
      pledged: { title: '待评分', dueInDays: 7 },
      submitted: { title: '已评分', isFinal: true },
      withdrawn: { title: '已退出评分', isFinal: true },
    },
    actions: {
      pledge: {
        title: '签署承诺书',
        from: ['draft'],
        to: 'pledged',
        by: ['expert', 'agency'],
        isLegalAct: true,
      },
      submit: {
        title: '提交评分',
        from: ['pledged'],
        to: 'submitted',
        by: ['expert', 'agency'],
        isLegalAct: true,
      },
      recuse: {
        title: '申报回避',
        from: ['draft', 'pledged'],
        to: 'withdrawn',
        by: ['expert', 'agency'],
        isLegalAct: true,
        isReturn: true,
      },
      withdraw: {
        title: '退出评分',
        from: ['draft', 'pledged', 'submitted'],
        to: 'withdrawn',
        by: ['finance_performance'],
        isSystem: true,
      },
    },
  },
  edits: {
    pledge: [{ in: ['draft'], by: ['expert', 'agency'] }],
    conflict: [{ in: ['draft', 'pledged'], by: ['expert', 'agency'] }],
    '*': [{ in: ['pledged'], by: ['expert', 'agency'] }],
  },
  documents: [{ document: 'expert-pledge', title: '专家承诺书', frozenBy: 'pledge' }],
}
