import { Type } from 'typebox'
import { DomainError } from '../../domain/shared/errors.ts'
import { findProject } from '../../storage/project-repository.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { findKnownProblems } from './known-problems.ts'

const Nullable = Type.Union([Type.String(), Type.Null()])

/** 以前年度的问题和承诺 of a project's unit and department, with what came back in other words. */
export const viewKnownProblems = defineUseCase({
  id: 'results.viewKnownProblems',
  title: '查看以前年度的问题和承诺',
  stage: 'results',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object({ projectId: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        recordId: Type.String(),
        year: Type.Integer(),
        projectName: Type.String(),
        unitName: Type.String(),
        problem: Type.String(),
        promise: Nullable,
        stateTitle: Type.String(),
        isClosed: Type.Boolean(),
        isOverdue: Type.Boolean(),
        repeats: Type.Union([
          Type.Object({
            year: Type.Integer(),
            problem: Type.String(),
            projectName: Type.String(),
            relation: Type.String(),
            reason: Type.String(),
          }),
          Type.Null(),
        ]),
      }),
    ),
  }),
  run: async (context, { projectId }) => {
    const project = await findProject(context.db, projectId)
    if (!project) throw new DomainError('NOT_FOUND', '没有找到这个项目，可能已移交或不在您的管理范围内。')
    const known = await findKnownProblems(context, project)
    const isNear = (one: (typeof known)[number]) => one.projectCode === project.code
    const order = (one: (typeof known)[number]) =>
      (isNear(one) ? 0 : one.unitId === project.unitId ? 1 : 2) * 4 + (one.repeats ? 0 : one.isClosed ? 2 : 1)
    return {
      items: known
        .filter((one) => one.unitId === project.unitId || one.repeats !== null)
        .toSorted((a, b) => order(a) - order(b) || b.fiscalYear - a.fiscalYear)
        .slice(0, 100)
        .map(({ fiscalYear: year, ...one }) => ({
          year,
          recordId: one.recordId,
          projectName: one.projectName,
          unitName: one.unitName,
          problem: one.problem,
          promise: one.promise,
          stateTitle: one.stateTitle,
          isClosed: one.isClosed,
          isOverdue: one.isOverdue,
          repeats: one.repeats,
        })),
    }
  },
})
