import * as adjusting from './steps/adjust-target.ts'
import * as beforehand from './steps/evaluate-beforehand.ts'
import * as panel from './steps/draw-panel.ts'
import * as closing from './steps/close-pilot.ts'
import { enterProject } from './steps/enter.ts'
import * as evaluation from './steps/evaluate.ts'
import * as monitoring from './steps/monitor.ts'
import * as results from './steps/apply-result.ts'
import * as rubric from './steps/set-rubric.ts'
import * as joint from './steps/work-together.ts'
import { openBudgetRound } from './steps/open-round.ts'
import * as offices from './steps/set-office-targets.ts'
import * as selection from './steps/select.ts'
import type { Story } from './story.ts'
import * as targets from './steps/set-target.ts'
import { weighBudget } from './steps/weigh-budget.ts'
import type { Walk } from './walk.ts'

/** One thing one person does on one day. It is taken when the story tells the part it belongs to. */
export type Step = { readonly take: (walk: Walk) => Promise<void>; readonly tells: keyof Story }

const tell = (tells: keyof Story, ...steps: readonly Step['take'][]): Step[] =>
  steps.map((take) => ({ take, tells }))

/** The way of a project from entry to acceptance, in the order in which it is walked. */
export const WAY: readonly Step[] = [
  ...tell('entry', enterProject),
  ...tell('selection', selection.proposeSelection, selection.endorseSelection, selection.confirmSelection),
  ...tell('joint', joint.registerLeadGroup, joint.holdMeeting, joint.reportSupervision),
  ...tell('rubric', rubric.proposeRubric, rubric.approveRubric),
  ...tell('isSketched', targets.sketchTarget),
  ...tell('panel', panel.registerExperts),
  ...tell('exante', beforehand.submitMaterials),
  ...tell('panel', panel.sealRoster, panel.drawPanel),
  ...tell('exante', beforehand.openScoring, beforehand.scoreAsFirstExpert),
  ...tell('exante', beforehand.assessAffordability, beforehand.scoreAsSecondExpert),
  ...tell('panel', beforehand.scoreAsTheOthers),
  ...tell('exante', beforehand.closeScoring),
  ...tell('exante', beforehand.explainSpread, beforehand.concludeEvaluation, beforehand.approveConclusion),
  ...tell('round', openBudgetRound),
  ...tell('policy', offices.declarePolicyTarget),
  ...tell('target', targets.declareTarget),
  ...tell('budget', targets.applyForBudget),
  ...tell('target', targets.reviewTarget),
  ...tell('office', offices.declareOfficeTargets),
  ...tell('returned', targets.returnTarget, targets.declareAgain, targets.reviewAgain),
  ...tell('advice', targets.adviseOnTarget),
  ...tell('review', targets.recheckTarget),
  ...tell('budget', targets.arrangeBudget, targets.approveTarget),
  ...tell('office', offices.approveOfficeTargets),
  ...tell('policy', offices.approvePolicyTarget),
  ...tell('disclosure', targets.publishTarget),
  ...tell('office', offices.publishOfficeTargets),
  ...tell('policy', offices.publishPolicyTarget),
  ...tell('monitoring', monitoring.beginRound, monitoring.reportRound, monitoring.reviewRound),
  ...tell('monitoring', monitoring.inspectSite, monitoring.concludeRound),
  ...tell('finding', monitoring.proposeOpinion, monitoring.notifyFinding, monitoring.planRectification),
  ...tell('adjustment', adjusting.requestAdjustment, adjusting.reviewAdjustment),
  ...tell(
    'adjustment',
    adjusting.recheckAdjustment,
    adjusting.approveAdjustment,
    adjusting.publishAdjustment,
  ),
  ...tell('finding', monitoring.reportRectification, monitoring.verifyRectification, monitoring.closeFinding),
  ...tell('self', evaluation.evaluateItself, evaluation.reviewSelf, evaluation.confirmSelf),
  ...tell('agencies', evaluation.registerAgencies),
  ...tell('finance', evaluation.assignAgency, evaluation.undertakeTask, evaluation.scoreEvaluation),
  ...tell('finance', evaluation.consultUnit, evaluation.replyToDraft, evaluation.finaliseReport),
  ...tell('finance', evaluation.acceptReport, evaluation.confirmResult, evaluation.settleCommission),
  ...tell('results', results.proposeDisclosure, results.checkDisclosure, results.publishResult),
  ...tell(
    'results',
    results.proposeNotice,
    results.issueNotice,
    results.proposeDecision,
    results.decideBudget,
  ),
  ...tell('results', results.planTasks, results.askChanges, results.supportChanges, results.decideChanges),
  ...tell('results', results.reportTasks, results.reviewTasks, results.verifyTasks),
  ...tell('results', results.closeNotice, evaluation.closeEvaluation),
  ...tell('joint', joint.registerPublicity),
  ...tell('supplement', results.proposeSupplement, results.checkSupplement, results.publishSupplement),
  ...tell('whatIf', weighBudget),
  ...tell('reports', closing.writeStageReports, closing.approveStageReports),
  ...tell('reports', closing.writeIntegratedReport, closing.approveIntegratedReport),
  ...tell('reports', closing.writeCountyReport, closing.approveCountyReport),
  ...tell('reports', closing.requestAcceptance),
  ...tell('correction', closing.returnForCorrection, closing.answerDefects, closing.checkCorrections),
  ...tell('acceptance', closing.inspectPilot, closing.acceptPilot),
]

/** The steps a story goes: those it tells, up to the last one it names. @throws when it cannot get there */
export function stepsOf(story: Story): Step[] {
  const told = WAY.filter(({ tells }) => story[tells] !== undefined)
  const last = told.findIndex(({ take }) => take.name === story.goesTo)
  if (last < 0) throw new Error(`${story.key} cannot go to ${story.goesTo}`)
  return told.slice(0, last + 1)
}
