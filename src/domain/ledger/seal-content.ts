import type { SealPersonal } from './contract.ts'
import { type SealedObject, type SealedValue, toSealedText } from './sealed-value.ts'

/**
 * The content of a form as a leaf carries it: amounts in yuan with two decimals, scores and weights
 * with two decimals, other numbers as their digits, rows in the order of the table with that order
 * written down. What is blank is left out.
 * @param place where the content stands in the leaf, for commitments
 * @param isPersonal whether the value at a place is a person or a person's words
 */
export function sealContent(
  content: Readonly<Record<string, unknown>>,
  place: string,
  isPersonal: (place: string) => boolean,
  sealPersonal: SealPersonal,
): SealedObject {
  const sealed: Record<string, SealedValue> = {}
  for (const [field, value] of Object.entries(content)) {
    const name = sealedName(field)
    const here = `${place}/${name}`
    const one = sealValue(field, value, here, (at) => isPersonal(at), sealPersonal)
    if (one === undefined) continue
    if (name in sealed) throw new TypeError(`${here}: two fields of one name`)
    sealed[name] = one
  }
  return sealed
}

/** `total_fen` is sealed in yuan, `weight_x100` in points. */
export function sealedName(field: string): string {
  if (field.endsWith('_fen')) return `${field.slice(0, -'_fen'.length)}_yuan`
  return field.endsWith('_x100') ? field.slice(0, -'_x100'.length) : field
}

function sealValue(
  field: string,
  value: unknown,
  place: string,
  isPersonal: (place: string) => boolean,
  sealPersonal: SealPersonal,
): SealedValue | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (Array.isArray(value)) return sealList(value, place, isPersonal, sealPersonal)
  if (typeof value === 'boolean') return value
  const text = sealedFigure(field, value, place)
  return isPersonal(place) ? sealPersonal(place, text) : text
}

function sealList(
  values: readonly unknown[],
  place: string,
  isPersonal: (place: string) => boolean,
  sealPersonal: SealPersonal,
): SealedValue | undefined {
  if (values.length === 0) return undefined
  return values.map((one, index) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? {
          order: index + 1,
          ...sealContent(one as Record<string, unknown>, `${place}/${index}`, isPersonal, sealPersonal),
        }
      : (sealValue('', one, `${place}/${index}`, isPersonal, sealPersonal) ?? ''),
  )
}

function sealedFigure(field: string, value: unknown, place: string): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new TypeError(`${place}: number ${value} is not exact`)
  if (field.endsWith('_fen')) return toHundredths(String(value), place)
  if (field.endsWith('_x100') && typeof value === 'number') return toHundredths(String(value), place)
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') throw new TypeError(`${place}: ${typeof value} cannot be sealed`)
  return toSealedText(value)
}

/** An integer of hundredths with two decimals: `12345` → `123.45`. Never rounds. */
function toHundredths(text: string, place: string): string {
  const match = /^(-?)(\d{1,18})$/.exec(text)
  if (!match) throw new TypeError(`${place}: ${text} is not an integer`)
  const digits = (match[2] as string).padStart(3, '0')
  return `${match[1]}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
