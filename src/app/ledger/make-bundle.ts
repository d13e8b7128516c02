import type { Kysely } from 'kysely'
import { Type } from 'typebox'
import { commitmentsIn } from '../../domain/ledger/commitments-in.ts'
import { buildContract } from '../../domain/ledger/build-contract.ts'
import {
  type BundledConsistency,
  type BundledRecord,
  type Opening,
  writeBundle,
} from '../../domain/ledger/bundle.ts'
import { fromUtf8 } from '../../domain/ledger/bytes.ts'
import type { ContractSource } from '../../domain/ledger/contract.ts'
import { type Both, forBoth } from '../../domain/ledger/hash.ts'
import type { LeafType } from '../../domain/ledger/leaf-type.ts'
import { subtreesOf } from '../../domain/ledger/merkle.ts'
import {
  consistencyRanges,
  type FindNode,
  inclusionRanges,
  nodesFor,
  pathOf,
  rootAt,
} from '../../domain/ledger/proof-path.ts'
import type { SealedObject } from '../../domain/ledger/sealed-value.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { findCheckpoints } from '../../storage/checkpoint-repository.ts'
import { readRebuildSource } from '../../storage/ledger-rebuild.ts'
import {
  findHeads,
  findLeavesOf,
  findNodes,
  findSalts,
  type HeadRow,
  type LeafRow,
} from '../../storage/ledger-repository.ts'
import type { Schema } from '../../storage/schema.ts'
import type { Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import type { PrintedDocument } from '../records/print-document.ts'
import { cosignedNote, findSigner, logKey, signHead } from './make-checkpoint.ts'
import { reseal } from './rebuild-contract.ts'

const Input = Type.Object(
  {
    recordId: Type.Optional(Type.String({ format: 'uuid' })),
    projectId: Type.Optional(Type.String({ format: 'uuid' })),
    /** Size of a checkpoint somebody holds: a proof from there is put in. */
    from: Type.Optional(Type.Integer({ minimum: 1 })),
    /** With names and opinions, each provable; without them the file may be passed on. */
    withPersonal: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
type Input = Type.Static<typeof Input>

/** Earlier checkpoints a bundle proves itself against without being asked. */
const EARLIER_MAX = 200

/** 下载证据包: whoever sees the project takes its evidence along, to be checked without this system. */
export const downloadBundle = defineUseCase({
  id: 'ledger.bundle',
  title: '下载契约账证据包',
  stage: 'shell',
  kind: 'query',
  by: BUSINESS,
  input: Input,
  run: async (context, input: Input): Promise<PrintedDocument> => {
    const leaves = await leavesFor(context, input)
    const last = leaves.at(-1) as LeafRow
    const [head] = await findHeads(context.db, last.jurisdictionId)
    if (!head) throw new Error(`log of ${last.jurisdictionId} has leaves and no head`)
    const text = await makeBundle(context, head, leaves, input)
    return {
      fileName: `${nameOf(last)}-契约账证据包.json`,
      mediaType: 'application/json',
      bytes_base64: Buffer.from(`${text}\n`).toString('base64'),
    }
  },
})

async function leavesFor(context: Context, { recordId, projectId }: Input): Promise<LeafRow[]> {
  if ((recordId === undefined) === (projectId === undefined))
    throw new DomainError('INVALID_INPUT', '请指定一个项目或一个办理事项。')
  const leaves = await findLeavesOf(
    context.db,
    recordId === undefined ? { projectId: projectId as string } : { recordId },
  )
  if (leaves.length === 0)
    throw new DomainError('NOT_FOUND', '没有找到已登入契约账的内容，可能尚未批复，或不在您的管理范围内。')
  return leaves
}

function nameOf({ canon }: LeafRow): string {
  const contract = JSON.parse(fromUtf8(canon)) as SealedObject
  const project = (contract['project'] as SealedObject | undefined)?.['name']
  return String(project ?? (contract['record'] as SealedObject)['title'])
}

/** The bundle of some leaves of a log, under its newest checkpoint that covers them. */
export async function makeBundle(
  context: Pick<Context, 'ledger' | 'now'> & { readonly db: Kysely<Schema> },
  head: HeadRow,
  leaves: readonly LeafRow[],
  { from, withPersonal }: Pick<Input, 'from' | 'withPersonal'>,
): Promise<string> {
  const indexes = leaves.map(({ idx }) => Number(idx))
  const stored = await findCheckpoints(context.db, head.jurisdictionId, { limit: EARLIER_MAX })
  const newest = stored[0]
  const isCovering = newest !== undefined && newest.size > Math.max(...indexes)
  const fresh = isCovering ? undefined : await signHead(context.db, context, head, context.now)
  const note = fresh?.note ?? cosignedNote(newest as NonNullable<typeof newest>)
  const size = fresh?.checkpoint.size ?? newest?.size ?? 0
  if (from !== undefined && from > size) {
    throw new DomainError(
      'ACTION_NOT_AVAILABLE',
      `您手里的凭证有${from}条，现在的账只有${size}条。请核对凭证；账确实变短的，说明恢复过旧备份，请立即报告。`,
    )
  }
  const sizes = [
    ...indexes.map((index) => index + 1),
    ...stored.map((one) => one.size),
    ...(from ? [from] : []),
  ]
  const earlier = [...new Set(sizes)].filter((one) => one <= size).sort((a, b) => a - b)
  const find = await nodesOf(context, head, size, { indexes, earlier })
  const hashes = context.ledger.hashes
  const consistency: BundledConsistency[] = earlier.map((one) => ({
    from: one,
    roots: forBoth((name) => rootAt(hashes[name], one, find[name])),
    path: forBoth((name) => pathOf(hashes[name], consistencyRanges(one, size), find[name])),
  }))
  const records: BundledRecord[] = []
  for (const leaf of leaves) {
    const index = Number(leaf.idx)
    records.push({
      index,
      canon: fromUtf8(leaf.canon),
      leaf: { sha256: leaf.sha256, sm3: leaf.sm3 },
      path: forBoth((name) => pathOf(hashes[name], inclusionRanges(index, size), find[name])),
      openings: withPersonal ? await openingsOf(context, leaf) : [],
    })
  }
  const signer = await findSigner(context.db, context, head)
  return writeBundle({
    origin: head.origin,
    key: logKey(context, head.origin, signer.publicKey).text,
    witnessKeys: isCovering ? newest.cosignatures.map(({ key }) => key).sort() : [],
    checkpoint: note,
    records,
    consistency,
  })
}

function nodesOf(
  { db }: { readonly db: Kysely<Schema> },
  head: HeadRow,
  size: number,
  { indexes, earlier }: { readonly indexes: readonly number[]; readonly earlier: readonly number[] },
): Promise<Both<FindNode>> {
  const ranges = [
    ...indexes.flatMap((index) => inclusionRanges(index, size)),
    ...earlier.flatMap((one) => consistencyRanges(one, size)),
  ]
  const roots = earlier.flatMap((end) => subtreesOf({ start: 0, end }))
  const places = new Map(
    [...nodesFor(ranges), ...roots].map((place) => [`${place.level}/${place.position}`, place]),
  )
  return findNodes(db, head.jurisdictionId, [...places.values()])
}

/** Names and opinions of a leaf as they are stored, each with the salt it was sealed under. */
async function openingsOf(
  { db, ledger }: Pick<Context, 'ledger'> & { readonly db: Kysely<Schema> },
  leaf: LeafRow,
): Promise<Opening[]> {
  if (!leaf.actId) return []
  const contract = JSON.parse(fromUtf8(leaf.canon)) as SealedObject
  const salts = await findSalts(db, leaf)
  const found = await readRebuildSource(db, leaf, contract)
  const openings: Opening[] = []
  const { isPersonal, sealPersonal } = reseal(ledger.hashes, {
    ...{ salts, removed: new Set<string>() },
    commitments: commitmentsIn(contract),
  })
  buildContract({ ...found, type: leaf.type as LeafType, prev: null } as unknown as ContractSource, {
    isPersonal,
    sealPersonal: (place, value) => {
      const salt = salts.get(place)
      if (salt && !place.startsWith('stored/')) openings.push({ place, salt, value })
      return sealPersonal(place, value)
    },
  })
  return openings.sort((a, b) => (a.place < b.place ? -1 : 1))
}
