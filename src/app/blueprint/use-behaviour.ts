import type { PilotBlueprintUseContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { checkBlueprintUse, PIL_176, entryKey } from '../../domain/pilot/checks/index.ts'
import { blueprintUse } from '../../domain/pilot/index.ts'
import { PIL_930 } from '../../domain/pilot/gates.ts'
import { found } from '../../domain/shared/check.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { type PlaceValue, requirePlaceValues } from '../../rules/index.ts'
import { findPack, findPacks } from '../../storage/blueprint-repository.ts'
import type { Context } from '../kernel/context.ts'
import { NOTHING_TO_SAY, type RecordBehaviour } from '../records/behaviour.ts'
import { getRecordData, type RecordData } from '../records/record-data.ts'
import { proposeAdoption } from './propose-adoption.ts'
import { proposeUndoing } from './propose-undoing.ts'
import type { Proposal } from './proposal.ts'
import { requirePack } from './read-stored.ts'
import { takenValues } from './taken.ts'

/** 采用蓝本: what differs, as things are today. */
export const blueprintUseBehaviour: RecordBehaviour = {
  kind: blueprintUse.kind,
  assess: async (context, data) => {
    const isOver = blueprintUse.workflow.states[data.record.state]?.isFinal ?? false
    if (isOver) return NOTHING_TO_SAY
    return { ...NOTHING_TO_SAY, findings: await askUse(context, data) }
  },
}

/** What the page shows; a pack that is gone is said, not an error of the page. */
async function askUse(context: Context, data: RecordData): Promise<Finding[]> {
  try {
    const proposal = await proposalNow(context, data)
    const isDraft = data.record.state === blueprintUse.workflow.initial
    return checkUse(context, isDraft ? { ...data, content: withDay(data, proposal) } : data, proposal)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return [found(PIL_176, error.message, { section: 'parts', field: 'parts' })]
  }
}

/** What the record proposes, compared once more. */
export async function proposalNow(context: Context, { record, content }: RecordData): Promise<Proposal> {
  const { mode, sha256, effectiveFrom } = content as PilotBlueprintUseContent
  if (mode === 'undo' && record.subjectId) {
    const undone = await getRecordData(context, record.subjectId)
    return proposeUndoing(context, undone, effectiveFrom ?? context.today)
  }
  return proposeAdoption(context, record.jurisdictionId, await packOfUse(context, record.id, sha256 ?? ''))
}

/**
 * What goes back depends on the day it goes back on: the rows of a giving up as they are for the day chosen. What a
 * blueprint brings is the same on every day.
 */
export function withDay({ content }: RecordData, { rows }: Proposal): Content {
  const given = content as PilotBlueprintUseContent
  if (given.mode !== 'undo') return content
  const typed = new Map((given.parts ?? []).map((row) => [entryKey(row), row]))
  const parts = [...rows].map(([key, row]) => {
    const { isTaken = row.isTaken, note } = typed.get(key) ?? {}
    return { ...row, isTaken, ...(note ? { note } : {}) }
  })
  return { ...given, parts } as Content
}

/** The pack a use was begun with: brought in with it, or one that stands here. */
async function packOfUse(context: Context, recordId: string, sha256: string) {
  const own = await findPack(context.db, { recordId })
  const id = (await findPacks(context.db)).find((one) => one.sha256 === sha256)?.id
  const stored = own ?? (id === undefined ? undefined : await findPack(context.db, { id }))
  if (!stored) throw new DomainError('NOT_FOUND', '没有找到这份蓝本，请重新装入。')
  return requirePack(stored.body).pack
}

/** What keeps a place from taking it over, with what the rules say of the values chosen. */
export function checkUse(context: Context, { content }: RecordData, proposal: Proposal): Finding[] {
  const given = content as PilotBlueprintUseContent
  return [
    ...checkBlueprintUse(given, { today: context.today, fresh: proposal.rows }),
    // From a day that has passed nothing is put in force, and PIL-175 has said so.
    ...((given.effectiveFrom ?? '') < context.today
      ? []
      : checkValues(context, takenValues(given, proposal))),
  ]
}

function checkValues(context: Context, values: readonly PlaceValue[]): Finding[] {
  try {
    requirePlaceValues(context.rules, values)
    return []
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return [found(PIL_930, error.message, { section: 'parts', field: 'parts' })]
  }
}
