import { checkCorrections, checkDefectList, checkVerdict } from '../../domain/pilot/checks/index.ts'
import type { PilotAcceptanceContent } from '../../domain/forms/contents.ts'
import { acceptance } from '../../domain/pilot/index.ts'
import { defineAct } from '../records/act.ts'
import type { RecordData } from '../records/record-data.ts'
import {
  checkInspection,
  checkRequest,
  withAnswers,
  readPlace,
  withFreshList,
  withStandards,
} from './acceptance-behaviour.ts'

const contentOf = (data: RecordData) => data.content as PilotAcceptanceContent

/** 申请验收: refused while anything is missing without a reason; takes the criteria in force today. */
export const requestAcceptance = defineAct(acceptance, 'request', {
  read: readPlace,
  gate: async (context, data, _input, place) => checkRequest(context, data, place),
  complete: async (context, data, _input, place) => withStandards(context, data, place),
})

/** 退回补正: the list goes to the place, line by line to be answered. */
export const returnAcceptance = defineAct(acceptance, 'return', {
  gate: async (context, data) => [
    ...checkDefectList(contentOf(data), context.today),
    ...checkCorrections(contentOf(data)),
  ],
  complete: withAnswers,
})

/** 报送补正情况: every line answered with evidence; the list of what is there is made anew. */
export const resubmitAcceptance = defineAct(acceptance, 'resubmit', {
  read: readPlace,
  gate: async (context, data, _input, place) => checkRequest(context, data, place),
  complete: async (_context, data, _input, place) => withFreshList(data, place),
})

/** 完成核查. */
export const inspectPilot = defineAct(acceptance, 'inspect', {
  read: readPlace,
  gate: async (context, data, _input, place) => checkInspection(context, data, place),
  complete: async (_context, data, _input, place) => withFreshList(data, place),
})

/** 验收合格. */
export const acceptPilot = defineAct(acceptance, 'accept', {
  read: readPlace,
  gate: async (context, data, _input, place) => [
    ...checkInspection(context, data, place),
    ...checkVerdict(contentOf(data), 'passed'),
  ],
})

/** 验收不合格. */
export const refusePilot = defineAct(acceptance, 'refuse', {
  gate: async (_context, data) => checkVerdict(contentOf(data), 'failed'),
})

/** 退回重新核查: whoever decides does not agree with the inspection. */
export const recheckPilot = defineAct(acceptance, 'recheck')
