import { budgetDecision, disclosure, rectificationNotice } from '../../domain/results/index.ts'
import { defineBegin } from '../records/begin-record.ts'
import type { StageModule } from '../records/stage-module.ts'
import { decideBudget, proposeDecision } from './decide-budget.ts'
import { decisionBehaviour } from './decision-behaviour.ts'
import { proposeDisclosure, publishDisclosure } from './disclose-result.ts'
import { disclosureBehaviour } from './disclosure-behaviour.ts'

import { exitModule } from './exit-list/index.ts'
import { closeNotice, issueNotice, proposeNotice } from './issue-notice.ts'
import { noticeBehaviour } from './notice-behaviour.ts'
import {
  checkDisclosure,
  reopenTask,
  returnDecision,
  returnDisclosure,
  returnNotice,
  reviewTask,
} from './plain-acts.ts'
import { planTask, reportTask, verifyTask } from './rectify-problem.ts'
import { taskBehaviour } from './task-behaviour.ts'
import { whatIfUseCases } from './what-if/index.ts'

export { decisionBehaviour, disclosureBehaviour, noticeBehaviour, taskBehaviour }

export { listExits } from './exit-list/index.ts'
export * from './what-if/index.ts'

export const resultsModule: StageModule = {
  behaviours: [
    disclosureBehaviour,
    noticeBehaviour,
    taskBehaviour,
    decisionBehaviour,
    ...exitModule.behaviours,
  ],
  begins: [
    defineBegin(disclosure, disclosureBehaviour),
    defineBegin(rectificationNotice, noticeBehaviour),
    defineBegin(budgetDecision, decisionBehaviour),
    ...exitModule.begins,
  ],
  acts: [
    proposeDisclosure,
    checkDisclosure,
    publishDisclosure,
    returnDisclosure,
    proposeNotice,
    issueNotice,
    returnNotice,
    closeNotice,
    planTask,
    reportTask,
    reviewTask,
    verifyTask,
    reopenTask,
    proposeDecision,
    decideBudget,
    returnDecision,
    ...exitModule.acts,
  ],
  others: [...whatIfUseCases, ...exitModule.others],
}
