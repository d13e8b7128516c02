import { Type } from 'typebox'
import type { Pack } from '../../domain/blueprint/index.ts'
import type { PilotBlueprintUseContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { parseKey, keyFingerprint } from '../../domain/ledger/note.ts'
import { blueprintUse } from '../../domain/pilot/index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { isId } from '../../domain/shared/ids.ts'
import { insertPack } from '../../storage/blueprint-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { type BeginUseCase, beginRecord, defineBegin } from '../records/begin-record.ts'
import { getRecordData } from '../records/record-data.ts'
import { getPack } from './packs.ts'
import { proposeAdoption } from './propose-adoption.ts'
import { proposeUndoing } from './propose-undoing.ts'
import type { Proposal } from './proposal.ts'
import { requirePack } from './read-stored.ts'
import { blueprintUseBehaviour } from './use-behaviour.ts'

/**
 * Begins taking over a pack that stands here (`content.packId`), or giving one up (`subjectId`: the approved
 * use). The differences of today are filled in.
 * @throws DomainError INVALID_INPUT for anything else in `content`, NOT_FOUND for what is not there,
 * ACTION_NOT_AVAILABLE for a giving up, or when nothing of the adoption is left to give up
 */
export const beginBlueprintUse: BeginUseCase = {
  ...defineBegin(blueprintUse, blueprintUseBehaviour),
  run: async (context, { content = {}, subjectId, projectId }) => {
    const { packId, ...others } = content
    const isOne = (typeof packId === 'string' && isId(packId)) !== (subjectId !== undefined)
    if (!isOne || projectId !== undefined || Object.keys(others).length > 0) {
      throw new DomainError('INVALID_INPUT', '请从“蓝本”页面选择一份蓝本，或选择要停止采用的事项。', {
        places: [{ field: 'content', problem: '只应写明蓝本' }],
      })
    }
    if (subjectId !== undefined) return beginUndoing(context, subjectId)
    const stored = await getPack(context, String(packId))
    const { pack } = requirePack(stored.body)
    return beginWith(context, pack, '本系统保存的蓝本，发布时已登入契约账。')
  },
}

/**
 * 装入蓝本文件: a pack from elsewhere is read, held against its digests and its ledger, kept as it is, and the
 * differences are laid out. A pack that is refused leaves nothing behind.
 * @throws DomainError RULE_VIOLATED with `faults`, each naming its part
 */
export const loadBlueprint = defineUseCase({
  id: 'pilot.loadBlueprint',
  title: '装入蓝本文件',
  stage: 'pilot',
  kind: 'command',
  by: blueprintUse.createdBy,
  input: Type.Object(
    { text: Type.String({ minLength: 1, maxLength: 16_000_000 }) },
    { additionalProperties: false },
  ),
  output: Type.Object({ recordId: Type.String(), version: Type.Integer() }),
  run: async (context, { text }) => {
    const { pack, signer } = requirePack(text)
    const key = signer === null ? undefined : parseKey(context.ledger.hashes.sha256, signer)
    if (!key) {
      throw new DomainError(
        'RULE_VIOLATED',
        '蓝本不能装入。契约账证明：文件中没有发布单位的证明，无法确认来源；请向发布单位重新索取。',
        { faults: [{ place: '契约账证明', message: '文件中没有发布单位的证明。' }] },
      )
    }
    const fingerprint = keyFingerprint(context.ledger.hashes.sha256, key)
    const begun = await beginWith(
      context,
      pack,
      `证明成立，账册${key.name}，公钥指纹${fingerprint}，请与发布单位公布的指纹核对。`,
    )
    const { name, version, publisher, publishedOn } = pack.manifest
    await insertPack(context.db, {
      jurisdictionId: context.actor.jurisdictionId,
      id: context.newId(),
      recordId: begun.recordId,
      origin: 'loaded',
      name,
      version,
      publisher,
      publishedOn,
      ...pack.digest,
      body: text.replace(/\n$/, ''),
    })
    return begun
  },
})

async function beginWith(context: Context, pack: Pack, proof: string) {
  const proposal = await proposeAdoption(context, context.actor.jurisdictionId, pack)
  const { name, version, publisher, pilots } = pack.manifest
  return begin(context, proposal, {
    mode: 'adopt',
    name,
    blueprintVersion: version,
    publisher,
    sha256: pack.digest.sha256,
    fromPlaces: pilots
      .map(({ place }) => place)
      .join('、')
      .slice(0, 1000),
    proof,
  })
}

async function beginUndoing(context: Context, recordId: string) {
  const undone = await getRecordData(context, recordId)
  const { record, kind } = undone
  if (kind !== blueprintUse || record.state !== 'approved') {
    throw new DomainError('NOT_FOUND', '没有找到已审定的采用事项，请从蓝本页面选择。')
  }
  const given = undone.content as PilotBlueprintUseContent
  if (given.mode === 'undo') {
    throw new DomainError(
      'ACTION_NOT_AVAILABLE',
      '这是停止采用的事项，不能再停止；要重新采用，请从蓝本列表选择蓝本，点“看差别并采用”。',
    )
  }
  const { name = '', blueprintVersion = '', publisher = '', sha256 = '', fromPlaces = '' } = given
  const known = { name, blueprintVersion, publisher, sha256, fromPlaces }
  const proposal = await proposeUndoing(context, undone, context.today)
  if (proposal.rows.size === 0) {
    throw new DomainError(
      'ACTION_NOT_AVAILABLE',
      '这次采用的内容已经停止采用，或已被后来审定的规定代替，没有可以停止的内容。',
    )
  }
  return begin(context, proposal, { mode: 'undo', ...known }, recordId)
}

async function begin(
  context: Context,
  { rows, sameCount }: Proposal,
  head: PilotBlueprintUseContent,
  subjectId?: string,
) {
  const { record } = await beginRecord(context, blueprintUse, blueprintUseBehaviour, {
    project: undefined,
    title: head.mode === 'undo' ? `停止采用${head.name ?? ''}` : `采用${head.name ?? ''}`,
    content: { ...head, sameCount, parts: [...rows.values()] } as Content,
    ...(subjectId ? { subjectId } : {}),
  })
  return { recordId: record.id, version: record.version }
}
