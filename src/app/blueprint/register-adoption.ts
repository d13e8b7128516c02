import type { PilotBlueprintUseContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { RECORD_KINDS } from '../../domain/record-kinds.ts'
import type { Context } from '../kernel/context.ts'
import { performSystemAct } from '../records/act.ts'
import { beginRecord } from '../records/begin-record.ts'
import type { RecordData } from '../records/record-data.ts'

/** The register of who adopted which version; it belongs to the pilot and may be absent from an installation. */
const REGISTER = 'pilot.adoption'
/** Room in the register. */
const ADAPTED_MAX = 100

/** 推广登记: with the approval the place stands in the register, with what it left out and why. */
export async function registerAdoption(context: Context, { content }: RecordData): Promise<void> {
  const register = RECORD_KINDS.find(({ kind }) => kind === REGISTER)
  const given = content as PilotBlueprintUseContent
  if (!register || given.mode !== 'adopt') return
  const made = await beginRecord(
    context,
    register,
    { kind: register.kind },
    { project: undefined, content: entryOf(given, context.today) },
  )
  await performSystemAct(context, made, 'register')
}

/** What the register says of an approved use. */
export function entryOf(given: PilotBlueprintUseContent, today: string): Content {
  const left = (given.parts ?? []).filter(({ isTaken, outcome }) => !isTaken && outcome !== 'kept')
  return {
    blueprint: given.name ?? '',
    blueprintVersion: given.blueprintVersion ?? '',
    digest: given.sha256 ?? '',
    fromPlaces: (given.fromPlaces ?? '').slice(0, 300),
    adoptedOn: today,
    adaptedParts: left.slice(0, ADAPTED_MAX).map(({ title, note }) => ({
      part: title ?? '',
      change: '未采用',
      reason: note ?? '',
    })),
    note: `自${given.effectiveFrom ?? today}起执行。${given.reasonText ?? ''}`.slice(0, 2000),
  }
}
