import type { FieldDefinition } from '../../domain/forms/form.ts'
import { useExperts, useOrganisations } from '../queries.ts'
import { useForm } from './form-context.ts'

export type Choice = { value: string; label: string }

/** People are the experts on the list; organisations those of the same place, institutions of all. */
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
  const organisations = useOrganisations(where, !isPerson)
  const experts = useExperts(isPerson)
  const found = isPerson
    ? (experts.data?.items ?? []).map(({ id, name, employer }) => ({
        value: id,
        label: employer === null ? name : `${name}（${employer}）`,
      }))
    : (organisations.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return { found, isLoading: experts.isLoading || organisations.isLoading }
}
