import type { DoctorTable } from '../table.ts'

/** Kinds that are scored; a declaration or an ex-ante form has points but nothing reached. */
export function isScored({ kind }: DoctorTable): boolean {
  return kind !== 'target_declaration' && kind !== 'ex_ante'
}
