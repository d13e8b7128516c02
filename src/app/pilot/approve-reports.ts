import { countyReport, integratedReport, stageReport } from '../../domain/pilot/index.ts'
import { defineAct } from '../records/act.ts'
import { checkCountyReport } from './county-report-behaviour.ts'
import { checkIntegratedReport } from './integrated-report-behaviour.ts'
import { checkStageReport } from './stage-report-behaviour.ts'

/** 分报告：送审、审定. */
export const proposeStageReport = defineAct(stageReport, 'propose', { gate: checkStageReport })
export const approveStageReport = defineAct(stageReport, 'approve', { gate: checkStageReport })

/** 一体化评价报告：送审、审定并上报. */
export const proposeIntegratedReport = defineAct(integratedReport, 'propose', { gate: checkIntegratedReport })
export const approveIntegratedReport = defineAct(integratedReport, 'approve', { gate: checkIntegratedReport })

/** 试点报告：送审、审定并上报. */
export const proposeCountyReport = defineAct(countyReport, 'propose', { gate: checkCountyReport })
export const approveCountyReport = defineAct(countyReport, 'approve', { gate: checkCountyReport })
