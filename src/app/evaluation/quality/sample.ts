import { computeRecheckSample, computeSelfRisk } from '../../../domain/evaluation/compute/index.ts'
import { selfEvaluation } from '../../../domain/evaluation/index.ts'
import type { ParameterReader } from '../../../domain/rules/parameter-values.ts'
import { findFen, sumFen } from '../../../domain/shared/money.ts'
import { formatScore } from '../../../domain/shared/score.ts'
import type { QualityProject } from '../../../storage/self-quality-repository.ts'
import { hasRechecked, RECHECKER_IN } from '../recheck-self.ts'
import { isHandedIn } from './coverage.ts'

/** Which forms are looked at again, why, and what came of it so far. */
export function sampleOf(projects: readonly QualityProject[], rules: ParameterReader) {
  const forms = projects.flatMap((project) => {
    const { recordId, state, departmentId, isClassified } = project
    if (recordId === null || isClassified || !isHandedIn(state)) return []
    const { risk, budget_fen } = riskOf(project, rules)
    return [
      {
        project,
        recordId,
        state,
        risk,
        form: { id: recordId, departmentId, points: risk.points, money_fen: budget_fen },
      },
    ]
  })
  const sample = computeRecheckSample(
    forms.map(({ form }) => form),
    rules,
  )
  const items = sample.chosen.flatMap(({ id, reason }) => {
    const one = forms.find(({ recordId }) => recordId === id)
    if (!one) return []
    const { project, state, risk } = one
    const content = project.content ?? {}
    const rechecked = content.financeTotal_x100 ?? content.departmentTotal_x100 ?? null
    const self = content.totalScore_x100 ?? null
    return [
      {
        recordId: id,
        projectName: project.name,
        unitName: project.unitName,
        departmentName: project.departmentName,
        stateTitle: selfEvaluation.workflow.states[state]?.title ?? state,
        reason,
        points: risk.points,
        signals: risk.signals.map(({ words }) => words),
        self: textOf(self),
        department: textOf(content.departmentTotal_x100 ?? null),
        finance: textOf(content.financeTotal_x100 ?? null),
        difference: rechecked === null || self === null ? null : formatScore(rechecked - self),
        isDone: hasRechecked(content, 'department') || hasRechecked(content, 'finance'),
        isOpen: RECHECKER_IN[state] !== undefined,
        explanation: risk.explanation,
      },
    ]
  })
  return { items, forms: forms.length, explanation: sample.explanation }
}

function riskOf({ content, rows, light }: QualityProject, rules: ParameterReader) {
  const amounts = (column: 'adjusted_fen' | 'executed_fen') =>
    sumFen((content?.funds ?? []).map((row) => findFen(row[column]) ?? 0n))
  const budget_fen = amounts('adjusted_fen')
  const total_x100 = content?.totalScore_x100 ?? null
  const facts = { rows, total_x100, budget_fen, executed_fen: amounts('executed_fen'), light }
  return { risk: computeSelfRisk(facts, rules), budget_fen }
}

export function textOf(score_x100: number | null): string | null {
  return score_x100 === null ? null : formatScore(score_x100)
}
