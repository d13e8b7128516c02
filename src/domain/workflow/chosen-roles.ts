import type { Role } from '../org/roles.ts'
import type { ParameterReader } from '../rules/parameter-values.ts'
import type { ActionDefinition } from './workflow.ts'

/**
 * Whether this role takes an act here: where a place chooses the office (主管部门 or 财政业务股 for the first
 * review), only the chosen one does.
 * @param rules those of the record's place and year
 */
export function isChosen(
  { chosenBy }: Pick<ActionDefinition, 'chosenBy'>,
  role: Role,
  rules: ParameterReader,
): boolean {
  if (chosenBy === undefined) return true
  const { by } = rules.value(chosenBy).value
  return by === 'both' || by === role
}
