import type { FieldDefinition } from '../forms/form.ts'
import { likeness, plainText, runsOf } from '../indicators/runs.ts'
import { type KeyedRow, nameColumn } from './row-keys.ts'

/** A row as it came back: the key in its hidden cell, if any is left, and the name people know it by. */
export type NamedRow = { readonly key: string; readonly name: string }

/** Below this two names mean two things. */
const ALIKE = 0.5

/**
 * Which known row each row that came back is: by its key first; rows that lost theirs, or carry the key of
 * another (a copied row), by the likeness of their names.
 * @returns for each row the key of its known row, or `undefined` for a new one; no key is given twice
 */
export function matchRows(
  field: FieldDefinition,
  known: readonly KeyedRow[],
  back: readonly NamedRow[],
): (string | undefined)[] {
  const names = new Map(known.map(({ key, row }) => [key, String(row[nameColumn(field)?.id ?? ''] ?? '')]))
  const found = new Map<number, string>()
  for (const key of names.keys()) {
    const claims = back.flatMap((row, index) => (row.key === key ? [index] : []))
    const best = bestOf(claims, (index) => alikeness(names.get(key) ?? '', back[index]?.name ?? ''))
    if (best !== undefined) found.set(best, key)
  }
  const taken = new Set(found.values())
  const pairs = back
    .flatMap(({ name }, index) =>
      found.has(index) || name.trim() === ''
        ? []
        : [...names]
            .filter(([key]) => !taken.has(key))
            .map(([key, own]) => ({ index, key, alike: alikeness(own, name) })),
    )
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike || a.index - b.index)
  for (const { index, key } of pairs) {
    if (found.has(index) || taken.has(key)) continue
    found.set(index, key)
    taken.add(key)
  }
  return back.map((_, index) => found.get(index))
}

function bestOf(indexes: readonly number[], score: (index: number) => number): number | undefined {
  return [...indexes].sort((a, b) => score(b) - score(a) || a - b)[0]
}

/** 0 to 1; equal names are 1 however short they are. */
export function alikeness(one: string, other: string): number {
  const [a, b] = [plainText(one), plainText(other)]
  if (a === '' || b === '') return 0
  return a === b ? 1 : likeness(new Set(runsOf(a, 2)), new Set(runsOf(b, 2)))
}
