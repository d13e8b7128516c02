import type { RecordKind } from '../workflow/record-kind.ts'
import { canEditSection } from '../workflow/record-kind.ts'
import type { FormDefinition } from './form.ts'

/**
 * The sections that must be complete before an act: those that the person doing it could fill in
 * until now and cannot afterwards. Sending back asks for nothing.
 */
export function dueSections(kind: RecordKind, form: FormDefinition, action: string, state: string): string[] {
  const definition = kind.workflow.actions[action]
  if (!definition || definition.isReturn) return []
  const { to, by } = definition
  return form.sections
    .map((section) => section.id)
    .filter((section) =>
      by.some(
        (role) =>
          canEditSection(kind, section, state, role) &&
          (to === state || !canEditSection(kind, section, to, role)),
      ),
    )
}
