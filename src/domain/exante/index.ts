import type { RecordKind } from '../workflow/record-kind.ts'
import { exanteDraw } from './draw.ts'
import { exanteEvaluation } from './evaluation.ts'
import { exanteExpertEntry } from './expert-entry.ts'
import { exanteLeadNote } from './lead-note.ts'
import { exanteScoreSheet } from './score-sheet.ts'

export { exanteDraw, exanteEvaluation, exanteExpertEntry, exanteLeadNote, exanteScoreSheet }
export const exanteKinds: readonly RecordKind[] = [
  exanteEvaluation,
  exanteExpertEntry,
  exanteDraw,
  exanteScoreSheet,
  exanteLeadNote,
]
export { type EffectiveConclusion, effectiveConclusion } from './effective-conclusion.ts'
export { listMaterials } from './list-materials.ts'
