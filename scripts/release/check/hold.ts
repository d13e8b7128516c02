import { isDeepStrictEqual } from 'node:util'

/** @throws Error with what was found, so that a failing check says why */
export function holds(isSo: boolean, otherwise: string): asserts isSo {
  if (!isSo) throw new Error(otherwise)
}

export function equal(found: unknown, expected: unknown, what: string): void {
  const [one, other] = [found, expected].map((value) => JSON.stringify(value)?.slice(0, 400))
  holds(isDeepStrictEqual(found, expected), `${what}: ${one}, expected ${other}`)
}
