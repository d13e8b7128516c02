/** Where a value stands in a content: field, row counted from 0, column. */
export type ValuePath = readonly (string | number)[]

export type ContentDifference = {
  readonly path: ValuePath
  readonly left: unknown
  readonly right: unknown
}

/**
 * Every single value in which two contents differ, in the order of the first; a value that is absent
 * equals one that is blank.
 */
export function contentDifferences(left: unknown, right: unknown, path: ValuePath = []): ContentDifference[] {
  if (isTree(left) && isTree(right) && Array.isArray(left) === Array.isArray(right)) {
    const names = new Set([...Object.keys(left), ...Object.keys(right)])
    const step = (name: string) => (Array.isArray(left) ? Number(name) : name)
    return [...names].flatMap((name) =>
      contentDifferences((left as Tree)[name], (right as Tree)[name], [...path, step(name)]),
    )
  }
  return isSame(left, right) ? [] : [{ path, left, right }]
}

type Tree = Readonly<Record<string, unknown>>

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null
}

function isSame(left: unknown, right: unknown): boolean {
  return left === right || (isBlank(left) && isBlank(right))
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
