import { buildContract, type ContractMaking } from '../../domain/ledger/build-contract.ts'
import { concat, toHex, toUtf8 } from '../../domain/ledger/bytes.ts'
import { type Commitment, commitTo } from '../../domain/ledger/commitment.ts'
import type { ContractSource } from '../../domain/ledger/contract.ts'
import { type Difference, differencesOf } from '../../domain/ledger/differences.ts'
import type { Hashes } from '../../domain/ledger/hash.ts'
import type { LeafType } from '../../domain/ledger/leaf-type.ts'
import type { SealedObject, SealedValue } from '../../domain/ledger/sealed-value.ts'
import type { RebuildSource, SealedLeaf } from '../../storage/ledger-rebuild.ts'
import type { LeafRow, Salts } from '../../storage/ledger-repository.ts'

/** A leaf with what is needed to seal again what stands behind it. */
export type Compared = SealedLeaf & {
  readonly salts: Salts
  /** Places whose salt was removed, as a later leaf says. */
  readonly removed: ReadonlySet<string>
  /** Where the leaf carries commitments. */
  readonly commitments: ReadonlyMap<string, Commitment>
}

/** Seals personal values again under the salts they were sealed with. */
export function reseal(
  hashes: Hashes,
  { salts, removed, commitments }: Pick<Compared, 'salts' | 'removed' | 'commitments'>,
) {
  return {
    isPersonal: (place: string) => commitments.has(place),
    sealPersonal: (place: string, value: string): SealedValue => {
      const salt = salts.get(place)
      const sealed = commitments.get(place)
      if (salt) return sealed && isOf(hashes, sealed, salt, value) ? sealed : commitTo(hashes, salt, value)
      // Without its salt nothing can be said of a value; that the salt may be missing stands in the ledger.
      return (removed.has(place) ? sealed : undefined) ?? `${value}(盐值缺失)`
    },
  }
}

/** Under one algorithm: what is sealed is told from what is stored by that one (`wordsOf` in differences.ts). */
function isOf(hashes: Hashes, { commitment }: Commitment, salt: Uint8Array, value: string): boolean {
  return toHex(hashes.sha256(concat(salt, toUtf8(value)))) === commitment.sha256
}

/** What the rows say today of what a leaf sealed: field by field, every column, both values. */
export function compareLeaf(hashes: Hashes, compared: Compared, found: RebuildSource): Difference[] {
  const { leaf, contract } = compared
  const missing = missingParts(leaf, found)
  if (missing.length > 0) return missing
  const source = { ...found, type: leaf.type as LeafType, prev: null } as unknown as ContractSource
  const rebuilt = rebuild(source, reseal(hashes, compared))
  if (!rebuilt)
    return [
      { path: ['stored', `#frozen ${found.frozen?.['id'] ?? ''}`], sealed: '(整条)', stored: '(不能还原)' },
    ]
  return [...differencesOf(contract, rebuilt), ...saltFaults(compared)]
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
function saltFaults({ commitments, salts, removed }: Compared): Difference[] {
  const gone = [...commitments.keys()].filter((place) => !salts.has(place) && !removed.has(place))
  const extra = [...salts.keys()].filter((place) => !commitments.has(place) || removed.has(place))
  return [
    ...gone.map((place) => ({ path: ['stored', `#ledger_salt ${place}`], sealed: '(整条)' })),
    ...extra.map((place) => ({ path: ['stored', `#ledger_salt ${place}`], stored: '(整条)' })),
  ]
}
