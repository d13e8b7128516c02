import type { ProjectEntryContent } from '../../domain/forms/contents.ts'
import type { ItemType } from '../../domain/results/compute/index.ts'

/** A first guess the section may change: a policy, an item that goes on after this year, or once only. */
export function itemTypeOf(project: {
  readonly content: ProjectEntryContent
  readonly fiscalYear: number
  readonly isNew: boolean
}): ItemType {
  const { isPolicy, periodEnd } = project.content
  if (isPolicy) return 'policy'
  const goesOn = !project.isNew || (periodEnd ?? '') > `${project.fiscalYear}-12-31`
  return goesOn ? 'continuing' : 'one_off'
}
