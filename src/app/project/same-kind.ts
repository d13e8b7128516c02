import type { ProjectEntryContent } from '../../domain/forms/contents.ts'
import { checkSameKind } from '../../domain/results/checks/index.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { findDecisionsAgainstKind } from '../../storage/same-kind-repository.ts'
import type { Context } from '../kernel/context.ts'
import { getForm } from '../records/record-data.ts'

/** The project as it is, or as it is about to be entered. */
type Entered = {
  readonly jurisdictionId: string
  readonly fiscalYear: number
  readonly departmentId: string
  readonly isNew: boolean
  readonly content: ProjectEntryContent
}

/** Whether the place decided against new items of this kind; nothing for a project that goes on. */
export async function sameKindFindings(context: Context, project: Entered): Promise<Finding[]> {
  const { jurisdictionId, fiscalYear, departmentId, isNew } = project
  const { category } = project.content
  if (!isNew || !category) return []
  const decisions = await findDecisionsAgainstKind(context.db, { jurisdictionId, departmentId, category })
  if (decisions.length === 0) return []
  const rules = context.rules.at({ date: context.today, jurisdiction: jurisdictionId, fiscalYear })
  const words = { isNew, fiscalYear, category: categoryName(context, category) }
  return checkSameKind(words, decisions, rules)
}

function categoryName(context: Context, category: string): string {
  const fields = getForm(context, 'project/entry').sections.flatMap((section) => section.fields)
  const field = fields.find(({ id }) => id === 'category')
  const options = field?.type === 'choice' ? field.options : undefined
  return options?.find(({ value }) => value === category)?.label ?? category
}
