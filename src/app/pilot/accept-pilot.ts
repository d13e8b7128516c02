import { acceptance } from '../../domain/pilot/index.ts'
import { defineAct } from '../records/act.ts'

/** 申请验收. */
export const requestAcceptance = defineAct(acceptance, 'request')

/** 核查通过. */
export const inspectPilot = defineAct(acceptance, 'inspect')

/** 验收合格. */
export const acceptPilot = defineAct(acceptance, 'accept')
