import { type Role, ROLES, SCOPE_OF_ROLE } from '../domain/org/roles.ts'
import { RECORD_KINDS } from '../domain/record-kinds.ts'

export type PolicyLine = {
  readonly stage: string
  readonly object: string
  readonly action: string
  readonly title: string
  readonly role: Role
  readonly scope: string
  readonly from: readonly string[]
}

/**
 * 权限表: role × action × stage × scope, made from the workflow tables and the kinds' `createdBy`, so
 * that what is shown, what is enforced and what the buttons offer cannot differ.
 */
export function policyTable(): PolicyLine[] {
  return RECORD_KINDS.flatMap((kind) => {
    const line = (action: string, title: string, from: readonly string[]) => (role: Role) => ({
      stage: kind.stage,
      object: kind.title,
      action: `${kind.kind}.${action}`,
      title,
      role,
      scope: SCOPE_OF_ROLE[role],
      from: from.map((state) => kind.workflow.states[state]?.title ?? state),
    })
    const begins = kind.createdBy.map(line('begin', `新建${kind.title}`, []))
    const acts = Object.entries(kind.workflow.actions)
      .filter(([, action]) => !action.isSystem)
      .flatMap(([name, action]) => action.by.map(line(name, action.title, action.from)))
    return [...begins, ...acts]
  })
}

/** A role by its Chinese name, for people who read the table. */
export function roleName(role: Role): string {
  return ROLES[role]
}
