import { isSame, toHex } from '../../domain/ledger/bytes.ts'
import { type Both, HASH_NAMES } from '../../domain/ledger/hash.ts'
import type { SealedObject } from '../../domain/ledger/sealed-value.ts'
import type { LeafRow } from '../../storage/ledger-repository.ts'
import { readCanon } from './read-canon.ts'

/** Something in the ledger's own tables that is not as it is computed. */
export type TreeFault = { readonly object: string; readonly said: string }

/** The newest leaf of each contract so far: what the next one has to follow. */
export type Chains = Map<string, { readonly idx: number; readonly hashes: Both<Uint8Array> }>

export function nameOf({ jurisdictionId, idx }: LeafRow): string {
  return `条目(ledger_leaf)${jurisdictionId} 第${Number(idx) + 1}号`
}

/**
 * A leaf's own columns against its bytes.
 * @param computed hashes of its bytes
 * @param faults what is found is added
 * @returns what it says, unless that cannot be read
 */
export function checkLeaf(
  leaf: LeafRow,
  computed: Both<Uint8Array>,
  chains: Chains,
  faults: TreeFault[],
): SealedObject | undefined {
  const fault = (column: string, sealed: unknown, stored: unknown) =>
    faults.push({
      object: nameOf(leaf),
      said: `${column} 列：按正文应为“${String(sealed)}”，库中为“${String(stored)}”`,
    })
  for (const name of HASH_NAMES) {
    if (!isSame(computed[name], leaf[name])) fault(name, toHex(computed[name]), leaf[name].toString('hex'))
  }
  const contract = readCanon(leaf.canon)
  if (!contract) {
    faults.push({ object: nameOf(leaf), said: 'canon 列：不是规范文本' })
    return undefined
  }
  for (const [column, sealed, stored] of columnsOf(leaf, contract)) {
    if ((sealed ?? null) !== (stored ?? null)) fault(column, sealed ?? '空', stored ?? '空')
  }
  const chain = contract['contract']
  checkPrevious(leaf, contract, typeof chain === 'string' ? chains.get(chain) : undefined, faults)
  if (typeof chain === 'string') chains.set(chain, { idx: Number(leaf.idx), hashes: computed })
  return contract
}

/** Columns of a leaf that repeat what its text says. */
function columnsOf(
  leaf: LeafRow,
  contract: SealedObject,
): readonly (readonly [column: string, sealed: unknown, stored: unknown])[] {
  const record = contract['record'] as SealedObject | undefined
  const project = contract['project'] as SealedObject | undefined
  const lastAct = ((contract['stored'] ?? []) as readonly SealedObject[]).findLast(
    ({ table }) => table === 'act',
  )
  return [
    ['type', contract['type'], leaf.type],
    ['jurisdiction_id', (contract['jurisdiction'] as SealedObject)['code'], leaf.jurisdictionId],
    ['contract_id', contract['contract'], leaf.contractId],
    ['record_id', record?.['id'], leaf.recordId],
    ['project_id', project?.['id'], leaf.projectId],
    ['act_id', lastAct?.['id'], leaf.actId],
  ]
}

/** The leaves of a contract form one chain: each names the one before it, and none is left out. */
function checkPrevious(
  leaf: LeafRow,
  contract: SealedObject,
  before: { readonly idx: number; readonly hashes: Both<Uint8Array> } | undefined,
  faults: TreeFault[],
): void {
  const object = nameOf(leaf)
  const named = contract['prev'] as Both<string> | undefined
  if (HASH_NAMES.some((name) => named?.[name] !== (before && toHex(before.hashes[name]))))
    faults.push({ object, said: 'canon 列：正文所记的上一条不是同一契约的前一条' })
  if ((leaf.prevIdx === null ? undefined : Number(leaf.prevIdx)) !== before?.idx)
    faults.push({
      object,
      said: `prev_idx 列：同一契约的前一条应为“${before?.idx ?? '空'}”，库中为“${leaf.prevIdx ?? '空'}”`,
    })
}
