import type { UseCase } from '../../app/kernel/use-case.ts'

/** One address and the use case behind it; the server adds nothing to what it decides. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly useCase: UseCase
}
