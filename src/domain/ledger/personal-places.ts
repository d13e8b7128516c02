import type { FieldDefinition, FormDefinition } from '../forms/form.ts'
import { sealedName } from './seal-content.ts'

/** `content/indicators/2/owner` → `content/indicators/owner`: the same for every row. */
export function genericPlace(place: string): string {
  return place.replace(/\/\d+(?=\/|$)/g, '')
}

const known = new WeakMap<FormDefinition, Map<string, ReadonlyMap<string, FieldDefinition>>>()

/** Fields of a form by where they stand in a leaf; rows and their columns alike. Found once per form. */
export function placesOf(form: FormDefinition, root: string): ReadonlyMap<string, FieldDefinition> {
  const ofForm = known.get(form) ?? new Map<string, ReadonlyMap<string, FieldDefinition>>()
  known.set(form, ofForm)
  const places = ofForm.get(root) ?? findPlaces(form, root)
  ofForm.set(root, places)
  return places
}

function findPlaces(form: FormDefinition, root: string): ReadonlyMap<string, FieldDefinition> {
  const fields = form.sections.flatMap((section) => section.fields)
  return new Map(
    fields.flatMap((field) => {
      const place = `${root}/${sealedName(field.id)}`
      const columns = (field.columns ?? []).map(
        (column) => [`${place}/${sealedName(column.id)}`, column] as const,
      )
      return [[place, field] as const, ...columns]
    }),
  )
}

/** Places of a form that name people or carry their words: sealed as commitments. */
export function personalPlaces(form: FormDefinition, root: string): string[] {
  return [...placesOf(form, root)]
    .filter(([, field]) => field.isPersonal === true || field.type === 'person')
    .map(([place]) => place)
}
