import { Type } from 'typebox'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { type AnswerableAct, dutyOfAct, DUTIES, groupByPerson } from '../../domain/results/index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { dayOf, roleTitle } from '../../domain/workflow/sentences.ts'
import { findActs } from '../../storage/act-repository.ts'
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
