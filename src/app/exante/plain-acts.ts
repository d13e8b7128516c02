import { exanteEvaluation } from '../../domain/exante/index.ts'
import { defineAct } from '../records/act.ts'

/** Acts that only move the record: the workflow table says all there is to say about them. */
export const returnMaterials = defineAct(exanteEvaluation, 'return')
export const reconsiderConclusion = defineAct(exanteEvaluation, 'reconsider')
