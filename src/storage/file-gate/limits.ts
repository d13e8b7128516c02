import { DomainError } from '../../domain/shared/errors.ts'

/** What a file may be at most. One place, so that a page can say it before the upload. */
export const FILE_LIMITS = {
  size_bytes: 20 * 1024 * 1024,
  zipEntries: 2_000,
  unpacked_bytes: 200 * 1024 * 1024,
  /** how many times larger than packed; only asked of entries above `ratioFrom_bytes` */
  ratio: 100,
  ratioFrom_bytes: 1024 * 1024,
  imagePixels: 100_000_000,
  parse_ms: 30_000,
  parseHeap_mb: 256,
  /** heap and buffers together: what the whole process may grow by while a parser runs */
  parseGrowth_mb: 512,
} as const

/** A refusal the person can act on. */
export function refuse(message: string, details: { readonly [name: string]: unknown } = {}): DomainError {
  return new DomainError('FILE_REFUSED', message, details)
}
