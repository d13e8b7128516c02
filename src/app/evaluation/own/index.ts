import type { StageModule } from '../../records/stage-module.ts'
import { groupPledgeBehaviour, pledgeActs } from './pledge-acts.ts'

export { groupFindings, pledgeFindings, recusedFindings } from './group-findings.ts'
export { beginGroup, dissolveGroup, membersOf } from './group.ts'

/** 自行组织: evaluations that an office carries out with a group of its own. */
export const ownModule: StageModule = {
  behaviours: [groupPledgeBehaviour],
  begins: [],
  acts: pledgeActs,
  others: [],
}
