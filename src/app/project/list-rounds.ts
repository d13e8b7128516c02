import { Type } from 'typebox'
import { checkTogether } from '../../domain/project/checks/index.ts'
import { DECLARING, findRoundNow, type Round, ROUND_TYPES } from '../../domain/project/compute/find-round.ts'
import { budgetRound } from '../../domain/project/index.ts'
import { daysBetween } from '../../domain/shared/dates.ts'
import { findFen } from '../../domain/shared/money.ts'
import { computeTargetDisclosureDeadline } from '../../domain/targets/index.ts'
import { findRecordsOfYear } from '../../storage/record-repository.ts'
import { countRoundEntries, findPairs, findRounds, type PairRow } from '../../storage/round-repository.ts'
import type { Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'

const Where = Type.Object(
  {
    jurisdiction: Type.String({ pattern: '^[0-9A-Z]{6}$' }),
    year: Type.Integer({ minimum: 2000, maximum: 2100 }),
  },
  { additionalProperties: false },
)
const Nullable = Type.Union([Type.String(), Type.Null()])
const RoundView = Type.Object({
  recordId: Type.String(),
  title: Type.String(),
  isDeclaring: Type.Boolean(),
  opensOn: Nullable,
  closesOn: Nullable,
  stateTitle: Type.String(),
  /** Of an open round: days to its last day, negative when that is over. */
  daysLeft: Type.Union([Type.Integer(), Type.Null()]),
  declared: Type.Integer(),
  late: Type.Integer(),
  amount_fen: Type.String(),
})

/** 预算编报轮次 of a place and year: which is open, how long still, how much was declared, how much late. */
export const listRounds = defineUseCase({
  id: 'project.listRounds',
  title: '查看预算编报轮次',
  stage: 'project',
  kind: 'query',
  by: BUSINESS,
  input: Where,
  output: Type.Object({
    items: Type.Array(RoundView),
    /** The round something declared today belongs to, and the one to wait for. */
    current: Nullable,
    daysLeft: Type.Union([Type.Integer(), Type.Null()]),
    next: Nullable,
    nextOpensOn: Nullable,
    /** Kinds of rounds this person may begin here. */
    canBegin: Type.Array(Type.Object({ roundType: Type.String(), title: Type.String() })),
  }),
  run: async (context, { jurisdiction, year }) => {
    const rounds = await findRounds(context.db, jurisdiction, year)
    const counts = await countRoundEntries(
      context.db,
      rounds.map(({ id }) => id),
    )
    const now = findRoundNow(rounds, context.today)
    const { role, jurisdictionId } = context.actor
    const mayBegin = jurisdiction === jurisdictionId && budgetRound.createdBy.includes(role)
    return {
      items: [
        ...rounds.map((round) =>
          present(
            round,
            context.today,
            counts.find(({ roundId }) => roundId === round.id),
          ),
        ),
        ...(await drafts(context, jurisdiction, year)),
      ],
      current: now.current ? ROUND_TYPES[now.current.roundType] : null,
      daysLeft: now.daysLeft,
      next: now.next ? ROUND_TYPES[now.next.roundType] : null,
      nextOpensOn: now.next?.opensOn ?? null,
      canBegin: mayBegin
        ? Object.entries(ROUND_TYPES).map(([roundType, title]) => ({ roundType, title }))
        : [],
    }
  },
})

const NOTHING = { declared: 0, late: 0, amount_fen: '0' }

function present(
  round: Round,
  today: string,
  count: { readonly declared: number; readonly late: number; readonly amount_fen: string } | undefined,
) {
  const { declared, late, amount_fen } = count ?? NOTHING
  return {
    recordId: round.id,
    title: ROUND_TYPES[round.roundType],
    isDeclaring: DECLARING.includes(round.roundType),
    opensOn: round.opensOn,
    closesOn: round.closesOn,
    stateTitle: budgetRound.workflow.states[round.state]?.title ?? round.state,
    daysLeft: round.state === 'open' ? daysBetween(today, round.closesOn) : null,
    ...{ declared, late, amount_fen },
  }
}

/** Rounds in the making, for those who make them. */
async function drafts(context: Context, jurisdictionId: string, fiscalYear: number) {
  const rows = await findRecordsOfYear(context.db, {
    ...{ kind: budgetRound.kind, jurisdictionId, fiscalYear },
    states: ['draft', 'proposed'],
  })
  return rows.map(({ id, content, state }) => ({
    recordId: id,
    title: ROUND_TYPES[content['roundType'] as Round['roundType']] ?? '',
    isDeclaring: DECLARING.includes(content['roundType'] as Round['roundType']),
    opensOn: (content['opensOn'] as string | undefined) ?? null,
    closesOn: (content['closesOn'] as string | undefined) ?? null,
    stateTitle: budgetRound.workflow.states[state]?.title ?? state,
    daysLeft: null,
    ...NOTHING,
  }))
}

/** 同步检查: projects of a place and year whose target and budget do not move together, and by which rule. */
export const listOutOfStep = defineUseCase({
  id: 'project.listOutOfStep',
  title: '同步检查',
  stage: 'project',
  kind: 'query',
  by: BUSINESS,
  input: Where,
  output: Type.Object({
    /** How many projects were looked at. */
    checked: Type.Integer(),
    items: Type.Array(
      Type.Object({
        projectId: Type.String(),
        projectName: Type.String(),
        unitName: Type.String(),
        targetId: Nullable,
        budgetId: Nullable,
        findings: Type.Array(Type.Object({ ruleId: Type.String(), message: Type.String() })),
      }),
    ),
  }),
  run: async (context, { jurisdiction, year }) => {
    const pairs = await findPairs(context.db, { jurisdictionId: jurisdiction, fiscalYear: year })
    const items = pairs.map(({ projectId, projectName, unitName, targetId, budgetId, ...pair }) => ({
      ...{ projectId, projectName, unitName, targetId, budgetId },
      findings: togetherFindings(context, jurisdiction, pair).map(({ ruleId, message }) => ({
        ruleId,
        message,
      })),
    }))
    return { checked: pairs.length, items: items.filter(({ findings }) => findings.length > 0) }
  },
})

type Days = Omit<PairRow, 'projectId' | 'projectName' | 'unitName' | 'targetId' | 'budgetId'>

function togetherFindings(context: Context, jurisdiction: string, days: Days) {
  const approvedOn = days.targetApproved ?? undefined
  const due = approvedOn
    ? computeTargetDisclosureDeadline(approvedOn, context.rules.at({ date: approvedOn, jurisdiction }))
    : undefined
  return checkTogether(
    {
      target: {
        declaredOn: days.targetDeclared ?? undefined,
        reviewedOn: days.targetReviewed ?? undefined,
        approvedOn,
        publishedOn: days.published ?? undefined,
        amount_fen: findFen(days.target_fen),
      },
      budget: {
        declaredOn: days.budgetDeclared ?? undefined,
        reviewedOn: days.budgetReviewed ?? undefined,
        approvedOn: days.budgetApproved ?? undefined,
        amount_fen: findFen(days.budget_fen),
      },
    },
    { today: context.today, disclosureDueOn: due?.dueOn },
  )
}
