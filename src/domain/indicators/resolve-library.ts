import type { LibraryIndicator } from './indicator.ts'

export const CHANGES = { add: '新增', revise: '修订', retire: '停用' } as const
export type LibraryChangeKind = keyof typeof CHANGES

/** One approved change of a place to the library; rows only grow, the newest of a place counts. */
export type LocalVersion = {
  readonly jurisdictionId: string
  readonly indicatorId: string
  readonly version: number
  readonly change: LibraryChangeKind
  /** The version it was made from: of the files, or of the level above; 0 for an addition. */
  readonly basedOn: number
  readonly approvedOn: string
  readonly indicator: LibraryIndicator
}

/** An indicator as it stands for one place. */
export type LibraryEntry = LibraryIndicator & {
  readonly status: 'active' | 'retired'
  /** Who set this version; `null` for the files. */
  readonly setBy: string | null
  readonly approvedOn: string | null
  /** The level above has a newer version than the one this local version was made from. */
  readonly isBehind: boolean
}

/** The indicator itself, without how it stands at a place. */
export function plainIndicator(entry: LibraryEntry): LibraryIndicator {
  const { status: _status, setBy: _setBy, approvedOn: _approvedOn, isBehind: _isBehind, ...indicator } = entry
  return indicator
}

/**
 * The library as it stands for a place: the nearest level that changed an indicator decides.
 * @param chain jurisdictions from the widest to the place itself
 * @param local approved changes of any places; those outside the chain are left aside
 */
export function resolveLibrary(
  base: readonly LibraryIndicator[],
  local: readonly LocalVersion[],
  chain: readonly string[],
): LibraryEntry[] {
  const entries = new Map<string, LibraryEntry>(
    base.map((one) => [one.id, { ...one, status: 'active', setBy: null, approvedOn: null, isBehind: false }]),
  )
  for (const place of chain) {
    for (const own of newestOf(local.filter(({ jurisdictionId }) => jurisdictionId === place))) {
      const above = entries.get(own.indicatorId)
      entries.set(own.indicatorId, {
        ...own.indicator,
        id: own.indicatorId,
        version: own.version,
        status: own.change === 'retire' ? 'retired' : 'active',
        setBy: place,
        approvedOn: own.approvedOn,
        isBehind: above !== undefined && above.setBy !== place && above.version > own.basedOn,
      })
    }
  }
  return [...entries.values()]
}

function newestOf(versions: readonly LocalVersion[]): readonly LocalVersion[] {
  const newest = new Map<string, LocalVersion>()
  for (const one of versions) {
    if (one.version > (newest.get(one.indicatorId)?.version ?? 0)) newest.set(one.indicatorId, one)
  }
  return [...newest.values()]
}

/** What may be suggested: retired ones are left out, sheets that use them keep what they say. */
export function activeOf(entries: readonly LibraryEntry[]): LibraryEntry[] {
  return entries.filter(({ status }) => status === 'active')
}

/** The next free id of a place: `640221-003`. */
export function nextLocalId(jurisdictionId: string, taken: readonly string[]): string {
  const numbers = taken
    .filter((id) => id.startsWith(`${jurisdictionId}-`))
    .map((id) => Number(id.slice(jurisdictionId.length + 1)))
  return `${jurisdictionId}-${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`
}
