import { checkRefusal } from '../../domain/targets/checks/index.ts'
import { targetSheet } from '../../domain/targets/index.ts'
import { defineAct } from '../records/act.ts'
import { rulesOf } from '../records/rules-of.ts'
import { reviewOf } from './assess-sheet.ts'

/** 不予通过: the gate to the budget stays shut; a new sheet may be declared in the next round. */
export const refuseTarget = defineAct(targetSheet, 'refuse', {
  gate: async (context, data) => {
    const rules = rulesOf(context, data)
    return checkRefusal(reviewOf(data.content, rules).grade, rules)
  },
})
