import { Type } from 'typebox'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { type AnswerableAct, dutyOfAct, DUTIES, groupByPerson } from '../../domain/results/index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { dayOf, roleTitle } from '../../domain/workflow/sentences.ts'
import { findActs } from '../../storage/act-repository.ts'
import { findActsOfPerson } from '../../storage/rectification-repository.ts'
import { findProject, type ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'

/** Every act of a project that somebody answers for, oldest first. */
export async function findAnswerableActs(context: Context, project: ProjectRow): Promise<AnswerableAct[]> {
  const { jurisdictionId, id: projectId } = project
  const acts = await findActs(context.db, { jurisdictionId, projectId })
  return acts.flatMap(({ kind, action, personId, personName, role, organisationName, actedAt }) => {
    const duty = dutyOfAct(kind, action)
    if (!duty) return []
    const { title, workflow } = getRecordKind(kind)
    const act = `${title}：${workflow.actions[action]?.title ?? action}`
    return [
      {
        duty,
        personId,
        personName,
        roleTitle: roleTitle(role),
        organisationName: organisationName ?? '',
        act,
        actedOn: dayOf(actedAt),
      },
    ]
  })
}

/** 项目责任记录: who declared, reviewed, approved, spent, evaluated, put right and verified. */
export const viewResponsibility = defineUseCase({
  id: 'results.viewResponsibility',
  title: '查看项目责任记录',
  stage: 'results',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object({ projectId: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  output: Type.Object({
    people: Type.Array(
      Type.Object({
        personId: Type.String(),
        personName: Type.String(),
        organisationName: Type.String(),
        duties: Type.Array(Type.Object({ title: Type.String(), acts: Type.Array(Type.String()) })),
      }),
    ),
  }),
  run: async (context, { projectId }) => {
    const project = await findProject(context.db, projectId)
    if (!project) throw new DomainError('NOT_FOUND', '没有找到这个项目，可能已移交或不在您的管理范围内。')
    const people = groupByPerson(await findAnswerableActs(context, project))
    return {
      people: people.map(({ duties, ...person }) => ({
        ...person,
        duties: duties.map(({ duty, acts }) => ({ title: DUTIES[duty], acts: [...acts] })),
      })),
    }
  },
})

/** 个人责任记录: what one person answers for, project by project, in a place and year. */
export const viewPersonDuties = defineUseCase({
  id: 'results.viewPersonDuties',
  title: '查看个人责任记录',
  stage: 'results',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object(
    {
      jurisdiction: Type.String({ pattern: '^[0-9A-Z]{6}$' }),
      year: Type.Integer({ minimum: 2000, maximum: 2100 }),
      personId: Type.String({ format: 'uuid' }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    projects: Type.Array(
      Type.Object({
        projectId: Type.String(),
        projectName: Type.String(),
        budget_fen: Type.String(),
        duties: Type.Array(Type.Object({ title: Type.String(), count: Type.Integer() })),
      }),
    ),
  }),
  run: async (context, { jurisdiction: jurisdictionId, year: fiscalYear, personId }) => {
    const rows = await findActsOfPerson(context.db, { jurisdictionId, fiscalYear, personId })
    const known = rows.flatMap(({ kind, action, ...row }) => {
      const duty = dutyOfAct(kind, action)
      return duty ? [{ ...row, duty }] : []
    })
    return {
      projects: [...new Set(known.map(({ projectId }) => projectId))].map((projectId) => {
        const own = known.filter((row) => row.projectId === projectId)
        const { projectName = '', budget_fen = '0' } = own[0] ?? {}
        const duties = (Object.keys(DUTIES) as (keyof typeof DUTIES)[]).flatMap((duty) => {
          const count = own.filter((row) => row.duty === duty).length
          return count > 0 ? [{ title: DUTIES[duty], count }] : []
        })
        return { projectId, projectName, budget_fen, duties }
      }),
    }
  },
})
