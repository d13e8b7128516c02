import { Type } from 'typebox'
import { forwardActions, handsOf, roleTitle } from '../../domain/workflow/sentences.ts'
import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import { waitingFor } from '../../domain/workflow/waiting.ts'
import { departmentWhole, policyTarget, targetSheet } from '../../domain/targets/index.ts'
import { findReviewQueue, type QueueRow } from '../../storage/review-queue-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { kindPath } from '../records/present.ts'
import type { Role } from '../../domain/org/roles.ts'

const Nullable = Type.Union([Type.String(), Type.Null()])
const Count = Type.Union([Type.Integer(), Type.Null()])
const Offer = Type.Object({
  action: Type.String(),
  title: Type.String(),
  url: Type.String(),
  opinion: Type.String(),
  isLegalAct: Type.Boolean(),
  nextHands: Type.Array(Type.String()),
})
const Item = Type.Object({
  recordId: Type.String(),
  version: Type.Integer(),
  kind: Type.String(),
  kindTitle: Type.String(),
  stateTitle: Type.String(),
  jurisdictionId: Type.String(),
  fiscalYear: Type.Integer(),
  projectId: Nullable,
  name: Type.String(),
  organisationName: Nullable,
  amount_fen: Nullable,
  since: Type.String(),
  dueOn: Nullable,
  errors: Count,
  warnings: Count,
  doctor: Count,
  /** What speaks for a closer look, in words. */
  risks: Type.Array(Type.String()),
  forward: Offer,
  back: Type.Union([Offer, Type.Null()]),
})

/** Kinds that are reviewed in numbers; the library's proposals are not. */
const KINDS = [targetSheet, departmentWhole, policyTarget]

/** 批量审核: all sheets that wait for this officer, a page of them, by findings, risk, amount or due date. */
export const listReviewQueue = defineUseCase({
  id: 'targets.listReviewQueue',
  title: '批量审核',
  stage: 'targets',
  kind: 'query',
  by: ['department', 'finance_business', 'finance_performance', 'finance_leader'],
  input: Type.Object(
    {
      year: Type.Integer({ minimum: 2000, maximum: 2100 }),
      sort: Type.Optional(
        Type.Union([
          Type.Literal('findings'),
          Type.Literal('risk'),
          Type.Literal('amount'),
          Type.Literal('due'),
        ]),
      ),
      page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ items: Type.Array(Item), total: Type.Integer(), amount_fen: Type.String() }),
  run: async (context, { year, sort = 'findings', page = 1, limit = 50 }) => {
    const { personId, role } = context.actor
    const isHere = reviewsHere(context, year)
    const queue = await findReviewQueue(context.db, {
      waitingFor: KINDS.flatMap((kind) =>
        waitingFor(kind, role).filter(({ state }) => isHere(kind, forwardActions(kind, state, role)[0])),
      ).map((one) => ({ ...one, until: null })),
      personId,
      fiscalYear: year,
      sort,
      limit,
      offset: (page - 1) * limit,
    })
    return { ...queue, items: queue.items.map((row) => present(row, role)) }
  },
})

/** Publishing is no review; the first review belongs to the office the place has chosen for it. */
function reviewsHere(
  context: Context,
  fiscalYear: number,
): (kind: RecordKind, action: string | undefined) => boolean {
  const { role, jurisdictionId } = context.actor
  const rules = context.rules.at({ date: context.today, jurisdiction: jurisdictionId, fiscalYear })
  const { by } = rules.value('targets.first_review').value
  const isFirst = by === 'both' || by === role
  return (kind, action) =>
    action === 'recheck' ||
    action === 'approve' ||
    (action === 'review' && (isFirst || kind.per === 'organisation'))
}

function present(
  { kind: name, state, title: _title, projectName, policyName, isMajor, isNew, returns, ...row }: QueueRow,
  role: Role,
) {
  const kind = KINDS.find((one) => one.kind === name) as RecordKind
  const [forward = ''] = forwardActions(kind, state, role)
  const back = Object.entries(kind.workflow.actions).find(
    ([action, { from, by }]) => action === 'return' && from.includes(state) && by.includes(role),
  )
  return {
    ...row,
    kind: name,
    kindTitle: kind.title,
    stateTitle: kind.workflow.states[state]?.title ?? state,
    name: projectName ?? policyName ?? kind.title,
    risks: [
      ...((row.errors ?? 0) > 0 ? ['检查未通过'] : []),
      ...(isMajor ? ['重大'] : []),
      ...(isNew ? ['新增'] : []),
      ...(returns > 0 ? [`曾退回 ${returns} 次`] : []),
    ],
    forward: offer(kind, row.recordId, forward),
    back: back ? offer(kind, row.recordId, back[0]) : null,
  }
}

function offer(kind: RecordKind, recordId: string, action: string) {
  const definition = kind.workflow.actions[action]
  return {
    action,
    title: definition?.title ?? action,
    url: `${kindPath(kind)}/${recordId}/${action}`,
    opinion: definition?.opinion ?? 'none',
    isLegalAct: definition?.isLegalAct ?? false,
    nextHands: definition ? handsOf(kind, definition.to).map(roleTitle) : [],
  }
}
