import type { Transaction } from 'kysely'
import type { BoundTable, FormDefinition } from '../../domain/forms/form.ts'
import { buildContract } from '../../domain/ledger/build-contract.ts'
import { toHex, toUtf8 } from '../../domain/ledger/bytes.ts'
import { commitTo } from '../../domain/ledger/commitment.ts'
import type { ContractSource } from '../../domain/ledger/contract.ts'
import { type Both, forBoth, leafHash } from '../../domain/ledger/hash.ts'
import { labelContract } from '../../domain/ledger/label-contract.ts'
import { originOf } from '../../domain/ledger/origin.ts'
import { genericPlace, personalPlaces } from '../../domain/ledger/personal-places.ts'
import { type SealedObject, sealedText } from '../../domain/ledger/sealed-value.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { appendLeaves, type NewLeaf } from '../../storage/ledger-append.ts'
import { insertFileDigest, readSealSources, type StoredSource } from '../../storage/ledger-source.ts'
import type { CommandNote } from '../../storage/call-repository.ts'
import type { Schema } from '../../storage/schema.ts'
import type { SealRequest, Services } from '../kernel/context.ts'
import { sm3OfFile } from './file-sm3.ts'

type Sealing = Pick<Services, 'forms' | 'ledger' | 'files' | 'isDemo'>

/**
 * Seals acts of one transaction, in the order they were taken: what is stored now becomes canonical
 * text, and its leaf enters the log of the place. All that can be computed beforehand is; the log
 * itself is locked by the very last statements.
 * @param note what the command leaves behind; with it the transaction ends
 */
export async function sealActs(
  db: Transaction<Schema>,
  services: Sealing,
  requests: readonly SealRequest[],
  note: CommandNote,
): Promise<void> {
  const acts = requests.map((request) => ({
    ...request,
    contractId: contractOf(request),
    bound: boundTables(getForm(services, getRecordKind(request.kind).form)),
  }))
  const leaves = await buildLeaves(db, services, acts, await readSealSources(db, acts))
  const places = [...new Set(requests.map(({ jurisdictionId }) => jurisdictionId))].sort()
  for (const [index, jurisdictionId] of places.entries()) {
    const own = leaves.filter((leaf) => leaf.jurisdictionId === jurisdictionId)
    const log = { jurisdictionId, origin: originOf(jurisdictionId, services.isDemo) }
    const isLast = index === places.length - 1
    await appendLeaves(db, log, services.ledger.hashes, own, isLast ? note : undefined)
  }
}

/** What belongs together: all of a project, or a record that belongs to none. */
function contractOf({ projectId, recordId }: SealRequest): string {
  return projectId ?? recordId
}

function boundTables(form: FormDefinition): BoundTable[] {
  return form.sections.flatMap(({ fields }) => fields.flatMap(({ bound }) => bound ?? []))
}

type Act = SealRequest & { readonly contractId: string }
type PlacedLeaf = NewLeaf & { readonly jurisdictionId: string; readonly hashes: Both<Uint8Array> }

/** Each leaf names the one before it of the same contract, which may be one of these. */
async function buildLeaves(
  db: Transaction<Schema>,
  services: Sealing,
  acts: readonly Act[],
  sources: readonly StoredSource[],
): Promise<PlacedLeaf[]> {
  const leaves: PlacedLeaf[] = []
  for (const [index, act] of acts.entries()) {
    const found = sources[index] as StoredSource
    const before = leaves.findLast(({ contractId }) => contractId === act.contractId)
    const own = leaves.filter(({ jurisdictionId }) => jurisdictionId === act.jurisdictionId)
    const source = await withFileDigests(db, services, {
      ...found,
      type: act.type,
      prev: before ? forBoth((name) => toHex(before.hashes[name])) : found.prev,
    })
    leaves.push({
      ...buildLeaf(services, act, source),
      ...(before ? { prevInBatch: own.indexOf(before) } : { prevIdx: found.prevIdx }),
    })
  }
  return leaves
}

/** The text of a leaf is made once, and hashed once under each algorithm. */
function buildLeaf(services: Sealing, act: Act, source: ContractSource): PlacedLeaf {
  const { contract, salts } = sealSource(services, source, act.kind)
  const canon = toUtf8(sealedText(contract))
  const { hashes } = services.ledger
  const { type, jurisdictionId, contractId, projectId, recordId, actId } = act
  return {
    ...{ type, jurisdictionId, contractId, projectId, recordId, actId, canon, salts },
    hashes: forBoth((name) => leafHash(hashes[name], canon)),
  }
}

/** The contract record of a source with its labels, and the salts its personal values were sealed under. */
function sealSource(services: Sealing, source: ContractSource, kindName: string) {
  const kind = getRecordKind(kindName)
  const forms = { content: getForm(services, kind.form), entry: getForm(services, 'project/entry') }
  const personal = new Set([
    ...personalPlaces(forms.content, 'content'),
    ...personalPlaces(forms.entry, 'project/entry'),
  ])
  const salts: { place: string; salt: Uint8Array }[] = []
  const contract = buildContract(source, {
    isPersonal: (place) => personal.has(place) || (/\/\d/.test(place) && personal.has(genericPlace(place))),
    sealPersonal: (place, value) => {
      const salt = services.ledger.newSalt()
      salts.push({ place, salt })
      return commitTo(services.ledger.hashes, salt, value)
    },
  })
  const labelled: SealedObject = { ...contract, labels: labelContract(kind, forms, contract) }
  return { contract: labelled, salts }
}

function getForm({ forms }: Pick<Services, 'forms'>, id: string) {
  const form = forms.get(id)
  if (!form) throw new Error(`form ${id} is missing in rules/forms`)
  return form
}

/** Files that came in before their SM3 was kept are read now, once. */
async function withFileDigests(
  db: Transaction<Schema>,
  services: Sealing,
  source: ContractSource,
): Promise<ContractSource> {
  const attachments = []
  for (const file of source.attachments) {
    const { sha256 = '' } = file
    if (file['sm3'] || sha256 === null) {
      attachments.push(file)
      continue
    }
    const sm3 = await sm3OfFile(services.files, sha256)
    await insertFileDigest(db, { sha256, sm3 })
    attachments.push({ ...file, sm3 })
  }
  return { ...source, attachments }
}
