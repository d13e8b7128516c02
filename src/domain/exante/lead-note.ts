import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 评分差异组长说明: made when scoring closes and the experts lie far apart. The lead expert's own word,
 * signed by the lead expert; the office can neither write nor change it.
 */
export const exanteLeadNote: RecordKind = {
  kind: 'exante.leadNote',
  stage: 'exante',
  title: '评分差异组长说明',
  form: 'exante/lead-note',
  per: 'project',
  isMany: true,
  isPrivateIn: ['draft'],
  createdBy: [],
  workflow: {
    initial: 'draft',
    states: { draft: { title: '待组长说明', dueInDays: 5 }, signed: { title: '已签署', isFinal: true } },
    actions: {
      sign: {
        title: '签署组长说明',
        from: ['draft'],
        to: 'signed',
        by: ['expert', 'agency'],
        isLegalAct: true,
      },
    },
  },
  edits: { note: [{ in: ['draft'], by: ['expert', 'agency'] }] },
  documents: [],
}
