import { exanteEvaluation } from '../../domain/exante/index.ts'
import { defineAct } from '../records/act.ts'

export const approveConclusion = defineAct(exanteEvaluation, 'approve')
