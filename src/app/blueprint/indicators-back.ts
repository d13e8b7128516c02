import type { PilotBlueprintUseContent } from '../../domain/forms/contents.ts'
import {
  type LibraryEntry,
  type LibraryIndicator,
  plainIndicator,
  resolveLibrary,
} from '../../domain/indicators/index.ts'
import { entryKey } from '../../domain/pilot/checks/index.ts'
import { jurisdictionChain } from '../../rules/index.ts'
import { findLocalVersions, type StoredVersion } from '../../storage/library-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import { indicatorText } from './compare-indicators.ts'
import { type Compared, rowOf } from './proposal.ts'
import type { GivenUp } from './turn-back.ts'

/**
 * Indicators an adoption brought and nobody changed since, each with what the library of the place says without
 * them: its own earlier version, else that of city or region, else that of the files. They change at once.
 */
export async function indicatorsBack(
  context: Context,
  { record, content }: RecordData,
  day: string,
  givenUp: (key: string) => GivenUp,
): Promise<Compared[]> {
  const { jurisdictionId } = record
  const { name, blueprintVersion } = content as PilotBlueprintUseContent
  const chain = jurisdictionChain(jurisdictionId)
  const versions = await findLocalVersions(context.db, chain)
  const above = resolveLibrary(context.library.indicators, versions, chain.slice(0, -1))
  const own = Map.groupBy(
    versions.filter((one) => one.jurisdictionId === jurisdictionId),
    ({ indicatorId }) => indicatorId,
  )
  return [...own].flatMap(([itemId, all]) => {
    const made = all.at(-1)
    if (made?.recordId !== record.id) return []
    const before = beforeOf(
      all,
      day,
      givenUp(entryKey({ part: 'indicators', itemId })),
      above.find(({ id, status }) => id === itemId && status === 'active'),
    )
    return [comparedOf(made, before, `停止采用《${name ?? ''}》${blueprintVersion ?? ''}版，恢复原指标`)]
  })
}

function beforeOf(
  all: readonly StoredVersion[],
  day: string,
  { isGivenUp, isPutBack }: GivenUp,
  above: LibraryEntry | undefined,
): LibraryIndicator | undefined {
  const earlier = all.findLast(({ recordId }) => !isPutBack(recordId) && !isGivenUp(recordId, day))
  if (!earlier) return above && plainIndicator(above)
  return earlier.change === 'retire' ? undefined : earlier.indicator
}

function comparedOf(made: StoredVersion, before: LibraryIndicator | undefined, sourceText: string): Compared {
  return {
    row: rowOf({
      part: 'indicators',
      itemId: made.indicatorId,
      title: made.indicator.name,
      currentText: indicatorText(made.indicator),
      proposedText: before ? indicatorText(before) : '停用',
      outcome: 'different',
      why: before
        ? '审定后恢复为不采用蓝本时的版本。'
        : '不采用蓝本时没有这个指标，审定后停用，不再推荐选用。',
    }),
    indicator: {
      id: made.indicatorId,
      change: before ? 'revise' : 'retire',
      indicator: { ...(before ?? made.indicator), sourceId: 'local', sourceText },
    },
  }
}
