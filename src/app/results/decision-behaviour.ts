import type { ProjectEntryContent, ResultsBudgetDecisionContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { budgetDecision } from '../../domain/results/index.ts'
import {
  checkBudgetDecision,
  checkDecisionBase,
  checkDecisionMemo,
} from '../../domain/results/checks/index.ts'
import {
  computeLinkageProposal,
  computeLinkageTotals,
  LINKAGE_MEASURES,
  type LinkageProposal,
} from '../../domain/results/compute/index.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import { foundIf } from '../../domain/shared/check.ts'
import type { Explanation } from '../../domain/shared/explanation.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { findFen, formatWanYuan, toFenText } from '../../domain/shared/money.ts'
import { findProjectOfYear, type ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { Assessment, RecordBehaviour } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { getConfirmedEvaluation } from './confirmed-evaluation.ts'
import { RES_903 } from '../../domain/results/gates.ts'
import { findEarlierYears } from './earlier-years.ts'
import { itemTypeOf } from './item-type.ts'
import { repeatFindings } from './known-problems.ts'
import { decisionDocument } from './results-documents.ts'

/** 评价结果与预算安排挂钩. */
export const decisionBehaviour: RecordBehaviour = {
  kind: budgetDecision.kind,
  prefill: prefillDecision,
  assess: assessDecision,
  documents: { 'budget-decision': decisionDocument },
}

/**
 * Grade, money and what the linkage table proposes. Where the table fixes the amount it is filled in;
 * where it leaves the amount to a person, so does this.
 */
async function prefillDecision(context: Context, project: ProjectRow | undefined): Promise<Content> {
  if (!project) return {}
  const { grade } = await getConfirmedEvaluation(context, project)
  const { jurisdictionId: jurisdiction, fiscalYear } = project
  const { budget_fen } = await findPresentYear(context, project)
  const rules = context.rules.at({ date: context.today, jurisdiction, fiscalYear })
  const itemType = itemTypeOf(project as ProjectRow & { readonly content: ProjectEntryContent })
  const proposal = grade && computeLinkageProposal({ grade, itemType, base_fen: BigInt(budget_fen) }, rules)
  return {
    ...(grade ? { grade } : {}),
    itemType,
    base_fen: budget_fen,
    current_fen: budget_fen,
    ...(proposal ? { measure: proposal.measure } : {}),
    ...(proposal ? proposedMoney(proposal, BigInt(budget_fen)) : {}),
  }
}

/** 本年预算: a year is evaluated in the next one, whose budget is what goes on; its own where no other is entered. */
async function findPresentYear(context: Context, project: ProjectRow): Promise<ProjectRow> {
  const { jurisdictionId, code } = project
  const fiscalYear = Number(context.today.slice(0, 4))
  if (fiscalYear <= project.fiscalYear) return project
  const present = await findProjectOfYear(context.db, { jurisdictionId, code, fiscalYear })
  return present && BigInt(present.budget_fen) > 0n ? present : project
}

function proposedMoney({ measure, nextCap_fen }: LinkageProposal, current: bigint): Content {
  if (nextCap_fen === null || measure === 'no_growth') return {}
  const change = nextCap_fen - current
  return { next_fen: toFenText(nextCap_fen), performanceChange_fen: toFenText(change) }
}

/** What the table says about the decision as it stands; nothing while grade, type or base is open. */
function proposalFor(data: RecordData, rules: ParameterReader): LinkageProposal | undefined {
  const { grade, itemType, base_fen } = data.content as ResultsBudgetDecisionContent
  const base = findFen(base_fen)
  if (!grade || !itemType || base === undefined) return undefined
  return computeLinkageProposal({ grade, itemType, base_fen: base }, rules)
}

async function assessDecision(context: Context, data: RecordData): Promise<Assessment> {
  const figures: Record<string, string> = {}
  const explanations: Record<string, Explanation> = {}
  const proposal = proposalFor(data, rulesOf(context, data))
  if (proposal) {
    figures['measure'] = LINKAGE_MEASURES[proposal.measure]
    if (proposal.nextCap_fen !== null) figures['nextCap_fen'] = formatWanYuan(proposal.nextCap_fen)
    explanations['measure'] = proposal.explanation
  }
  const totals = totalsOf(data)
  if (totals) {
    figures['change'] = formatWanYuan(totals.net_fen)
    explanations['change'] = totals.explanation
  }
  return { findings: await checkDecision(context, data), figures, explanations }
}

function totalsOf({ content, project }: RecordData) {
  const { measure, current_fen, next_fen, performanceChange_fen } = content as ResultsBudgetDecisionContent
  const [current, next, caused] = [current_fen, next_fen, performanceChange_fen].map(findFen)
  if (!measure || current === undefined || next === undefined || caused === undefined) return undefined
  const name = project?.name ?? ''
  const amounts = { current_fen: current, next_fen: next, performanceChange_fen: caused }
  return computeLinkageTotals([{ name, measure, ...amounts }])
}

/** Measure and money against the table, and what is still overdue of the rectification. */
export async function checkDecision(context: Context, data: RecordData): Promise<Finding[]> {
  if (!data.project || data.record.state === 'decided') return []
  const content = data.content as ResultsBudgetDecisionContent
  const proposal = proposalFor(data, rulesOf(context, data))
  const { overdueTasks: overdue } = await findEarlierYears(context, data.project)
  return [
    ...checkBudgetDecision(content, proposal),
    ...checkDecisionBase(content),
    ...checkDecisionMemo(content),
    ...foundIf(
      overdue > 0 && content.next_fen !== '0',
      RES_903,
      `本项目有${overdue}项整改逾期未到位，整改核实前不得安排预算，请在理由中写明如何处理。`,
      { section: 'decision', field: 'next_fen' },
    ),
    ...(await repeatFindings(context, data.project, { section: 'decision', field: 'reason' })),
  ]
}
