import { libraryChange, targetSheet } from '../../domain/targets/index.ts'
import { defineAct } from '../records/act.ts'

/** Acts that only move the record: the workflow table says all there is to say about them. */
export const adviseTarget = defineAct(targetSheet, 'advise')
export const returnLibraryChange = defineAct(libraryChange, 'return')
export const refuseLibraryChange = defineAct(libraryChange, 'refuse')
export const withdrawLibraryChange = defineAct(libraryChange, 'withdraw')
