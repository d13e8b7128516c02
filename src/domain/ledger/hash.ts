/** A hash function of 32 bytes; passed in, so that the tree computes the same with any of them. */
export type HashFunction = (bytes: Uint8Array) => Uint8Array

/**
 * SM3 (GB/T 32905) is the one printed in China, SHA-256 lets anybody else's verifier recheck. Every
 * leaf enters both trees; what is stored or printed names its algorithm.
 */
export const HASH_NAMES = ['sha256', 'sm3'] as const
export type HashName = (typeof HASH_NAMES)[number]
export type Hashes = Readonly<Record<HashName, HashFunction>>
/** One value under each algorithm. */
export type Both<T> = Readonly<Record<HashName, T>>

export const HASH_TITLES: Both<string> = { sha256: 'SHA-256', sm3: 'SM3' }
export const HASH_BYTES = 32

/** What is hashed next, so that a million leaves do not cost a million copies; a hash keeps nothing of it. */
let scratch = new Uint8Array(4096)

/** Hash of an entry, RFC 9162 2.1.1: the prefix keeps a leaf from ever being taken for a node. */
export function leafHash(hash: HashFunction, entry: Uint8Array): Uint8Array {
  if (entry.length >= scratch.length) scratch = new Uint8Array(2 * entry.length)
  scratch[0] = 0
  scratch.set(entry, 1)
  return hash(scratch.subarray(0, entry.length + 1))
}

/** Hash of two neighbours, RFC 9162 2.1.1. */
export function nodeHash(hash: HashFunction, left: Uint8Array, right: Uint8Array): Uint8Array {
  scratch[0] = 1
  scratch.set(left, 1)
  scratch.set(right, 1 + left.length)
  return hash(scratch.subarray(0, 1 + left.length + right.length))
}

/** The same for each algorithm. */
export function forBoth<T>(make: (name: HashName) => T): Both<T> {
  return { sha256: make('sha256'), sm3: make('sm3') }
}
