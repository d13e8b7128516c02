import { acceptance } from '../../domain/pilot/index.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct } from '../records/act.ts'
import { type RecordData, storeContent } from '../records/record-data.ts'
import { checkInspection, checkRequest, withFreshList } from './acceptance-behaviour.ts'

/** 申请验收: refused while anything is missing, naming each item. */
export const requestAcceptance = defineAct(acceptance, 'request', { gate: checkRequest, effect: keepList })

/** 核查通过. */
export const inspectPilot = defineAct(acceptance, 'inspect', { gate: checkInspection, effect: keepList })

/** 验收合格. */
export const acceptPilot = defineAct(acceptance, 'accept', { gate: checkInspection })

/** The list as it was found at this act stays in the record; the act's own version covers it. */
async function keepList(context: Context, data: RecordData): Promise<void> {
  await storeContent(context, data, await withFreshList(context, data))
}
