import type { Transaction } from 'kysely'
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
import { insertFileDigest, lockContract, readSealSource } from '../../storage/ledger-source.ts'
import type { Schema } from '../../storage/schema.ts'
import type { SealRequest, Services } from '../kernel/context.ts'
import { sm3OfFile } from './file-sm3.ts'

type Sealing = Pick<Services, 'forms' | 'ledger' | 'files' | 'isDemo'>
type Built = { readonly leaf: NewLeaf; readonly hashes: Both<string> }

/**
 * Seals acts of one transaction, in the order they were taken: what is stored now becomes canonical
 * text, and its leaf enters the log of the place. All that can be computed beforehand is; the log
 * itself is locked by the very last statements.
 */
export async function sealActs(
  db: Transaction<Schema>,
  services: Sealing,
  requests: readonly SealRequest[],
): Promise<void> {
  if (requests.length === 0) return
  const contracts = [...new Set(requests.map(contractOf))].sort()
  for (const contract of contracts) await lockContract(db, contract)
  const places = [...new Set(requests.map(({ jurisdictionId }) => jurisdictionId))].sort()
  for (const jurisdictionId of places) {
    const latest = new Map<string, { readonly hashes: Both<string>; readonly offset: number }>()
    const leaves: NewLeaf[] = []
    for (const request of requests.filter((one) => one.jurisdictionId === jurisdictionId)) {
      const contract = contractOf(request)
      const { leaf, hashes } = await buildLeaf(db, services, request, latest.get(contract))
      latest.set(contract, { hashes, offset: leaves.length })
      leaves.push(leaf)
    }
    const log = { jurisdictionId, origin: originOf(jurisdictionId, services.isDemo) }
    await appendLeaves(db, log, services.ledger.hashes, leaves)
  }
}

/** What belongs together: all of a project, or a record that belongs to none. */
function contractOf({ projectId, recordId }: SealRequest): string {
  return projectId ?? recordId
}

async function buildLeaf(
  db: Transaction<Schema>,
  services: Sealing,
  request: SealRequest,
  before: { readonly hashes: Both<string>; readonly offset: number } | undefined,
): Promise<Built> {
  const found = await readSealSource(db, request, contractOf(request))
  if (!found) throw new Error(`act ${request.actId} froze no version to be sealed`)
  const source = await withFileDigests(db, services, {
    ...found,
    type: request.type,
    prev: before?.hashes ?? found.prev,
  })
  const { contract, salts } = sealSource(services, source, getRecordKind(source.record['kind'] ?? '').kind)
  const canon = toUtf8(sealedText(contract))
  const { hashes } = services.ledger
  return {
    hashes: forBoth((name) => toHex(leafHash(hashes[name], canon))),
    leaf: {
      type: request.type,
      contractId: contractOf(request),
      projectId: request.projectId,
      recordId: request.recordId,
      actId: request.actId,
      canon,
      ...(before ? { prevInBatch: before.offset } : { prevIdx: found.prevIdx }),
      salts,
    },
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
    isPersonal: (place) => personal.has(genericPlace(place)),
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
