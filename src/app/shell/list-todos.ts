import { Type } from 'typebox'
import { getRecordKind, RECORD_KINDS } from '../../domain/record-kinds.ts'
import type { Content, ContentValue } from '../../domain/forms/form.ts'
import type { Role } from '../../domain/org/roles.ts'
import { computeEvaluationDuty } from '../../domain/exante/compute/index.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import { isChosen } from '../../domain/workflow/chosen-roles.ts'
import type { Asked, RecordKind } from '../../domain/workflow/record-kind.ts'
import { askedOf, forwardActions, handsOf, roleTitle, taskOf } from '../../domain/workflow/sentences.ts'
import { countOrphans } from '../../storage/indicator-owner-repository.ts'
import { findWaiting, type WaitingFor, type WaitingRow } from '../../storage/todo-repository.ts'
import { escalatedTodos } from '../monitoring/index.ts'
import { dueFollowUps, escalatedTasks } from '../results/index.ts'
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
  /** Why it has to be done at all, in words, and the rule that says so. */
  why: Type.Optional(Type.Object({ ruleId: Type.String(), sentence: Type.String() })),
})

type TodoItem = Type.Static<typeof Todo>

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
        ...oncePerTask(
          await escalatedTasks(context),
          rows.flatMap((row) => presentTodo(context, row)),
        ),
        ...(await dueFollowUps(context)),
      ],
    }
  },
})

/** An overdue task that waits for this post anyway is one line, which also says how far it has gone up. */
function oncePerTask(raised: readonly TodoItem[], waiting: readonly TodoItem[]): TodoItem[] {
  const levels = new Map(raised.map(({ recordId, task }) => [recordId, task]))
  const own = new Set(waiting.map(({ recordId }) => recordId))
  return [
    ...raised.filter(({ recordId }) => !own.has(recordId)),
    ...waiting.map((one) => {
      const level = levels.get(one.recordId)
      return level === undefined ? one : { ...one, task: `${one.task}（${level}）` }
    }),
  ]
}

/** One line; nothing where the place has chosen another office for the act that is waited for. */
function presentTodo(context: Context, found: WaitingRow) {
  const { kind: name, state, fiscalYear, duty, names, asked, ...row } = found
  const { role } = context.actor
  const kind = getRecordKind(name)
  const rules = context.rules.at({ date: context.today, jurisdiction: row.jurisdictionId, fiscalYear })
  const acts = forwardActions(kind, state, role).flatMap((action) => kind.workflow.actions[action] ?? [])
  if (acts.length > 0 && !acts.some((act) => isChosen(act, role, rules))) return []
  const why = duty && evaluationDuty(duty, rules)
  return [
    {
      ...row,
      task: asked ?? taskOf(kind, state, role),
      isOverdue: row.dueOn !== null && row.dueOn < context.today,
      nextHands: (asked === null
        ? nextHands(kind, state, role, rules, namesOf(kind, names))
        : handsOf(kind, state, rules, namesOf(kind, names))
      ).map(roleTitle),
      ...(why ? { why } : {}),
    },
  ]
}

/** EXA-001 in words: what makes an evaluation due, beside the task it makes. */
function evaluationDuty({ amount_fen, ...project }: NonNullable<WaitingRow['duty']>, rules: ParameterReader) {
  const { explanation } = computeEvaluationDuty({ ...project, amount_fen: BigInt(amount_fen) }, rules)
  return { ruleId: explanation.ruleId, sentence: explanation.sentence }
}

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
  const field = namesIn(kind)
  const named = { ...namedFor(kind, forward, role), ...(field === undefined ? {} : { namesIn: field }) }
  const waiting = { kind: kind.kind, state, notBy, until: null, filled: null, undone: null, ...named }
  const called = forward.find((name) => kind.workflow.actions[name]?.calledBy !== undefined)
  if (called !== undefined && forward.length === 1)
    return [{ ...waiting, filled: kind.workflow.actions[called]?.calledBy ?? null, undone: called }]
  const asked = askedOf(kind, state, role)
  if (forward.length > 0) return asked?.named ? [waiting, membersAsked(waiting, asked)] : [waiting]
  return asked ? [{ ...waiting, until: asked.until }] : []
}

/** People a record names beside the one who takes it on are asked for their part of it. */
function membersAsked(waiting: WaitingFor, { task, until, named }: Asked): WaitingFor {
  const { field = '', duty } = named ?? {}
  return { ...waiting, until, asked: task, named: { field, ...(duty === undefined ? {} : { duty }) } }
}

/** Whom the record has to name, where every act that takes it on is for named people. */
function namedFor(kind: RecordKind, forward: readonly string[], role: Role): Pick<WaitingFor, 'named'> {
  const each = forward.map((action) => kind.workflow.actions[action]?.named)
  const [named] = each
  if (named === undefined || each.includes(undefined)) return {}
  const { of, field, duty } = named
  if (!of.includes(role)) return { named: { field, isOthers: true } }
  return { named: { field, ...(duty === undefined ? {} : { duty }) } }
}

/** Where it goes from here; what was only asked for stays with whoever acts next. */
function nextHands(
  kind: RecordKind,
  state: string,
  role: Role,
  rules: ParameterReader,
  content: Content,
): Role[] {
  const [next] = forwardActions(kind, state, role)
  const to = next === undefined ? state : (kind.workflow.actions[next]?.to ?? state)
  return handsOf(kind, to, rules, content)
}

/** As much of the record as says whom it names. */
function namesOf(kind: RecordKind, names: unknown): Content {
  const field = namesIn(kind)
  return field === undefined || names == null ? {} : { [field]: names as ContentValue }
}

function namesIn({ workflow }: RecordKind): string | undefined {
  return Object.values(workflow.actions).find(({ named }) => named !== undefined)?.named?.field
}
