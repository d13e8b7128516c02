import { agencyEntry } from '../../../domain/evaluation/index.ts'
import { defineBegin } from '../../records/begin-record.ts'
import type { StageModule } from '../../records/stage-module.ts'
import { engagementActs } from './engagement-acts.ts'
import { engagementBehaviours } from './engagement-behaviour.ts'
import {
  agencyEntryBehaviour,
  registerAgency,
  reinstateAgency,
  removeAgency,
  suspendAgency,
} from './entry-acts.ts'
import { listAgencies } from './list-agencies.ts'

export { listAgencies }

/** 第三方机构: the register, the commissions, acceptance and payment. */
export const agencyModule: StageModule = {
  behaviours: [agencyEntryBehaviour, ...engagementBehaviours],
  begins: [defineBegin(agencyEntry, agencyEntryBehaviour)],
  acts: [registerAgency, suspendAgency, reinstateAgency, removeAgency, ...engagementActs],
  others: [listAgencies],
}
