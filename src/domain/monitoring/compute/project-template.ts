import type { ParameterReader, ParameterValues } from '../../rules/parameter-values.ts'
import { type DateText, isDate } from '../../shared/dates.ts'

/** Milestones, extended content and risk rules of a type of project. */
export type ProjectTemplate = ParameterValues['monitoring.templates']['templates'][number]
export type ProjectType = ProjectTemplate['type']

/** The template a project is monitored by: the type that was chosen, else the first for its category. */
export function findTemplate(
  of: { readonly type?: string | null; readonly category?: string | null },
  rules: ParameterReader,
): ProjectTemplate | undefined {
  const { templates } = rules.value('monitoring.templates').value
  return (
    templates.find(({ type }) => type === of.type) ??
    templates.find(({ categories }) => categories.some((category) => category === of.category))
  )
}

/** The milestones of a template as the form begins with them. */
export function milestoneRows(template: ProjectTemplate, fiscalYear: number) {
  return template.milestones.map(
    ({ id, label, due }): { milestoneId: string; label: string; plannedOn: DateText } => ({
      milestoneId: id,
      label,
      plannedOn: dayIn(fiscalYear, due),
    }),
  )
}

function dayIn(year: number, monthDay: string): DateText {
  const day = `${year}-${monthDay}`
  return isDate(day) ? day : `${year}-${monthDay.slice(0, 3)}28`
}
