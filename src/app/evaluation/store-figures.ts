import type { Content } from '../../domain/forms/form.ts'
import { actionsFrom } from '../../domain/workflow/workflow.ts'
import type { Context } from '../kernel/context.ts'
import type { ActUseCase } from '../records/act.ts'
import { getRecordData, type RecordData, storeContent } from '../records/record-data.ts'

/** Writes computed figures into a record without counting as a new version: nobody typed anything. */
export async function storeFigures(context: Context, data: RecordData, content: Content): Promise<void> {
  const record = { ...data.record, version: data.record.version - 1 }
  await storeContent(context, { ...data, record }, content)
}

/**
 * An act before which the computed figures are brought up to date, so that the version it freezes
 * carries them. A refused act takes them back with everything else.
 */
export function withFreshFigures(
  act: ActUseCase,
  fill: (context: Context, data: RecordData) => Promise<Content>,
): ActUseCase {
  return {
    ...act,
    run: async (context, input) => {
      const data = await getRecordData(context, input.recordId, { isLocked: true })
      const isOurs = data.kind === act.recordKind && data.record.version === input.version
      const { workflow } = act.recordKind
      const isPossible = actionsFrom(workflow, data.record.state, context.actor.role).includes(act.action)
      if (isOurs && isPossible) await storeFigures(context, data, await fill(context, data))
      return act.run(context, input)
    },
  }
}
