import {
  budgetDecision,
  disclosure,
  rectificationNotice,
  rectificationTaskChange,
} from '../../domain/results/index.ts'
import { defineBegin } from '../records/begin-record.ts'
import type { StageModule } from '../records/stage-module.ts'
import { decideBudget, proposeDecision } from './decide-budget.ts'
import { decisionBehaviour } from './decision-behaviour.ts'
import { checkDisclosure, proposeDisclosure, publishDisclosure } from './disclose-result.ts'
import { disclosureBehaviour } from './disclosure-behaviour.ts'
import { exitModule } from './exit-list/index.ts'
import { closeNotice, issueNotice, proposeNotice } from './issue-notice.ts'
import { noticeBehaviour } from './notice-behaviour.ts'
import {
  askTaskChange,
  grantTaskChange,
  refuseTaskChange,
  returnTaskChange,
  supportTaskChange,
  withdrawTaskChange,
} from './change-task.ts'
import { acknowledgeTask, planTask, referTask, reportTask, verifyTask } from './rectify-problem.ts'
import { reportsPart } from './reports/index.ts'
import { reopenTask, returnDecision, returnDisclosure, returnNotice, reviewTask } from './plain-acts.ts'
import { viewPersonDuties, viewResponsibility } from './answerable.ts'
import { assessFollowUp, followUpBehaviour, reportFollowUp, returnFollowUp } from './follow-up-behaviour.ts'
import { listRectification } from './list-rectification.ts'
import { viewTaskChanges } from './view-task-changes.ts'
import { viewKnownProblems } from './view-known-problems.ts'
import { taskBehaviour } from './task-behaviour.ts'
import { taskChangeBehaviour } from './task-change-behaviour.ts'
import { whatIfUseCases } from './what-if/index.ts'

export { findEarlierYears } from './earlier-years.ts'
export { repeatFindings } from './known-problems.ts'
export { dueFollowUps } from './follow-up-behaviour.ts'
export { listRectification, viewKnownProblems, viewPersonDuties, viewResponsibility, viewTaskChanges }
export { escalatedTasks } from './task-escalations.ts'
export { confirmReceipt, listReports } from './reports/index.ts'
export { decisionBehaviour, disclosureBehaviour, noticeBehaviour, taskBehaviour }
export { listExits } from './exit-list/index.ts'
export * from './what-if/index.ts'

export const resultsModule: StageModule = {
  behaviours: [
    disclosureBehaviour,
    noticeBehaviour,
    taskBehaviour,
    taskChangeBehaviour,
    followUpBehaviour,
    decisionBehaviour,
    ...reportsPart.behaviours,
    ...exitModule.behaviours,
  ],
  begins: [
    defineBegin(disclosure, disclosureBehaviour),
    defineBegin(rectificationNotice, noticeBehaviour),
    defineBegin(budgetDecision, decisionBehaviour),
    defineBegin(rectificationTaskChange, taskChangeBehaviour),
    ...reportsPart.begins,
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
    referTask,
    acknowledgeTask,
    askTaskChange,
    supportTaskChange,
    grantTaskChange,
    refuseTaskChange,
    returnTaskChange,
    withdrawTaskChange,
    reportFollowUp,
    assessFollowUp,
    returnFollowUp,
    proposeDecision,
    decideBudget,
    returnDecision,
    ...reportsPart.acts,
    ...exitModule.acts,
  ],
  others: [
    ...reportsPart.others,
    ...whatIfUseCases,
    viewKnownProblems,
    viewTaskChanges,
    viewResponsibility,
    viewPersonDuties,
    listRectification,
    ...exitModule.others,
  ] as unknown as StageModule['others'],
}
