import type { Role } from '../org/roles.ts'
import type { RecordKind } from './record-kind.ts'
import { forwardActions } from './sentences.ts'

/** A state of a kind in which records wait for a role's act, and whose authors must not go on. */
export type Waiting = { readonly kind: string; readonly state: string; readonly notBy: readonly string[] }

/** Where records of a kind wait for somebody in this role to take them further. */
export function waitingFor(kind: RecordKind, role: Role): Waiting[] {
  return Object.keys(kind.workflow.states).flatMap((state) => {
    const forward = forwardActions(kind, state, role)
    if (forward.length === 0) return []
    const notBy = forward.flatMap((name) => kind.workflow.actions[name]?.notBy ?? [])
    return [{ kind: kind.kind, state, notBy }]
  })
}
