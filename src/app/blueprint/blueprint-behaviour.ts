import type { PilotBlueprintContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { type BlueprintTruth, checkBlueprint } from '../../domain/pilot/checks/index.ts'
import { blueprint } from '../../domain/pilot/index.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { findPacks } from '../../storage/blueprint-repository.ts'
import type { Context } from '../kernel/context.ts'
import { NOTHING_TO_SAY, type RecordBehaviour } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'
import { bookDocument } from './book-document.ts'
import { collectOffer, offeredOf } from './offer.ts'
import { startOf } from './start-of.ts'
import { readEvidence, tellCases } from './tell-cases.ts'

/** 规范管理蓝本: everything the accepted pilots have is filled in; people choose, and write the lessons. */
export const blueprintBehaviour: RecordBehaviour = {
  kind: blueprint.kind,
  prefill: async (context) => {
    const offer = await collectOffer(context)
    const evidence = await readEvidence(
      context,
      offer.pilots.map(({ jurisdiction }) => jurisdiction),
    )
    const scalePercent = chooseScale(context.newId())
    return {
      ...startOf(offer),
      scalePercent,
      cases: await tellCases(context, evidence, scalePercent),
    } as Content
  },
  assess: async (context, data) => {
    const isOver = blueprint.workflow.states[data.record.state]?.isFinal ?? false
    return isOver ? NOTHING_TO_SAY : { ...NOTHING_TO_SAY, findings: await checkNow(context, data) }
  },
  documents: { 'blueprint-book': bookDocument },
}

/** 55 to 94 or 106 to 145 percent, never near the original; from an id, of which nobody knows the next. */
function chooseScale(id: string): number {
  const chosen = Number.parseInt(id.slice(-6), 16) % 80
  return chosen < 40 ? 55 + chosen : 66 + chosen
}

/** What keeps a blueprint from going on, as things are today. */
export async function checkNow(context: Context, { content }: RecordData): Promise<Finding[]> {
  const offer = await collectOffer(context)
  const accepted = offer.pilots.map(({ jurisdiction }) => jurisdiction)
  const evidence = await readEvidence(context, accepted)
  const packs = await findPacks(context.db)
  const truth: BlueprintTruth = {
    accepted,
    offered: offeredOf(offer),
    originals: evidence.originals,
    numbersIn: (place, kind) =>
      evidence.numbers.has(place) ? (evidence.numbers.get(place)?.get(kind) ?? new Set()) : undefined,
    isPublished: (name, version) =>
      packs.some((one) => one.origin === 'published' && one.name === name && one.version === version),
  }
  return checkBlueprint(content as PilotBlueprintContent, truth)
}
