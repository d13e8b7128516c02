import type { DomainErrorCode } from '../domain/shared/errors.ts'

/** One row per code, so that a new code cannot be added without choosing its status. */
export const HTTP_STATUS_BY_CODE = {
  INVALID_INPUT: 400,
  NOT_SIGNED_IN: 401,
  SIGN_IN_REFUSED: 401,
  NOT_PERMITTED: 403,
  NOT_FOUND: 404,
  ACTION_NOT_AVAILABLE: 409,
  VERSION_CONFLICT: 409,
  RULE_VIOLATED: 422,
  IDEMPOTENCY_KEY_REUSED: 422,
  FILE_REFUSED: 422,
  PARAMETER_NOT_IN_FORCE: 500,
  TOO_BUSY: 503,
} as const satisfies Record<DomainErrorCode, number>
