import { isCommitment } from './commitment.ts'
import type { SealedObject, SealedValue } from './sealed-value.ts'

/** One place where what is stored is not what was sealed. A side that has nothing there is absent. */
export type Difference = {
  /** Names from the top; a row is named by its id or order and marked with `#`. */
  readonly path: readonly string[]
  readonly sealed?: string
  readonly stored?: string
}

/** Words that may change without anything being altered: labels, and names of offices today. */
const NOT_COMPARED = [/^labels$/, /^jurisdiction\/name$/, /^chain\/organisation\/name$/, /^prev$/]

/** Every place where two contract records say something different, in the order of the sealed one. */
export function differencesOf(sealed: SealedObject, stored: SealedObject): Difference[] {
  return compareObjects(sealed, stored, [])
}

function compare(
  sealed: SealedValue | undefined,
  stored: SealedValue | undefined,
  path: readonly string[],
): Difference[] {
  if (isEqual(sealed, stored)) return []
  const place = path.filter((name) => !name.startsWith('#')).join('/')
  if (NOT_COMPARED.some((pattern) => pattern.test(place))) return []
  if (isTree(sealed) && isTree(stored) && Array.isArray(sealed) === Array.isArray(stored))
    return compareObjects(byName(sealed), byName(stored), path)
  const [left, right] = [wordsOf(sealed), wordsOf(stored)]
  if (left === right) return []
  return [
    {
      path,
      ...(left === undefined ? {} : { sealed: left }),
      ...(right === undefined ? {} : { stored: right }),
    },
  ]
}

function compareObjects(sealed: SealedObject, stored: SealedObject, path: readonly string[]): Difference[] {
  const names = new Set([...Object.keys(sealed), ...Object.keys(stored)])
  return [...names].flatMap((name) => compare(sealed[name], stored[name], [...path, name]))
}

/** Nearly everything is equal, and what is equal needs no names and no words. */
function isEqual(a: SealedValue | undefined, b: SealedValue | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, n) => isEqual(one, b[n]))
    )
  const [left, right] = [a as SealedObject, b as SealedObject]
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isEqual(left[name], right[name]))
  )
}

type Tree = SealedObject | readonly SealedValue[]

function isTree(value: SealedValue | undefined): value is Tree {
  return typeof value === 'object' && !isCommitment(value)
}

/** Rows by their own name, so that a row that moved or went is one difference and not many. */
function byName(value: Tree): SealedObject {
  if (!Array.isArray(value)) return value as SealedObject
  return Object.fromEntries(value.map((item: SealedValue, index) => [`#${rowName(item, index)}`, item]))
}

function rowName(item: SealedValue, index: number): string {
  if (typeof item !== 'object' || Array.isArray(item)) return String(index + 1)
  const row = item as SealedObject
  if (row['table'] !== undefined) {
    const key = row['id'] ?? [row['series'], row['year'], row['number']].join(' ')
    return `${String(row['table'])} ${String(key)}`
  }
  return String(row['id'] ?? row['order'] ?? index + 1)
}

/** What is shown of a value that differs. */
function wordsOf(value: SealedValue | undefined): string | undefined {
  if (value === undefined) return undefined
  if (isCommitment(value)) return `已加盐保护 ${value.commitment.sha256.slice(0, 16)}`
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'object') return '(整条)'
  return String(value)
}
