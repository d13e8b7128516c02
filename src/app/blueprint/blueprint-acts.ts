import { type Pack, writePack } from '../../domain/blueprint/index.ts'
import type { PilotBlueprintContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { blueprint } from '../../domain/pilot/index.ts'
import { insertPack } from '../../storage/blueprint-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct } from '../records/act.ts'
import { defineBegin } from '../records/begin-record.ts'
import type { RecordData } from '../records/record-data.ts'
import { blueprintBehaviour, checkNow } from './blueprint-behaviour.ts'
import { composePack } from './compose-pack.ts'
import { keepTaken } from './keep-taken.ts'
import { collectOffer } from './offer.ts'

export const beginBlueprint = defineBegin(blueprint, blueprintBehaviour)

/**
 * 提交核对、核对、发布、退回、撤回; what is published is composed once more of what the pilots have, and what was
 * not ticked is dropped before the version is frozen and sealed.
 */
export const blueprintActs = [
  defineAct(blueprint, 'propose', { gate: checkNow }),
  defineAct(blueprint, 'check', { gate: checkNow }),
  defineAct(blueprint, 'publish', {
    gate: checkNow,
    complete: async (context, data) => {
      const content = keepTaken(data.content as PilotBlueprintContent) as Content
      const { digest, manifest } = await packOf(context, { ...data, content })
      return { ...content, ...digest, publishedOn: manifest.publishedOn }
    },
    effect: keepPack,
  }),
  defineAct(blueprint, 'return'),
  defineAct(blueprint, 'withdraw'),
]

/** The pack as it would be published today. */
export async function packOf(context: Context, { content, record }: RecordData): Promise<Pack> {
  const given = content as PilotBlueprintContent
  return composePack(given, await collectOffer(context), {
    publisher: context.actor.organisationName,
    jurisdiction: record.jurisdictionId,
    publishedOn: given.publishedOn ?? context.today,
    hashes: context.ledger.hashes,
  })
}

/** Kept as it is sealed; the evidence of the ledger is added when it is taken along. */
async function keepPack(context: Context, data: RecordData): Promise<void> {
  const pack = await packOf(context, data)
  const { name, version, publisher, publishedOn } = pack.manifest
  await insertPack(context.db, {
    jurisdictionId: data.record.jurisdictionId,
    id: context.newId(),
    recordId: data.record.id,
    origin: 'published',
    name,
    version,
    publisher,
    publishedOn,
    ...pack.digest,
    body: writePack(pack),
  })
}
