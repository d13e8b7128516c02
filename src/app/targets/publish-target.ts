import { targetSheet } from '../../domain/targets/index.ts'
import { defineAct } from '../records/act.ts'
import { disclosureFindings } from './assess-sheet.ts'

/** 登记公开: the day, the place and the proof; too late is registered too, and stays visible. */
export const publishTarget = defineAct(targetSheet, 'publish', {
  gate: async (context, data) => disclosureFindings(context, data),
})
