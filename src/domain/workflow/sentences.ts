import { ROLES, type Role } from '../org/roles.ts'
import type { ParameterReader } from '../rules/parameter-values.ts'
import type { Content } from '../forms/form.ts'
import { isChosen } from './chosen-roles.ts'
import { isHandOf } from './named.ts'
import type { Asked, RecordKind } from './record-kind.ts'
import { actionsFrom } from './workflow.ts'

/**
 * Whose hands a record is in: the roles that can take it on from this state.
 * @param rules of the record's place, where a choice of the place counts; without them all who might
 * @param content of the record, where the people it names take it on
 */
export function handsOf(kind: RecordKind, state: string, rules?: ParameterReader, content?: Content): Role[] {
  const roles = Object.values(kind.workflow.actions)
    .filter(({ from, isSystem, isReturn }) => from.includes(state) && !isSystem && !isReturn)
    .filter(({ calledBy, isTodo }) => calledBy === undefined && isTodo !== false)
    .flatMap((action) =>
      action.by.filter(
        (role) =>
          isHandOf(action.named, role, content) && (rules === undefined || isChosen(action, role, rules)),
      ),
    )
  return [...new Set(roles)]
}

/**
 * What a role has to do in this state: 待初审 is its own task; where the state only says what goes on
 * (专家评分中), the act that ends it; where another acts next, what this role is asked for.
 */
export function taskOf(kind: RecordKind, state: string, role: Role): string {
  const { states } = kind.workflow
  const title = states[state]?.title ?? state
  const [next] = forwardActions(kind, state, role)
  if (next === undefined) return askedOf(kind, state, role)?.task ?? title
  const { calledBy, title: act } = kind.workflow.actions[next] ?? {}
  if (calledBy !== undefined && act !== undefined) return act
  return title.startsWith('待') ? title : (kind.workflow.actions[next]?.title ?? title)
}

/** The acts that take a record on from here, in the hands of this role. */
export function forwardActions(kind: RecordKind, state: string, role: Role): string[] {
  return actionsFrom(kind.workflow, state, role).filter((name) => {
    const action = kind.workflow.actions[name]
    return !action?.isReturn && action?.isTodo !== false
  })
}

/** What this role is asked to fill in while another acts. */
export function askedOf(kind: RecordKind, state: string, role: Role): Asked | undefined {
  return kind.asks?.find((asked) => asked.in.includes(state) && asked.by.includes(role))
}

export function roleTitle(role: string): string {
  return ROLES[role as Role] ?? role
}

/** One step in words: 2023-01-12 主管部门退回修改：满意度指标缺少样本量 */
export function describeAct(
  kind: RecordKind,
  act: {
    readonly action: string
    readonly role: string
    readonly organisationName: string | null
    readonly opinion: string | null
    readonly documentNumber: string | null
    readonly actedAt: string
  },
): string {
  const title = kind.workflow.actions[act.action]?.title ?? act.action
  const number = act.documentNumber ? `（${act.documentNumber}）` : ''
  const opinion = act.opinion ? `：${act.opinion}` : ''
  return `${dayOf(act.actedAt)} ${act.organisationName ?? roleTitle(act.role)}${title}${number}${opinion}`
}

/** The day in China (UTC+8) of an ISO instant. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
}
