import type { Kysely } from 'kysely'
import { buildContract, type ContractMaking } from '../../domain/ledger/build-contract.ts'
import { commitTo } from '../../domain/ledger/commitment.ts'
import { commitmentsIn } from '../../domain/ledger/commitments-in.ts'
import type { ContractSource } from '../../domain/ledger/contract.ts'
import { type Difference, differencesOf } from '../../domain/ledger/differences.ts'
import type { Hashes } from '../../domain/ledger/hash.ts'
import type { LeafType } from '../../domain/ledger/leaf-type.ts'
import type { SealedObject, SealedValue } from '../../domain/ledger/sealed-value.ts'
import { findSalts, type LeafRow } from '../../storage/ledger-repository.ts'
import { type RebuildSource, readRebuildSource } from '../../storage/ledger-rebuild.ts'
import type { Schema } from '../../storage/schema.ts'

export type Resealing = {
  readonly hashes: Hashes
  readonly salts: ReadonlyMap<string, Uint8Array>
  /** Places whose salt was removed, as a later leaf says. */
  readonly removed: ReadonlySet<string>
}

/** Seals personal values again under the salts they were sealed with. */
export function reseal(contract: SealedObject, { hashes, salts, removed }: Resealing) {
  const commitments = commitmentsIn(contract)
  return {
    isPersonal: (place: string) => commitments.has(place),
    sealPersonal: (place: string, value: string): SealedValue => {
      const salt = salts.get(place)
      if (salt) return commitTo(hashes, salt, value)
      // Without its salt nothing can be said of a value; that the salt may be missing stands in the ledger.
      return (removed.has(place) ? commitments.get(place) : undefined) ?? `${value}(盐值缺失)`
    },
  }
}

/** What the rows say today of what a leaf sealed: field by field, every column, both values. */
export async function compareLeaf(
  db: Kysely<Schema>,
  hashes: Hashes,
  leaf: LeafRow,
  contract: SealedObject,
  removed: ReadonlySet<string>,
): Promise<Difference[]> {
  const salts = await findSalts(db, leaf)
  const found = await readRebuildSource(db, leaf, contract)
  const missing = missingParts(leaf, found)
  if (missing.length > 0) return missing
  const source = { ...found, type: leaf.type as LeafType, prev: null } as unknown as ContractSource
  const rebuilt = rebuild(source, reseal(contract, { hashes, salts, removed }))
  if (!rebuilt)
    return [
      { path: ['stored', `#frozen ${found.frozen?.['id'] ?? ''}`], sealed: '(整条)', stored: '(不能还原)' },
    ]
  return [...differencesOf(contract, rebuilt), ...saltFaults(contract, salts, removed)]
}

/** Rows that were meddled with need not make sense any more: that is a finding, not a fault. */
function rebuild(source: ContractSource, making: ContractMaking): SealedObject | undefined {
  try {
    return buildContract(source, making)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function missingParts(leaf: LeafRow, found: RebuildSource): Difference[] {
  const last = found.acts?.at(-1)?.['id']
  const gone = (['record', 'acts', 'frozen'] as const).filter((part) => found[part] === null)
  const isCut = gone.length === 0 && last !== leaf.actId
  return [...gone, ...(isCut ? (['acts'] as const) : [])].map((part) => ({
    path: ['stored', part === 'acts' ? `#act ${leaf.actId ?? ''}` : `#${part} ${leaf.recordId ?? ''}`],
    sealed: '(整条)',
  }))
}

/** Every commitment has its salt, or a leaf that says why not; there are no others. */
function saltFaults(
  contract: SealedObject,
  salts: ReadonlyMap<string, Uint8Array>,
  removed: ReadonlySet<string>,
): Difference[] {
  const places = new Set(commitmentsIn(contract).keys())
  const gone = [...places].filter((place) => !salts.has(place) && !removed.has(place))
  const extra = [...salts.keys()].filter((place) => !places.has(place) || removed.has(place))
  return [
    ...gone.map((place) => ({ path: ['stored', `#ledger_salt ${place}`], sealed: '(整条)' })),
    ...extra.map((place) => ({ path: ['stored', `#ledger_salt ${place}`], stored: '(整条)' })),
  ]
}
