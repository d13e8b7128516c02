/** What can go wrong in a way a person can act on. `server` knows the HTTP status of each. */
export type DomainErrorCode =
  | 'INVALID_INPUT'
  | 'NOT_SIGNED_IN'
  | 'SIGN_IN_REFUSED'
  | 'NOT_FOUND'
  | 'NOT_PERMITTED'
  | 'ACTION_NOT_AVAILABLE'
  | 'VERSION_CONFLICT'
  | 'RULE_VIOLATED'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'PARAMETER_NOT_IN_FORCE'
  | 'FILE_REFUSED'
  /** Too many at once: nothing was done, the same call may be made again a little later. */
  | 'TOO_BUSY'

/** What whoever meets TOO_BUSY reads, wherever it is met. */
export const TOO_BUSY =
  '现在办理的人较多，这次没有办成，数据没有改动。请等几秒再试；已填写的内容会保留在本机。'

export type ErrorDetails = { readonly [name: string]: unknown }

/**
 * The only error a person is meant to read.
 *
 * `code` is the contract: web, CLI and tests match on it. `message` is Chinese, says what happened
 * and ends with what to do next. Anything else that is thrown is a bug and is answered as one.
 */
export class DomainError extends Error {
  readonly code: DomainErrorCode
  readonly details: ErrorDetails

  constructor(code: DomainErrorCode, message: string, details: ErrorDetails = {}) {
    super(message)
    this.name = 'DomainError'
    this.code = code
    this.details = details
  }
}
