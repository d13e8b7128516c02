import { Type } from 'typebox'
import { type Pack, writePack } from '../../domain/blueprint/index.ts'
import type { PilotBlueprintUseContent } from '../../domain/forms/contents.ts'
import { blueprint, blueprintUse } from '../../domain/pilot/index.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { buildBlueprintBook } from '../../documents/blueprint-book.ts'
import { writeInWorker } from '../../documents/index.ts'
import { findPack, findPacks, type StoredPack } from '../../storage/blueprint-repository.ts'
import { findHeads, findLeavesOf } from '../../storage/ledger-repository.ts'
import { findRecords } from '../../storage/record-repository.ts'
import type { Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { makeBundle } from '../ledger/make-bundle.ts'
import type { PrintedDocument } from '../records/print-document.ts'
import { requirePack } from './read-stored.ts'

const MaybeText = Type.Union([Type.String(), Type.Null()])
const closed = { additionalProperties: false }
const PackId = Type.Object({ packId: Type.String({ format: 'uuid' }) }, closed)

/** 规范管理蓝本: those published by the region and those this place brought in. */
export const listBlueprints = defineUseCase({
  id: 'pilot.listBlueprints',
  title: '查看规范管理蓝本',
  stage: 'pilot',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object({}, closed),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        packId: Type.String(),
        origin: Type.String(),
        name: Type.String(),
        version: Type.String(),
        publisher: Type.String(),
        publishedOn: Type.String(),
        sha256: Type.String(),
        sm3: Type.String(),
      }),
    ),
    /** What this place composed, took over or gave up, newest first. */
    records: Type.Array(
      Type.Object({
        recordId: Type.String(),
        kind: Type.String(),
        title: Type.String(),
        version: MaybeText,
        effectiveFrom: MaybeText,
        state: Type.String(),
        stateTitle: Type.String(),
        /** An approved adoption, which may be given up. */
        isTakenOver: Type.Boolean(),
      }),
    ),
  }),
  run: async (context) => ({
    items: (await findPacks(context.db)).map((one) => ({
      packId: one.id,
      origin: one.origin,
      name: one.name,
      version: one.version,
      publisher: one.publisher,
      publishedOn: one.publishedOn,
      sha256: one.sha256,
      sm3: one.sm3,
    })),
    records: await listOwn(context),
  }),
})

async function listOwn(context: Context) {
  const { jurisdictionId } = context.actor
  const own = await Promise.all(
    [blueprint, blueprintUse].map(({ kind }) => findRecords(context.db, { jurisdictionId, kind })),
  )
  return own
    .flat()
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .map(({ id, kind, title, state, content }) => {
      const { blueprintVersion, effectiveFrom, mode } = content as PilotBlueprintUseContent
      return {
        recordId: id,
        kind,
        title,
        version: blueprintVersion ?? null,
        effectiveFrom: effectiveFrom ?? null,
        state,
        stateTitle: getRecordKind(kind).workflow.states[state]?.title ?? state,
        isTakenOver: kind === blueprintUse.kind && state === 'approved' && mode === 'adopt',
      }
    })
}

/** 打印蓝本: the book of a pack, for every place that sees it. */
export const printBlueprint = defineUseCase({
  id: 'pilot.printBlueprint',
  title: '打印规范管理蓝本',
  stage: 'pilot',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object(
    {
      packId: Type.String({ format: 'uuid' }),
      format: Type.Union([Type.Literal('docx'), Type.Literal('pdf')]),
    },
    closed,
  ),
  run: async (context, { packId, format }): Promise<PrintedDocument> => {
    const stored = await getPack(context, packId)
    const book = buildBlueprintBook({
      frame: { isDemonstration: context.isDemo },
      pack: requirePack(stored.body).pack,
      sectors: context.library.sectors.map(({ id, title }) => ({ id, title })),
    })
    return {
      fileName: `${stored.name}-${stored.version}.${format}`,
      mediaType: MEDIA_TYPES[format],
      bytes_base64: Buffer.from(await writeInWorker(book, format)).toString('base64'),
    }
  },
})

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

/** 导出蓝本: one file to be carried elsewhere, with the evidence of the ledger that issued it. */
export const exportBlueprint = defineUseCase({
  id: 'pilot.exportBlueprint',
  title: '导出蓝本文件',
  stage: 'pilot',
  kind: 'query',
  by: BUSINESS,
  input: PackId,
  run: async (context, { packId }): Promise<PrintedDocument> => {
    const stored = await getPack(context, packId)
    const text = await packText(context, stored)
    return {
      fileName: `${stored.name}-${stored.version}.json`,
      mediaType: 'application/json',
      bytes_base64: Buffer.from(text).toString('base64'),
    }
  },
})

/** @throws DomainError NOT_FOUND for a pack that is not there or not to be seen */
export async function getPack(context: Context, packId: string): Promise<StoredPack> {
  const stored = await findPack(context.db, { id: packId })
  if (!stored) throw new DomainError('NOT_FOUND', '没有找到这份蓝本，请从蓝本列表进入。')
  return stored
}

/** The file: what was brought in as it came, what was published here with its evidence. */
export async function packText(context: Context, stored: StoredPack): Promise<string> {
  if (stored.origin === 'loaded') return stored.body
  const { pack } = requirePack(stored.body)
  return writePack({ ...pack, proof: await proofOf(context, stored, pack) })
}

/** The leaf of the publication; a place that does not see the region's ledger takes the pack without it. */
async function proofOf(context: Context, stored: StoredPack, pack: Pack): Promise<string | null> {
  const leaves = (await findLeavesOf(context.db, { recordId: stored.recordId })).filter(
    ({ type }) => type === 'blueprint.published',
  )
  const [head] = await findHeads(context.db, stored.jurisdictionId)
  return head && leaves.length > 0 ? makeBundle(context, head, leaves, {}) : pack.proof
}
