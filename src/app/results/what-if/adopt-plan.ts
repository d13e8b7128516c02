import { Type } from 'typebox'
import { budgetDecision } from '../../../domain/results/index.ts'
import type { ScenarioLine } from '../../../domain/results/compute/what-if/index.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import { findPlan, markPlanAdopted, type PlanRow } from '../../../storage/scenario-repository.ts'
import { findRecordsOfCode } from '../../../storage/earlier-years-repository.ts'
import { findProject, type ProjectRow } from '../../../storage/project-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { beginRecord } from '../../records/begin-record.ts'
import { findLatestRecord, storeContent } from '../../records/record-data.ts'
import { decisionBehaviour } from '../decision-behaviour.ts'
import { decisionDraft } from './decision-draft.ts'
import { ADOPTED_BY, closed, Id } from './input.ts'

/**
 * 采用方案: writes a draft decision for every evaluated project of the plan, in one transaction. Nothing is decided:
 * measure, level and reason stay open to change, and proposing and deciding are acts of people. A decision that is
 * already proposed or taken is left as it is.
 */
export const adoptPlan = defineUseCase({
  id: 'results.adoptPlan',
  title: '采用预算安排方案',
  stage: 'results',
  kind: 'command',
  by: ADOPTED_BY,
  input: Type.Object({ planId: Id, version: Type.Integer({ minimum: 1 }) }, closed),
  output: Type.Object({
    planId: Id,
    begun: Type.Integer(),
    updated: Type.Integer(),
    skipped: Type.Array(
      Type.Object({ projectId: Type.String(), projectName: Type.String(), why: Type.String() }),
    ),
  }),
  run: async (context, { planId, version }) => {
    const plan = await getPlan(context, planId, { isLocked: true })
    if (plan.version !== version || plan.adoptedAt !== null) {
      throw new DomainError(
        'VERSION_CONFLICT',
        '这个方案已经采用，草稿已写入各项目的挂钩决定，请刷新页面查看。',
      )
    }
    const outcomes: { line: ScenarioLine; done: 'begun' | 'updated' | { why: string } }[] = []
    for (const line of plan.lines) outcomes.push({ line, done: await draftOne(context, plan, line) })
    const { jurisdictionId, id } = plan
    await markPlanAdopted(context.db, {
      jurisdictionId,
      id,
      now: context.now,
      personId: context.actor.personId,
    })
    context.changed({ kind: 'budgetPlan', id, jurisdictionId }, [
      { field: 'adopted', from: null, to: plan.name },
    ])
    return {
      planId,
      begun: outcomes.filter(({ done }) => done === 'begun').length,
      updated: outcomes.filter(({ done }) => done === 'updated').length,
      skipped: outcomes.flatMap(({ line, done }) =>
        typeof done === 'string'
          ? []
          : [{ projectId: line.projectId, projectName: line.name, why: done.why }],
      ),
    }
  },
})

/** @throws DomainError NOT_FOUND for a plan of another place or one that is not there */
export async function getPlan(
  context: Context,
  id: string,
  options: { readonly isLocked?: boolean } = {},
): Promise<PlanRow> {
  const plan = await findPlan(context.db, id, options)
  if (plan) return plan
  throw new DomainError('NOT_FOUND', '没有找到这个方案，可能不属于本地区，请从“预算测算”页面进入。')
}

/**
 * The decision is about the year that was evaluated, not about the one the money goes on from: the newest of the
 * same code that has a result confirmed by the finance bureau.
 */
async function findEvaluatedYear(context: Context, current: ProjectRow): Promise<ProjectRow | undefined> {
  const { jurisdictionId, code, fiscalYear: through } = current
  const kinds = ['evaluation.finance']
  const results = await findRecordsOfCode(context.db, { jurisdictionId, code, through, kinds })
  const newest = results.find(({ state }) => state === 'confirmed' || state === 'closed')
  if (!newest) return undefined
  return newest.projectId === current.id ? current : findProject(context.db, newest.projectId)
}

async function draftOne(
  context: Context,
  plan: PlanRow,
  line: ScenarioLine,
): Promise<'begun' | 'updated' | { why: string }> {
  if (line.isNew) return { why: '新增项目没有评价结果，不作挂钩决定' }
  const current = await findProject(context.db, line.projectId)
  if (!current) return { why: '项目已不在本地区' }
  const project = await findEvaluatedYear(context, current)
  if (!project) return { why: '没有确认的财政评价结果' }
  const draft = decisionDraft(plan, line, current)
  const existing = await findLatestRecord(context, project, budgetDecision.kind)
  if (!existing) {
    await beginRecord(context, budgetDecision, decisionBehaviour, { project, content: draft })
    return 'begun'
  }
  const { record } = existing
  if (record.state !== 'draft') {
    return { why: `挂钩决定${budgetDecision.workflow.states[record.state]?.title ?? ''}，不作改动` }
  }
  await storeContent(context, existing, { ...existing.content, ...draft })
  context.changed(
    {
      kind: budgetDecision.kind,
      id: record.id,
      projectId: project.id,
      jurisdictionId: project.jurisdictionId,
    },
    [{ field: 'next_fen', from: existing.content['next_fen'] ?? null, to: draft['next_fen'] }],
  )
  return 'updated'
}
