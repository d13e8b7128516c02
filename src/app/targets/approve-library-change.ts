import type { TargetsLibraryChangeContent } from '../../domain/forms/contents.ts'
import { indicatorOf } from '../../domain/indicators/change-content.ts'
import { CHANGES, type LibraryIndicator, nextLocalId, plainIndicator } from '../../domain/indicators/index.ts'
import { libraryChange } from '../../domain/targets/index.ts'
import { insertLocalVersion, lockLibrary } from '../../storage/library-repository.ts'
import { findEntry, readLocalLibrary } from '../indicators/local-library.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct } from '../records/act.ts'
import type { RecordData } from '../records/record-data.ts'
import { askLibrary } from './library-change-behaviour.ts'

/** 提出修订建议. */
export const proposeLibraryChange = defineAct(libraryChange, 'propose', { gate: askLibrary })

/** 审定并生效: the proposal becomes a version of its own; older sheets keep what they say. */
export const approveLibraryChange = defineAct(libraryChange, 'approve', {
  gate: async (context, data) => {
    await lockLibrary(context.db, data.record.jurisdictionId)
    return askLibrary(context, data)
  },
  effect: addVersion,
})

async function addVersion(context: Context, { record, content }: RecordData): Promise<void> {
  const { jurisdictionId } = record
  const proposal = content as TargetsLibraryChangeContent
  const { entries, versions } = await readLocalLibrary(context, jurisdictionId)
  const current = findEntry(entries, proposal.indicatorId)
  const change = proposal.change ?? 'revise'
  const indicatorId = current?.id ?? nextLocalId(jurisdictionId, idsOf(versions, jurisdictionId))
  const version = (current?.version ?? 0) + 1
  const indicator: LibraryIndicator =
    change === 'retire' && current
      ? { ...plainIndicator(current), version }
      : indicatorOf(proposal, { id: indicatorId, version })
  const id = context.newId()
  await insertLocalVersion(context.db, {
    id,
    jurisdictionId,
    indicatorId,
    version,
    change,
    basedOn: current?.version ?? 0,
    approvedOn: context.today,
    indicator,
    recordId: record.id,
  })
  const told = `${CHANGES[change]} ${indicatorId} 第 ${version} 版：${indicator.name}`
  context.changed({ kind: 'libraryIndicator', id, jurisdictionId }, [
    { field: 'indicator', from: current ? `第 ${current.version} 版` : null, to: told },
  ])
}

function idsOf(versions: readonly { jurisdictionId: string; indicatorId: string }[], place: string) {
  return versions
    .filter(({ jurisdictionId }) => jurisdictionId === place)
    .map(({ indicatorId }) => indicatorId)
}
