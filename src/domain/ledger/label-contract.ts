import type { FieldDefinition, FormDefinition } from '../forms/form.ts'
import { ROLES } from '../org/roles.ts'
import type { RecordKind } from '../workflow/record-kind.ts'
import type { ContractLabels } from './contract.ts'
import { placesOf } from './personal-places.ts'
import type { SealedObject, SealedValue } from './sealed-value.ts'

const ASCII = /^[\x20-\x7e]+$/

/** The Chinese words a leaf needs to be read: only for fields, choices, acts and roles that occur in it. */
export function labelContract(
  kind: RecordKind,
  forms: { readonly content: FormDefinition; readonly entry: FormDefinition },
  contract: SealedObject,
): ContractLabels {
  const fields: Record<string, string> = {}
  const options: Record<string, Record<string, string>> = {}
  // Rows and choices among several stand under the place of their field.
  const visit = (
    value: SealedValue | undefined,
    place: string,
    known: ReadonlyMap<string, FieldDefinition>,
  ): void => {
    const field = known.get(place)
    if (field) fields[place] = field.label
    const option = typeof value === 'string' ? field?.options?.find((one) => one.value === value) : undefined
    if (option && ASCII.test(option.value))
      options[place] = { ...options[place], [option.value]: option.label }
    if (Array.isArray(value)) for (const one of value) visit(one, place, known)
    else if (typeof value === 'object')
      for (const [key, one] of Object.entries(value)) visit(one, `${place}/${key}`, known)
  }
  visit(contract['content'], 'content', placesOf(forms.content, 'content'))
  const entry = (contract['project'] as SealedObject | undefined)?.['entry']
  visit(entry, 'project/entry', placesOf(forms.entry, 'project/entry'))
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
