import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 专家评分表: one per expert, made when scoring opens. Nobody else sees it before it is submitted,
 * so that no expert leans on another (宁财（绩）发〔2022〕376号 附录4, 6).
 */
export const exanteScoreSheet: RecordKind = {
  kind: 'exante.scoreSheet',
  stage: 'exante',
  title: '事前评估专家评分表',
  form: 'exante/score-sheet',
  per: 'project',
  isMany: true,
  isPrivateIn: ['draft'],
  createdBy: [],
  workflow: {
    initial: 'draft',
    states: { draft: { title: '待评分', dueInDays: 7 }, submitted: { title: '已评分', isFinal: true } },
    actions: {
      submit: {
        title: '提交评分',
        from: ['draft'],
        to: 'submitted',
        by: ['expert', 'agency'],
        isLegalAct: true,
      },
    },
  },
  edits: { '*': [{ in: ['draft'], by: ['expert', 'agency'] }] },
  documents: [],
}
