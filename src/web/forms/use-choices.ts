import type { FieldDefinition } from '../../domain/forms/form.ts'
import { useColleagues, useExperts, useOrganisations } from '../queries.ts'
import type { Colleague } from '../shapes-targets.ts'
import { useForm } from './form-context.ts'

export type Choice = { value: string; label: string }

/** People are the experts on the list, those with a post in the unit of the project, or one's own office and the experts; organisations those of the same place, institutions of all. */
export function useChoices(field: FieldDefinition): {
  readonly found: Choice[]
  readonly isLoading: boolean
} {
  const { owner } = useForm()
  const isPerson = field.type === 'person'
  const kind = field.organisationKind
  const where = {
    ...(kind === 'agency' ? {} : { jurisdiction: owner.jurisdictionId }),
    ...(kind === undefined ? {} : { kind }),
  }
  const isColleague = isPerson && field.peopleOf === 'unit'
  const isOfOffice = isPerson && field.peopleOf === 'officeAndExperts'
  const organisations = useOrganisations(where, !isPerson)
  const experts = useExperts(isPerson && !isColleague)
  const colleagues = useColleagues(isOfOffice ? null : owner.projectId, isColleague || isOfOffice)
  if (isColleague)
    return { found: colleaguesAsChoices(colleagues.data?.items), isLoading: colleagues.isLoading }
  const found = isPerson
    ? (experts.data?.items ?? []).map(({ id, name, employer }) => ({
        value: id,
        label: employer === null ? name : `${name}（${employer}）`,
      }))
    : (organisations.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const office = isOfOffice ? colleaguesAsChoices(colleagues.data?.items) : []
  const isLoading = experts.isLoading || organisations.isLoading || (isOfOffice && colleagues.isLoading)
  return { found: [...office, ...found], isLoading }
}

/** 张三（经办） */
export function colleaguesAsChoices(items: readonly Colleague[] | undefined): Choice[] {
  return (items ?? []).map(({ id, name, title }) => ({ value: id, label: `${name}（${title}）` }))
}
