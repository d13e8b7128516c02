import type { Content } from '../../../domain/forms/form.ts'
import { withoutHidden } from '../../../domain/forms/shown.ts'
import { getRecordKind } from '../../../domain/record-kinds.ts'
import { handsOf, roleTitle } from '../../../domain/workflow/sentences.ts'
import type { RecordView } from '../../shapes.ts'

/**
 * The record with each act's next hands as they are by what stands in the form now: where the form itself
 * says who takes it on (an own group or an institution), the answer of the server is of before the choice.
 */
export function withPresentHands(view: RecordView, content: Content): RecordView {
  const kind = getRecordKind(view.record.kind)
  const { actions } = kind.workflow
  const isNamedIn = (state: string) =>
    Object.values(actions).some(({ from, named }) => named !== undefined && from.includes(state))
  if (!view.availableActions.some(({ action }) => isNamedIn(actions[action]?.to ?? ''))) return view
  const shown = withoutHidden(view.form, content)
  return {
    ...view,
    availableActions: view.availableActions.map((offer) => {
      const to = actions[offer.action]?.to ?? ''
      if (!isNamedIn(to)) return offer
      return { ...offer, nextHands: handsOf(kind, to, undefined, shown).map(roleTitle) }
    }),
  }
}
