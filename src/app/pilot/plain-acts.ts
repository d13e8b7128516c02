import { countyReport, integratedReport, selection, stageReport } from '../../domain/pilot/index.ts'
import { defineAct } from '../records/act.ts'

/** Acts that only move the record: the workflow table says all there is to say about them. */
export const endorseSelection = defineAct(selection, 'endorse')
export const returnSelection = defineAct(selection, 'return')
export const returnStageReport = defineAct(stageReport, 'return')
export const returnIntegratedReport = defineAct(integratedReport, 'return')
export const returnCountyReport = defineAct(countyReport, 'return')
