import { Type } from 'typebox'
import type { Content } from '../../domain/forms/form.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { findProject, insertProject, updateProjectSummary } from '../../storage/project-repository.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { performSystemAct } from '../records/act.ts'
import { beginRecord } from '../records/begin-record.ts'
import { getRecordData } from '../records/record-data.ts'
import type { World } from './world.ts'

/** Sees the whole county and acts on nothing, so that no separation of duties is disturbed. */
const GARDENER = 'congress'

const plantProjectCase = defineUseCase({
  id: 'test.plantProject',
  title: '测试项目',
  stage: 'shell',
  kind: 'command',
  by: 'everyone',
  input: Type.Object({
    code: Type.String(),
    name: Type.String(),
    unitId: Type.String(),
    departmentId: Type.String(),
    isNew: Type.Boolean(),
    isPilot: Type.Boolean(),
    isClassified: Type.Boolean(),
    grade: Type.Union([Type.String(), Type.Null()]),
    light: Type.Union([Type.String(), Type.Null()]),
    budget_fen: Type.String(),
    fiscalYear: Type.Integer(),
    content: Type.Record(Type.String(), Type.Unknown()),
  }),
  run: async (context, { isPilot, grade, light, ...input }) => {
    const id = context.newId()
    const { jurisdictionId, personId } = context.actor
    await insertProject(context.db, {
      ...input,
      jurisdictionId,
      id,
      isMajor: input.isNew,
      budget_fen: BigInt(input.budget_fen),
      content: input.content as Content,
      now: context.now,
      personId,
    })
    await updateProjectSummary(context.db, { jurisdictionId, id }, { is_pilot: isPilot, grade, light })
    return { projectId: id }
  },
})

let count = 0

export type PlantedProject = {
  /** Of its own unless given: the rows of a continuing project share one from year to year. */
  readonly code?: string
  readonly name?: string
  readonly unitId?: string
  readonly isNew?: boolean
  readonly isPilot?: boolean
  readonly isClassified?: boolean
  readonly grade?: string
  readonly light?: string
  readonly budget_fen?: string
  readonly fiscalYear?: number
  readonly content?: Content
}

/** A project of `unit` in 示例县, 500 万元 of 2023 unless told otherwise, as the test wants it; nothing begins with it. */
export async function plantProject(world: World, project: PlantedProject = {}): Promise<string> {
  count += 1
  const { projectId } = await world.as<{ projectId: string }>(GARDENER, plantProjectCase, {
    code: `P-${count}`,
    name: `示范项目${count}`,
    unitId: world.people.unit.organisationId,
    departmentId: world.people.department.organisationId,
    isNew: true,
    isPilot: true,
    isClassified: false,
    grade: null,
    light: null,
    budget_fen: '500000000',
    fiscalYear: 2023,
    content: {},
    ...project,
  })
  return projectId
}

const plantRecordCase = defineUseCase({
  id: 'test.plantRecord',
  title: '测试事项',
  stage: 'shell',
  kind: 'command',
  by: 'everyone',
  input: Type.Object({
    kind: Type.String(),
    projectId: Type.Optional(Type.String()),
    subjectId: Type.Optional(Type.String()),
    content: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    acts: Type.Optional(Type.Array(Type.String())),
  }),
  run: async (context, { kind, projectId, subjectId, content, acts }) => {
    const project = projectId ? await findProject(context.db, projectId) : undefined
    const { record } = await beginRecord(
      context,
      getRecordKind(kind),
      { kind },
      {
        project,
        ...(subjectId ? { subjectId } : {}),
        ...(content ? { content } : {}),
      },
    )
    for (const action of acts ?? []) {
      await performSystemAct(context, await getRecordData(context, record.id), action)
    }
    return { recordId: record.id }
  },
})

/** A record of any kind, taken through the acts given without asking their gates. */
export async function plantRecord(
  world: World,
  record: {
    readonly kind: string
    readonly projectId?: string
    readonly subjectId?: string
    readonly content?: Content
    readonly acts?: readonly string[]
  },
): Promise<string> {
  const { recordId } = await world.as<{ recordId: string }>(GARDENER, plantRecordCase, record)
  return recordId
}

const walkOnCase = defineUseCase({
  id: 'test.walkOn',
  title: '测试继续办理',
  stage: 'shell',
  kind: 'command',
  by: 'everyone',
  input: Type.Object({ recordId: Type.String(), acts: Type.Array(Type.String()) }),
  run: async (context, { recordId, acts }) => {
    for (const action of acts) await performSystemAct(context, await getRecordData(context, recordId), action)
    return {}
  },
})

/** Takes a planted record further. */
export async function walkOn(world: World, recordId: string, ...acts: string[]): Promise<void> {
  await world.as(GARDENER, walkOnCase, { recordId, acts })
}

/** The problems and the score of a finance evaluation as tests plant it. */
export const EVALUATED: Content = {
  totalScore_x100: 8200,
  grade: 'good',
  budget_fen: '500000000',
  received_fen: '500000000',
  spent_fen: '460000000',
  experience: '以奖代补带动投入',
  conclusion: '项目基本达到预期目标',
  problems: [
    {
      problem: '支出进度偏慢',
      evidence: '全年执行率92%',
      suggestion: '按月分解用款计划',
      amount_fen: '40000000',
    },
    { problem: '满意度样本不足', evidence: '抽查问卷30份', suggestion: '补充调查' },
  ],
}

/** Acts that take a finance evaluation to its confirmation. */
export const TO_CONFIRMED = ['assign', 'consult', 'reply', 'finalise', 'confirm']

/** A continuing pilot project whose finance evaluation is confirmed: 82 points, 良, two problems. */
export async function plantEvaluated(world: World): Promise<{ projectId: string; finance: string }> {
  const projectId = await plantProject(world, { isNew: false, grade: 'good' })
  const kind = 'evaluation.finance'
  const finance = await plantRecord(world, { kind, projectId, content: EVALUATED, acts: TO_CONFIRMED })
  return { projectId, finance }
}
