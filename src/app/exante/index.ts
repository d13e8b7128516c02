import { exanteEvaluation } from '../../domain/exante/index.ts'
import { defineBegin } from '../records/begin-record.ts'
import type { StageModule } from '../records/stage-module.ts'
import { approveConclusion } from './approve-conclusion.ts'
import { closeScoring } from './close-scoring.ts'
import { concludeEvaluation } from './conclude-evaluation.ts'
import { exanteEvaluationBehaviour } from './evaluation-behaviour.ts'
import { openScoring } from './open-scoring.ts'
import { reconsiderConclusion, returnMaterials } from './plain-acts.ts'
import { exanteScoreSheetBehaviour } from './score-sheet-behaviour.ts'
import { submitMaterials } from './submit-materials.ts'
import { submitScores } from './submit-scores.ts'

export { dutyOf } from './evaluation-figures.ts'
export { exanteEvaluationBehaviour, exanteScoreSheetBehaviour }

/** 事前绩效评估: what the product mounts of it. */
export const exanteModule: StageModule = {
  behaviours: [exanteEvaluationBehaviour, exanteScoreSheetBehaviour],
  begins: [defineBegin(exanteEvaluation, exanteEvaluationBehaviour)],
  acts: [
    submitMaterials,
    openScoring,
    closeScoring,
    concludeEvaluation,
    approveConclusion,
    returnMaterials,
    reconsiderConclusion,
    submitScores,
  ],
  others: [],
}
