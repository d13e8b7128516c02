import type { SealPersonal, StoredRow } from './contract.ts'
import { type SealedObject, type SealedValue, toSealedText } from './sealed-value.ts'

/** Columns that say where a row belongs; written only where they differ from the leaf's own. */
export type Belonging = Readonly<Record<string, string | null>>

/**
 * Columns that name a person, or from which one could be guessed: the whole frozen content and its
 * plain digest would tell anybody who tries names out whether they were right.
 */
const COMMITTED = ['person_id', 'created_by', 'uploaded_by', 'private_to', 'content', 'digest']
const MOMENT = /_(at|from|to|since)$/

/**
 * The columns of a stored row that the readable part of a leaf does not show: with them the nightly
 * comparison covers every column, also those that only the program reads.
 * @param shown columns that stand in the readable part already
 */
export function imageOf(
  table: string,
  row: StoredRow,
  belonging: Belonging,
  shown: readonly string[],
  sealPersonal: SealPersonal,
): SealedObject {
  const image: Record<string, SealedValue> = { table }
  for (const [column, value] of Object.entries(row)) {
    if (shown.includes(column)) continue
    if (column in belonging && (value ?? null) === (belonging[column] ?? null)) continue
    if (value === null) {
      if (column in belonging) image[column] = ''
      continue
    }
    const place = `stored/${table}/${row['id'] ?? ''}/${column}`
    image[column] = COMMITTED.includes(column)
      ? sealPersonal(place, value)
      : MOMENT.test(column)
        ? toChinaTime(value)
        : toSealedText(value)
  }
  return image
}

/** `2022-09-01T02:00:00.5+00:00` → `2022-09-01T10:00:00.5+08:00`; digits of the second are kept. */
export function toChinaTime(moment: string): string {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)?(?:Z|\+00(?::00)?)$/.exec(moment)
  if (!match) return moment
  const shifted = new Date(Date.parse(`${match[1]}T${match[2]}Z`) + 8 * 3_600_000).toISOString()
  return `${shifted.slice(0, 19)}${(match[3] ?? '').replace(/\.?0+$/, '')}+08:00`
}
