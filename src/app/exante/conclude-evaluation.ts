import { exanteEvaluation } from '../../domain/exante/index.ts'
import { defineAct } from '../records/act.ts'

export const concludeEvaluation = defineAct(exanteEvaluation, 'conclude')
