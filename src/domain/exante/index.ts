import type { RecordKind } from '../workflow/record-kind.ts'
import { exanteDraw } from './draw.ts'
import { exanteEvaluation } from './evaluation.ts'
import { exanteExpertEntry } from './expert-entry.ts'
import { exanteLeadNote } from './lead-note.ts'
import { exanteRubric } from './rubric.ts'
import { exanteScoreSheet } from './score-sheet.ts'

export { exanteDraw, exanteEvaluation, exanteExpertEntry, exanteLeadNote, exanteRubric, exanteScoreSheet }
export const exanteKinds: readonly RecordKind[] = [
  exanteEvaluation,
  exanteExpertEntry,
  exanteDraw,
  exanteScoreSheet,
  exanteLeadNote,
  exanteRubric,
]
export { type EffectiveConclusion, effectiveConclusion } from './effective-conclusion.ts'
export { readRubricTable, rubricRows } from './rubric-table.ts'
export {
  AFFORDABILITY_CODE,
  AFFORDABILITY_LABEL,
  contentOfRubric,
  defaultRubric,
  findVersionAt,
  type Rubric,
  RUBRIC_SUBJECTS,
  rubricOf,
  type RubricSubject,
  type RubricVersion,
} from './rubric-version.ts'
export { computePanelScore } from './compute/panel-score.ts'
export { computeSheetScore } from './compute/sheet-score.ts'
export { isCountUnit, type Quartiles, quartilesOf, unitCostText } from './compute/comparison/index.ts'
export { listMaterials } from './list-materials.ts'
