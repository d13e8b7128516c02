import type { FormDefinition } from '../forms/form.ts'
import type { RecordKind } from '../workflow/record-kind.ts'
import { sealedName } from './seal-content.ts'

/**
 * The fields somebody may have written in since a record was sealed: those of sections that are open in
 * one of the states it stood in from the sealed act on. All else is as it was sealed.
 * @param states the state after the sealed act and after every later one
 * @returns names as the leaf has them
 */
export function openFields(kind: RecordKind, form: FormDefinition, states: readonly string[]): Set<string> {
  const isOpen = (section: string) =>
    (kind.edits[section] ?? kind.edits['*'] ?? []).some(
      (right) => right.by.length > 0 && right.in.some((state) => states.includes(state)),
    )
  return new Set(
    form.sections
      .filter(({ id }) => isOpen(id))
      .flatMap(({ fields }) => fields.map(({ id }) => sealedName(id))),
  )
}

/** One step of any record of a project, as far as it moves the project. */
export type ProjectStep = { readonly kind: string; readonly action: string }

const MOVES: Readonly<Record<string, { readonly to: string; readonly from?: readonly string[] }>> = {
  'pilot.selection.confirm': { from: ['entered'], to: 'selected' },
  'exante.evaluation.submit': { from: ['entered', 'selected'], to: 'exante' },
  'targets.sheet.declare': { from: ['entered', 'selected', 'exante'], to: 'targets' },
  'targets.sheet.approve': { to: 'monitoring' },
  'evaluation.self.confirm': { to: 'evaluation' },
  'evaluation.finance.confirm': { to: 'results' },
  'evaluation.finance.close': { to: 'closed' },
}

/** Where a project must stand after these steps, in the order they were taken. */
export function statusAfter(steps: readonly ProjectStep[]): string {
  return steps.reduce((status, { kind, action }) => {
    const move = MOVES[`${kind}.${action}`]
    return move && (!move.from || move.from.includes(status)) ? move.to : status
  }, 'entered')
}
