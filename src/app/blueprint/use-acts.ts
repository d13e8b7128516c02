import { blueprintUse } from '../../domain/pilot/index.ts'
import { lockPlaceParameters } from '../../storage/place-parameter-repository.ts'
import { defineAct } from '../records/act.ts'
import { putInForce } from './put-in-force.ts'
import { registerAdoption } from './register-adoption.ts'
import { checkUse, proposalNow, withDay } from './use-behaviour.ts'

/**
 * 提出、审定、退回、撤回; a giving up is laid out for the day chosen when it is proposed; what is approved is compared
 * once more, and then put in force.
 */
export const blueprintUseActs = [
  defineAct(blueprintUse, 'propose', {
    read: proposalNow,
    gate: async (context, data, _input, proposal) =>
      checkUse(context, { ...data, content: withDay(data, proposal) }, proposal),
    complete: async (context, data) => withDay(data, await proposalNow(context, data)),
  }),
  defineAct(blueprintUse, 'approve', {
    read: async (context, data) => {
      await lockPlaceParameters(context.db, data.record.jurisdictionId)
      return proposalNow(context, data)
    },
    gate: async (context, data, _input, proposal) => checkUse(context, data, proposal),
    effect: async (context, data, _act, proposal) => {
      await putInForce(context, data, proposal)
      await registerAdoption(context, data)
    },
  }),
  defineAct(blueprintUse, 'return'),
  defineAct(blueprintUse, 'withdraw'),
]
