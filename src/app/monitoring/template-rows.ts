import type { MonitoringRoundContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { findTemplate, milestoneRows } from '../../domain/monitoring/compute/index.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { RecordData } from '../records/record-data.ts'

/**
 * The type of the project with its milestones and extended content: as in the last round, whose days go
 * on to hold; before the first one, as the template says.
 */
export function templateRows(
  project: ProjectRow,
  rules: ParameterReader,
  last: RecordData | undefined,
): Content {
  const before = last?.content as MonitoringRoundContent | undefined
  if (before?.projectType && before.milestones) {
    return {
      projectType: before.projectType,
      milestones: before.milestones,
      extended: (before.extended ?? []).map(({ item }) => ({ item })),
    } as Content
  }
  const template = findTemplate(
    { category: (project.content['category'] as string | undefined) ?? null },
    rules,
  )
  if (!template) return {}
  return {
    projectType: template.type,
    milestones: milestoneRows(template, project.fiscalYear),
    extended: template.items.map((item) => ({ item })),
  }
}
