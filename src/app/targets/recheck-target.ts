import { targetSheet } from '../../domain/targets/index.ts'
import { defineAct } from '../records/act.ts'
import { recheckFindings } from './assess-sheet.ts'

/** 复核通过: graded well enough, low lines explained, the outside opinion heard. */
export const recheckTarget = defineAct(targetSheet, 'recheck', { gate: recheckFindings })
