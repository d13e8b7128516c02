import { computeEvaluationCycle, CYCLE_DUTIES } from '../../../domain/evaluation/compute/index.ts'
import type { ParameterReader } from '../../../domain/rules/parameter-values.ts'
import type { QualityProject } from '../../../storage/self-quality-repository.ts'

/** Projects of several years, or key ones, that are due for an evaluation by others this year. */
export function dutiesOf(projects: readonly QualityProject[], year: number, rules: ParameterReader) {
  return projects.flatMap((project) => {
    const { isClassified, isKey, periodStart, periodEnd, evaluations } = project
    if (isClassified || !periodStart || !periodEnd) return []
    const years = { firstYear: Number(periodStart.slice(0, 4)), lastYear: Number(periodEnd.slice(0, 4)) }
    const { duties, explanation } = computeEvaluationCycle({ year, isKey, ...years, evaluations }, rules)
    if (duties.length === 0) return []
    return [
      {
        projectId: project.projectId,
        projectName: project.name,
        unitName: project.unitName,
        period: `${years.firstYear}—${years.lastYear}年`,
        evaluated: evaluations.length === 0 ? null : `${evaluations.join('、')}年`,
        duties: duties.map((duty) => CYCLE_DUTIES[duty]),
        explanation,
      },
    ]
  })
}
