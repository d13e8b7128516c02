import { getRecordKind } from '../../domain/record-kinds.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { findRecord, findRecords } from '../../storage/record-repository.ts'
import type { Context } from '../kernel/context.ts'
import { findApprovedTarget } from './approved-target.ts'

type Place = { readonly jurisdictionId: string; readonly id: string }

/**
 * Holds the project's target still until the end of the transaction and refuses while a change of it is
 * under way. Whoever begins an adjustment or a self-evaluation passes here, one after the other.
 * @throws DomainError ACTION_NOT_AVAILABLE with both versions: the one in force, the one being changed
 */
export async function requireSettledTarget(context: Context, project: Place): Promise<void> {
  const target = await findApprovedTarget(context, project)
  if (!target) return
  await findRecord(context.db, target.recordId, { isLocked: true })
  const open = await findOpenAdjustment(context, project)
  if (!open) return
  const { title, state, version, content } = open
  const current = (await findApprovedTarget(context, project))?.version ?? target.version
  throw new DomainError(
    'ACTION_NOT_AVAILABLE',
    `已有正在办理的“${title}”（依据第${String(content['baseVersion'] ?? current)}版，现行第${current}版），请先办结或撤回，再办理本事项。`,
    { recordId: open.id, state, version, yours: content['baseVersion'] ?? null, current },
  )
}

async function findOpenAdjustment(context: Context, { jurisdictionId, id: projectId }: Place) {
  const kind = getRecordKind('targets.adjustment')
  const all = await findRecords(context.db, { jurisdictionId, projectId, kind: kind.kind })
  return all.find(({ state }) => !kind.workflow.states[state]?.isFinal)
}
