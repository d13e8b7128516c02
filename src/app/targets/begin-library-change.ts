import type { TargetsLibraryChangeContent } from '../../domain/forms/contents.ts'
import { contentOf } from '../../domain/indicators/change-content.ts'
import { CHANGES, type LibraryChangeKind, type LibraryEntry } from '../../domain/indicators/index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { libraryChange } from '../../domain/targets/index.ts'
import { checkLibraryLock } from '../../domain/targets/checks/index.ts'
import { findEntry, readLocalLibrary } from '../indicators/local-library.ts'
import type { Context } from '../kernel/context.ts'
import { refuseOnErrors } from '../records/act.ts'
import { type BeginUseCase, beginRecord, defineBegin } from '../records/begin-record.ts'
import type { RecordData } from '../records/record-data.ts'
import { libraryChangeBehaviour } from './library-change-behaviour.ts'

const begin = defineBegin(libraryChange, libraryChangeBehaviour)

/**
 * Begins a proposal: `content.change` says what is wanted, `content.indicatorId` of what. The present
 * version is filled in, so that the proposer changes words instead of copying them.
 * @throws DomainError INVALID_INPUT for anything else in `content`, NOT_FOUND, RULE_VIOLATED when locked
 */
export const beginLibraryChange: BeginUseCase = {
  ...begin,
  run: async (context, input) => {
    const { change, indicatorId, ...others } = input.content ?? {}
    const isKnown = typeof change === 'string' && Object.hasOwn(CHANGES, change)
    const isNamed = change === 'add' ? indicatorId === undefined : typeof indicatorId === 'string'
    const isPlain = input.projectId === undefined
    if (input.subjectId !== undefined) {
      throw new DomainError('NOT_FOUND', '指标库修订不依据其他办理事项，请从指标库页面提出。')
    }
    if (!isKnown || !isNamed || !isPlain || Object.keys(others).length > 0) throw wrongBeginning()
    const { entries } = await readLocalLibrary(context, context.actor.jurisdictionId)
    const current = change === 'add' ? undefined : findEntry(entries, indicatorId as string)
    if (change !== 'add' && !current) {
      throw new DomainError('NOT_FOUND', '指标库中没有这个指标，请从指标库页面重新选择。')
    }
    const { record } = await makeProposal(context, change as LibraryChangeKind, current)
    return { recordId: record.id, version: record.version }
  },
}

/**
 * A draft proposal of this person's place, with what is known already. It is its author's alone until it
 * is proposed, so that unfinished drafts fill nobody else's to-do list.
 */
export async function makeProposal(
  context: Context,
  change: LibraryChangeKind,
  current: LibraryEntry | undefined,
  known: TargetsLibraryChangeContent = {},
): Promise<RecordData> {
  const content: TargetsLibraryChangeContent = {
    ...(current ? contentOf(current) : {}),
    ...known,
    change,
    indicatorId: current?.id ?? null,
    basedOn: current?.version ?? 0,
  }
  refuseOnErrors(checkLibraryLock(content, current))
  const named = content.name ? `：${content.name}（${CHANGES[change]}）` : `（${CHANGES[change]}）`
  return beginRecord(context, libraryChange, libraryChangeBehaviour, {
    project: undefined,
    privateTo: context.actor.personId,
    title: `${libraryChange.title}${named}`,
    content: Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null)),
  })
}

function wrongBeginning(): DomainError {
  return new DomainError('INVALID_INPUT', '请从指标库页面选择指标和修订方式后再提出。', {
    places: [{ field: 'content', problem: '只应写明修订方式和指标库编号' }],
  })
}
