import type { Rechecker } from '../../domain/evaluation/checks/index.ts'
import type { EvaluationSelfContent } from '../../domain/forms/contents.ts'
import { formatScore } from '../../domain/shared/score.ts'
import type { Context } from '../kernel/context.ts'
import { getApprovedTarget } from '../records/approved-target.ts'
import type { Assessment } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { computeRecheck, hasRechecked, RECHECKER_IN, recheckFindings } from './recheck-self.ts'
import { riskOf } from './review-self.ts'

const ROLES = { department: 'department', finance: 'finance_performance' } as const
const FIELDS = { department: 'departmentTotal_x100', finance: 'financeTotal_x100' } as const

/**
 * The risk of a form handed in and what its reviewers gave, with reasons. What the reviewer still has to
 * do is said only to the reviewer whose turn it is; the unit does not see how its form was judged.
 */
export async function presentRecheck(context: Context, data: RecordData): Promise<Assessment> {
  const nothing: Assessment = { findings: [], figures: {}, explanations: {} }
  if (!data.project || data.record.state === 'draft') return nothing
  const figures: Record<string, string> = {}
  const explanations: Record<string, Assessment['explanations'][string]> = {}
  const content = data.content as EvaluationSelfContent
  const { indicators } = await getApprovedTarget(context, data.project, data.record.createdAt)
  for (const by of ['department', 'finance'] as const satisfies readonly Rechecker[]) {
    if (!hasRechecked(content, by)) continue
    const recheck = computeRecheck(content, indicators, by, rulesOf(context, data))
    if (recheck?.total_x100 == null) continue
    figures[FIELDS[by]] = formatScore(recheck.total_x100)
    explanations[FIELDS[by]] = recheck.explanation
  }
  if (context.actor.role === 'unit') return { findings: [], figures, explanations }
  const risk = await riskOf(context, data)
  const by = RECHECKER_IN[data.record.state]
  const section = by === 'finance' ? 'financeNote' : 'departmentNote'
  if (by) {
    figures[section] = risk.explanation.sentence
    explanations[section] = risk.explanation
  }
  const isTurn = by !== undefined && context.actor.role === ROLES[by]
  return { findings: isTurn ? recheckFindings(content, by, risk) : [], figures, explanations }
}
