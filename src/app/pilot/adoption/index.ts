import { adoption } from '../../../domain/pilot/index.ts'
import { defineAct } from '../../records/act.ts'
import { NOTHING_TO_SAY, type RecordBehaviour } from '../../records/behaviour.ts'
import { defineBegin } from '../../records/begin-record.ts'
import type { StageModule } from '../../records/stage-module.ts'

/** 蓝本推广登记: nothing is computed, the register only remembers. */
export const adoptionBehaviour: RecordBehaviour = {
  kind: adoption.kind,
  prefill: async (context) => ({ adoptedOn: context.today }),
  assess: async () => NOTHING_TO_SAY,
}

/** 登记采用蓝本. */
export const registerAdoption = defineAct(adoption, 'register')

/** 推广登记, begun by hand or when a place loads a blueprint. */
export const adoptionModule: StageModule = {
  behaviours: [adoptionBehaviour],
  begins: [defineBegin(adoption, adoptionBehaviour)],
  acts: [registerAdoption],
  others: [],
}
