import { exanteEvaluation } from '../../domain/exante/index.ts'
import { defineBegin } from '../records/begin-record.ts'
import type { StageModule } from '../records/stage-module.ts'
import { approveConclusion } from './approve-conclusion.ts'
import { viewComparison } from './compare/view-comparison.ts'
import { closeScoring } from './close-scoring.ts'
import { concludeEvaluation } from './conclude-evaluation.ts'
import { exanteEvaluationBehaviour } from './evaluation-behaviour.ts'
import { openScoring } from './open-scoring.ts'
import { panelModule } from './panel/index.ts'
import { reconsiderConclusion, returnMaterials } from './plain-acts.ts'
import { reorganiseScoring } from './reorganise-scoring.ts'
import { rubricModule } from './rubric/index.ts'
import { exanteScoreSheetBehaviour } from './score-sheet-behaviour.ts'
import { submitMaterials } from './submit-materials.ts'
import { submitScores } from './submit-scores.ts'

export {
  findExpertFacts,
  findRegister,
  groundsOf,
  judgedProject,
  type KnownExpert,
} from './panel/expert-facts.ts'
export { exportDraw, listExpertEntries, viewPanel } from './panel/index.ts'
export { findOwnConflicts } from './panel/own-conflicts.ts'
export {
  exanteRubricBehaviour,
  exportRubricTable,
  listRubrics,
  loadRubricTable,
  rubricAt,
} from './rubric/index.ts'
export { dutyOf } from './evaluation-figures.ts'
export { viewComparison }
export { exanteEvaluationBehaviour, exanteScoreSheetBehaviour }

/** 事前绩效评估: what the product mounts of it. */
export const exanteModule: StageModule = {
  behaviours: [
    exanteEvaluationBehaviour,
    exanteScoreSheetBehaviour,
    ...panelModule.behaviours,
    ...rubricModule.behaviours,
  ],
  begins: [
    defineBegin(exanteEvaluation, exanteEvaluationBehaviour),
    ...panelModule.begins,
    ...rubricModule.begins,
  ],
  acts: [
    submitMaterials,
    openScoring,
    closeScoring,
    concludeEvaluation,
    approveConclusion,
    returnMaterials,
    reconsiderConclusion,
    reorganiseScoring,
    submitScores,
    ...panelModule.acts,
    ...rubricModule.acts,
  ],
  others: [...panelModule.others, ...rubricModule.others, viewComparison],
}
