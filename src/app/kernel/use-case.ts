import type { Static, TSchema } from 'typebox'
import { ADMINISTRATORS, ROLES, type Role } from '../../domain/org/roles.ts'
import type { Stage } from '../../domain/workflow/record-kind.ts'
import type { Context } from './context.ts'

/**
 * One thing a person does. Pages and commands both call it; it decides, they translate.
 *
 * `by` is its line in the policy table: who may do it at all. What they see is then cut to their
 * scope by the database, and what state allows it is the workflow's affair.
 */
export type UseCase<Input extends TSchema = TSchema, Output = unknown> = {
  readonly id: string
  readonly title: string
  readonly stage: Stage | 'shell'
  readonly kind: 'query' | 'command'
  readonly by: readonly Role[] | 'everyone'
  readonly input: Input
  readonly output?: TSchema
  /** The field of the input that names the record a command is about: it is read and locked as the call is opened. */
  readonly record?: string
  readonly run: (context: Context, input: Static<Input>) => Promise<Output>
}

/** Everybody who has to do with projects: all but the three administrators (GB/T 22239 8.1.5). */
export const BUSINESS = (Object.keys(ROLES) as Role[]).filter((role) => !ADMINISTRATORS.includes(role))

/** Keeps the input type of the schema and of `run` together. */
export function defineUseCase<Input extends TSchema, Output>(
  useCase: UseCase<Input, Output>,
): UseCase<Input, Output> {
  return useCase
}
