import { Type } from 'typebox'
import {
  DONE_STATES,
  isOverdueTask,
  REQUIREMENT_TYPES,
  reachedBy,
  rectificationTask,
  type RequirementType,
} from '../../domain/results/index.ts'
import {
  computeApplicationRate,
  computeRecovery,
  computeRectificationRate,
} from '../../domain/results/compute/index.ts'
import { findFen } from '../../domain/shared/money.ts'
import { formatRatio } from '../../domain/shared/ratio.ts'
import { findAppliedResults, findTasksOfPlace, type TaskRow } from '../../storage/rectification-repository.ts'
import type { Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { findRepeats, type Repeat } from './known-problems.ts'
import { escalationOfTask } from './task-escalations.ts'

const Nullable = Type.Union([Type.String(), Type.Null()])
export const Where = Type.Object(
  {
    jurisdiction: Type.String({ pattern: '^[0-9A-Z]{6}$' }),
    year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    projectId: Type.Optional(Type.String({ format: 'uuid' })),
    /** Which tasks: all of them when not given. */
    show: Type.Optional(
      Type.Union([
        Type.Literal('open'),
        Type.Literal('overdue'),
        Type.Literal('verified'),
        Type.Literal('exempted'),
      ]),
    ),
    requirementType: Type.Optional(Type.String({ pattern: '^[a-zA-Z]{1,30}$' })),
    words: Type.Optional(Type.String({ maxLength: 100 })),
    /** From 0; without it the whole list. */
    page: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
  },
  { additionalProperties: false },
)
type Where = Type.Static<typeof Where>

/** Tasks a page shows. */
export const PAGE_SIZE = 50

const Item = Type.Object({
  recordId: Type.String(),
  projectId: Type.String(),
  projectName: Type.String(),
  unitName: Type.String(),
  departmentName: Type.String(),
  noticeNumber: Nullable,
  problemNumber: Type.Union([Type.Integer(), Type.Null()]),
  problem: Type.String(),
  requirementTitle: Type.String(),
  stateTitle: Type.String(),
  isDone: Type.Boolean(),
  dueOn: Nullable,
  isExtended: Type.Boolean(),
  isOverdue: Type.Boolean(),
  /** How far an overdue task has gone up. */
  escalation: Nullable,
  recover_fen: Nullable,
  verifiedRecovered_fen: Nullable,
  /** Which earlier problem it resembles, and why. */
  repeat: Nullable,
})

const Figure = Type.Object({ value: Type.String(), explanation: Type.Unknown() })

/** 整改与跟踪: every problem of a place and year, what is overdue, and how much of it has been put right. */
export const listRectification = defineUseCase({
  id: 'results.listRectification',
  title: '查看整改与跟踪',
  stage: 'results',
  kind: 'query',
  by: BUSINESS,
  input: Where,
  output: Type.Object({
    items: Type.Array(Item),
    /** How many match the filter, on all pages. */
    total: Type.Integer(),
    pageSize: Type.Integer(),
    overdue: Type.Integer(),
    rate: Figure,
    recovery: Figure,
    application: Figure,
  }),
  run: async (context, input: Where) => {
    // The whole province is every place the scope reaches.
    const jurisdictionId = input.jurisdiction.endsWith('0000') ? undefined : input.jurisdiction
    const where = { jurisdictionId, fiscalYear: input.year, projectId: input.projectId }
    const all = await findTasksOfPlace(context.db, where)
    const fits = all.filter((row) => isAskedFor(row, input, context.today))
    const from = (input.page ?? 0) * PAGE_SIZE
    const shown = input.page === undefined ? fits : fits.slice(from, from + PAGE_SIZE)
    const repeats = await repeatsOf(context, shown)
    return {
      items: shown.map((row) => present(context, row, repeats.get(row.recordId))),
      total: fits.length,
      pageSize: PAGE_SIZE,
      overdue: all.filter((row) => isOverdue(row, context.today)).length,
      ...summary(all),
      application: await applicationOf(context, where),
    }
  },
})

function isOverdue({ state, planDueOn, completionDueOn }: TaskRow, today: string): boolean {
  return isOverdueTask({ state, content: { planDueOn, completionDueOn } }, today)
}

function isAskedFor(row: TaskRow, { show, requirementType, words }: Where, today: string): boolean {
  if (show === 'open' && DONE_STATES.includes(row.state)) return false
  if (show === 'overdue' && !isOverdue(row, today)) return false
  if ((show === 'verified' || show === 'exempted') && row.state !== show) return false
  if (requirementType !== undefined && row.requirementType !== requirementType) return false
  const text = [row.projectName, row.unitName, row.departmentName, row.problem].join('\n')
  return words === undefined || text.includes(words.trim())
}

/** Department by department: what an earlier year already knew. */
async function repeatsOf(context: Context, rows: readonly TaskRow[]): Promise<Map<string, Repeat>> {
  const found = new Map<string, Repeat>()
  for (const departmentId of new Set(rows.map((row) => row.departmentId))) {
    const own = rows.filter((row) => row.departmentId === departmentId)
    const [first] = own
    if (!first) continue
    const { repeats } = await findRepeats(context, first, own)
    for (const [at, repeat] of repeats.entries()) {
      const row = own[at]
      if (repeat && row) found.set(row.recordId, repeat)
    }
  }
  return found
}

function present(context: Context, row: TaskRow, repeat: Repeat | undefined) {
  const { planDueOn, completionDueOn, state } = row
  const content = { ...(planDueOn ? { planDueOn } : {}), ...(completionDueOn ? { completionDueOn } : {}) }
  const { jurisdictionId, fiscalYear } = row
  const raised = escalationOfTask(context, { record: { state, content, jurisdictionId, fiscalYear } })
  return {
    recordId: row.recordId,
    projectId: row.projectId,
    projectName: row.projectName,
    unitName: row.unitName,
    departmentName: row.departmentName,
    noticeNumber: row.noticeNumber,
    problemNumber: row.problemNumber,
    problem: row.problem,
    requirementTitle: REQUIREMENT_TYPES[row.requirementType as RequirementType] ?? '',
    stateTitle: rectificationTask.workflow.states[state]?.title ?? state,
    isDone: DONE_STATES.includes(state),
    dueOn: state === 'open' ? planDueOn : completionDueOn,
    isExtended: row.firstDueOn !== null,
    isOverdue: isOverdue(row, context.today),
    escalation: raised?.level ? raised.explanation.result : null,
    recover_fen: row.recover_fen,
    verifiedRecovered_fen: row.verifiedRecovered_fen,
    repeat: repeat
      ? `与${repeat.relation}${repeat.year}年的“${repeat.problem}”相近（${repeat.reason}）`
      : null,
  }
}

function summary(rows: readonly TaskRow[]) {
  const rate = computeRectificationRate(
    rows.map(({ state }) => ({
      state: reachedBy(state),
    })),
  )
  const recovery = computeRecovery(
    rows.map((row) => ({
      claimed_fen: findFen(row.recover_fen) ?? 0n,
      recovered_fen: findFen(row.recovered_fen) ?? 0n,
      verified_fen: findFen(row.verifiedRecovered_fen) ?? 0n,
    })),
  )
  return {
    rate: { value: rate.rate === undefined ? '—' : formatRatio(rate.rate), explanation: rate.explanation },
    recovery: { value: recovery.explanation.result, explanation: recovery.explanation },
  }
}

async function applicationOf(
  context: Context,
  where: { readonly jurisdictionId: string | undefined; readonly fiscalYear: number },
) {
  const { rate, explanation } = computeApplicationRate(await findAppliedResults(context.db, where))
  return { value: rate === undefined ? '—' : formatRatio(rate), explanation }
}
