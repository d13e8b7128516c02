import { exanteEvaluation } from '../../domain/exante/index.ts'
import { defineAct } from '../records/act.ts'

export const closeScoring = defineAct(exanteEvaluation, 'closeScoring')
