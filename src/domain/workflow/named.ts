import type { Content } from '../forms/form.ts'
import { rowsOf } from '../forms/form-index.ts'
import type { Role } from '../org/roles.ts'

/**
 * People of the record itself, not a post, are who may write or act: the persons a group names, or the one
 * person a record is about. Whoever holds one of these roles needs to be named; the other roles of the right
 * are for records that name nobody (the institution that was commissioned instead of a group).
 */
export type Named = {
  readonly of: readonly Role[]
  /** A person field, or rows with `person`, `duty` and, once that person may begin, `pledgedOn`. */
  readonly field: string
  /** Only who has this duty. */
  readonly duty?: string
  /** Rows where the people are put down before it begins: they have no right yet, but it will be theirs. */
  readonly planned?: string
}

type Who = { readonly role: Role; readonly personId: string }

/** Whether the record lets this person use a right that is for named people. */
export function isNamed(named: Named | undefined, who: Who, content: Content): boolean {
  if (named === undefined) return true
  const { of, field, duty } = named
  if (!of.includes(who.role)) return !namesSomebody(named, content)
  const value = content[field]
  if (typeof value === 'string') return value === who.personId
  return rowsOf(content, field).some(
    (row) =>
      row['person'] === who.personId &&
      Boolean(row['pledgedOn']) &&
      (duty === undefined || row['duty'] === duty),
  )
}

/** Whether a role is one of those a record waits for; without its content, as if it named nobody. */
export function isHandOf(named: Named | undefined, role: Role, content: Content | undefined): boolean {
  if (named === undefined) return true
  const isOnly = named.of.includes(role)
  if (content === undefined) return !isOnly
  const isPlanned = named.planned !== undefined && rowsOf(content, named.planned).length > 0
  return namesSomebody(named, content) || isPlanned ? isOnly : !isOnly
}

function namesSomebody({ field }: Named, content: Content): boolean {
  return typeof content[field] === 'string' || rowsOf(content, field).length > 0
}
