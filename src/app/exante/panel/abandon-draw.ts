import { exanteDraw } from '../../../domain/exante/index.ts'
import { defineAct } from '../../records/act.ts'

/** 作废本次抽取: by the leader, in writing, in the ledger; the next roster names it and its reason. */
export const abandonDraw = defineAct(exanteDraw, 'abandon')
