import { Type } from 'typebox'
import { findIndicatorsInHand } from '../../storage/indicator-owner-repository.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'

const Nullable = Type.Union([Type.String(), Type.Null()])

/** 指标责任人: indicators of declared targets without a living owner, or all of one sheet. */
export const listIndicatorOwners = defineUseCase({
  id: 'targets.listIndicatorOwners',
  title: '查看指标责任人',
  stage: 'targets',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object(
    { recordId: Type.Optional(Type.String({ format: 'uuid' })) },
    { additionalProperties: false },
  ),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        jurisdictionId: Type.String(),
        indicatorId: Type.String(),
        recordId: Type.String(),
        recordTitle: Type.String(),
        projectId: Type.String(),
        projectName: Type.String(),
        unitId: Type.String(),
        fiscalYear: Type.Integer(),
        name: Type.String(),
        personId: Nullable,
        personName: Nullable,
        isLiving: Type.Boolean(),
      }),
    ),
  }),
  run: async (context, { recordId }) => ({
    items: await findIndicatorsInHand(context.db, {
      on: context.today,
      ...(recordId === undefined ? { isOrphaned: true } : { recordId }),
    }),
  }),
})
