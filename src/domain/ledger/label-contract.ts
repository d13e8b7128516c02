import type { FormDefinition } from '../forms/form.ts'
import { ROLES } from '../org/roles.ts'
import type { RecordKind } from '../workflow/record-kind.ts'
import type { ContractLabels } from './contract.ts'
import { genericPlace, placesOf } from './personal-places.ts'
import type { SealedObject, SealedValue } from './sealed-value.ts'

const ASCII = /^[\x20-\x7e]+$/

/** The Chinese words a leaf needs to be read: only for fields, choices, acts and roles that occur in it. */
export function labelContract(
  kind: RecordKind,
  forms: { readonly content: FormDefinition; readonly entry: FormDefinition },
  contract: SealedObject,
): ContractLabels {
  const known = new Map([...placesOf(forms.content, 'content'), ...placesOf(forms.entry, 'project/entry')])
  const fields: Record<string, string> = {}
  const options: Record<string, Record<string, string>> = {}
  const visit = (value: SealedValue | undefined, place: string): void => {
    const field = known.get(genericPlace(place))
    if (field) fields[genericPlace(place)] = field.label
    const option = typeof value === 'string' ? field?.options?.find((one) => one.value === value) : undefined
    if (option && ASCII.test(option.value))
      options[genericPlace(place)] = { ...options[genericPlace(place)], [option.value]: option.label }
    if (Array.isArray(value))
      for (const [index, one] of value.entries()) visit(one, placeOfItem(place, index, one))
    else if (typeof value === 'object')
      for (const [key, one] of Object.entries(value)) visit(one, `${place}/${key}`)
  }
  visit(contract['content'], 'content')
  visit((contract['project'] as SealedObject | undefined)?.['entry'], 'project/entry')
  const chain = (contract['chain'] ?? []) as readonly SealedObject[]
  const words = (key: string, title: (code: string) => string | undefined) =>
    Object.fromEntries(
      chain.map((link) => [String(link[key]), title(String(link[key])) ?? String(link[key])]),
    )
  return {
    fields,
    options,
    actions: words('action', (action) => kind.workflow.actions[action]?.title),
    roles: words('role', (role) => ROLES[role as keyof typeof ROLES]),
  }
}

/** A choice among several stands under its field, a row under its number. */
function placeOfItem(place: string, index: number, value: SealedValue): string {
  return typeof value === 'object' ? `${place}/${index}` : place
}
