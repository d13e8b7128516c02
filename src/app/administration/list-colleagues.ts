import { Type } from 'typebox'
import { DomainError } from '../../domain/shared/errors.ts'
import { findColleagues } from '../../storage/indicator-owner-repository.ts'
import { findProject } from '../../storage/project-repository.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'

/** 本单位在岗人员: who can be made answerable in the unit of a project, or in one's own office. */
export const listColleagues = defineUseCase({
  id: 'administration.listColleagues',
  title: '查看单位在岗人员',
  stage: 'shell',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object(
    { projectId: Type.Optional(Type.String({ format: 'uuid' })) },
    { additionalProperties: false },
  ),
  output: Type.Object({
    items: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), title: Type.String() })),
  }),
  run: async (context, { projectId }) => {
    const project = projectId === undefined ? undefined : await findProject(context.db, projectId)
    if (projectId !== undefined && !project) {
      throw new DomainError('NOT_FOUND', '没有找到这个项目，可能已移交或不在您的管理范围内。')
    }
    const unitId = project?.unitId ?? context.actor.organisationId
    return { items: await findColleagues(context.db, unitId, context.today) }
  },
})
