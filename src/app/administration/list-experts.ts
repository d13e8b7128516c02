import { Type } from 'typebox'
import { findExperts } from '../../storage/organisation-repository.ts'
import { defineUseCase } from '../kernel/use-case.ts'

/** 专家: who can be asked to score today, with field and employer (for the conflict check). */
export const listExperts = defineUseCase({
  id: 'administration.listExperts',
  title: '查看专家',
  stage: 'shell',
  kind: 'query',
  by: ['finance_performance', 'finance_leader', 'province', 'security_admin'],
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        employer: Type.Union([Type.String(), Type.Null()]),
        field: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
  }),
  run: async (context) => ({ items: await findExperts(context.db, context.today) }),
})
