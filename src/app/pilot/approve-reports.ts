import { countyReport, integratedReport, stageReport } from '../../domain/pilot/index.ts'
import { defineAct } from '../records/act.ts'

/** 分报告:送审、审定. */
export const proposeStageReport = defineAct(stageReport, 'propose')
export const approveStageReport = defineAct(stageReport, 'approve')

/** 一体化评价报告:送审、审定并上报. */
export const proposeIntegratedReport = defineAct(integratedReport, 'propose')
export const approveIntegratedReport = defineAct(integratedReport, 'approve')

/** 试点报告:送审、审定并上报. */
export const proposeCountyReport = defineAct(countyReport, 'propose')
export const approveCountyReport = defineAct(countyReport, 'approve')
