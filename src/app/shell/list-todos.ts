import { Type } from 'typebox'
import { getRecordKind, RECORD_KINDS } from '../../domain/record-kinds.ts'
import type { Role } from '../../domain/org/roles.ts'
import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import { askedOf, forwardActions, handsOf, roleTitle, taskOf } from '../../domain/workflow/sentences.ts'
import { countOrphans } from '../../storage/indicator-owner-repository.ts'
import { findWaiting, type WaitingFor } from '../../storage/todo-repository.ts'
import { escalatedTodos } from '../monitoring/index.ts'
import type { Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'

const Todo = Type.Object({
  recordId: Type.String(),
  projectId: Type.Union([Type.String(), Type.Null()]),
  projectName: Type.Union([Type.String(), Type.Null()]),
  jurisdictionId: Type.String(),
  jurisdictionName: Type.String(),
  recordTitle: Type.String(),
  /** Where it is done when not on the record itself. */
  page: Type.Optional(Type.Literal('owners')),
  /** What to do, as `taskOf` says it: 待初审, 结束评分 */
  task: Type.String(),
  since: Type.String(),
  dueOn: Type.Union([Type.String(), Type.Null()]),
  isOverdue: Type.Boolean(),
  nextHands: Type.Array(Type.String()),
  amount_fen: Type.Union([Type.String(), Type.Null()]),
})

/** 我的待办: what waits for this post, by due date; one statement. */
export const listTodos = defineUseCase({
  id: 'shell.listTodos',
  title: '我的待办',
  stage: 'shell',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({ items: Type.Array(Todo), today: Type.String() }),
  run: async (context) => {
    const { role, personId } = context.actor
    const waitingFor = RECORD_KINDS.flatMap((kind) =>
      Object.keys(kind.workflow.states).flatMap((state) => waitingIn(kind, state, role)),
    )
    const rows = await findWaiting(context.db, { waitingFor, personId })
    return {
      today: context.today,
      items: [
        ...(role === 'unit' ? await orphanTodos(context) : []),
        ...(await escalatedTodos(context)),
        ...rows.map(({ kind: name, state, ...row }) => {
          const kind = getRecordKind(name)
          return {
            ...row,
            task: taskOf(kind, state, role),
            isOverdue: row.dueOn !== null && row.dueOn < context.today,
            nextHands: nextHands(kind, state, role).map(roleTitle),
          }
        }),
      ],
    }
  },
})

/** Indicators whose owner left the unit: someone else must answer for them, today rather than later. */
async function orphanTodos(context: Context) {
  const rows = await countOrphans(context.db, context.today)
  return rows.map(({ count, ...row }) => ({
    ...row,
    task: `更换指标责任人（${count} 项）`,
    page: 'owners' as const,
    dueOn: null,
    isOverdue: false,
    nextHands: [],
    amount_fen: null,
  }))
}

/** Whether records in this state wait for the role: for its act, or for what it is asked to fill in. */
function waitingIn(kind: RecordKind, state: string, role: Role): WaitingFor[] {
  const forward = forwardActions(kind, state, role)
  const notBy = forward.flatMap((name) => kind.workflow.actions[name]?.notBy ?? [])
  if (forward.length > 0) return [{ kind: kind.kind, state, notBy, until: null }]
  const asked = askedOf(kind, state, role)
  return asked ? [{ kind: kind.kind, state, notBy, until: asked.until }] : []
}

/** Where it goes from here; what was only asked for stays with whoever acts next. */
function nextHands(kind: RecordKind, state: string, role: Role): Role[] {
  const [next] = forwardActions(kind, state, role)
  return handsOf(kind, next === undefined ? state : (kind.workflow.actions[next]?.to ?? state))
}
