import { Type } from 'typebox'
import { RECORD_KINDS } from '../../domain/record-kinds.ts'
import { actionsFrom } from '../../domain/workflow/workflow.ts'
import { handsOf, roleTitle } from '../../domain/workflow/sentences.ts'
import { findWaiting } from '../../storage/todo-repository.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'

const Todo = Type.Object({
  recordId: Type.String(),
  projectId: Type.Union([Type.String(), Type.Null()]),
  projectName: Type.Union([Type.String(), Type.Null()]),
  jurisdictionId: Type.String(),
  jurisdictionName: Type.String(),
  recordTitle: Type.String(),
  /** What to do: 初审通过 or 退回 begin from the same record, so this names the state: 待初审 */
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
      Object.keys(kind.workflow.states).flatMap((state) => {
        const forward = actionsFrom(kind.workflow, state, role).filter(
          (name) => !kind.workflow.actions[name]?.isReturn,
        )
        const notBy = forward.flatMap((name) => kind.workflow.actions[name]?.notBy ?? [])
        return forward.length > 0 ? [{ kind: kind.kind, state, notBy }] : []
      }),
    )
    const rows = await findWaiting(context.db, { waitingFor, personId })
    return {
      today: context.today,
      items: rows.map(({ kind: kindName, state, ...row }) => {
        const kind = RECORD_KINDS.find((candidate) => candidate.kind === kindName)
        const leadsTo =
          kind && actionsFrom(kind.workflow, state, role).map((name) => kind.workflow.actions[name]?.to)[0]
        return {
          ...row,
          task: kind?.workflow.states[state]?.title ?? state,
          isOverdue: row.dueOn !== null && row.dueOn < context.today,
          nextHands: kind && leadsTo ? handsOf(kind, leadsTo).map(roleTitle) : [],
        }
      }),
    }
  },
})
