import { computeEvaluationCoverage } from '../../../domain/evaluation/compute/index.ts'
import { formatRatio } from '../../../domain/shared/ratio.ts'
import type { QualityProject } from '../../../storage/self-quality-repository.ts'

/** Coverage of the whole and of every department; a classified project is evaluated elsewhere. */
export function coverageOf(projects: readonly QualityProject[]) {
  const names = new Map(projects.map(({ departmentId, departmentName }) => [departmentId, departmentName]))
  return {
    whole: lineOf('合计', projects),
    departments: [...names].map(([id, name]) =>
      lineOf(
        name,
        projects.filter(({ departmentId }) => departmentId === id),
      ),
    ),
  }
}

function lineOf(name: string, projects: readonly QualityProject[]) {
  const exempted = projects.filter(({ isClassified }) => isClassified).length
  const evaluated = projects.filter(({ isClassified, state }) => !isClassified && isHandedIn(state)).length
  const { rate, open, explanation } = computeEvaluationCoverage({
    projects: projects.length,
    evaluated,
    exempted,
  })
  return { name, projects: projects.length, evaluated, exempted, open, rate: formatRatio(rate), explanation }
}

/** A draft is not yet an evaluation anybody answers for. */
export function isHandedIn(state: string | null): state is string {
  return state !== null && state !== 'draft'
}
