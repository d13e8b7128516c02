import { Type } from 'typebox'
import { findAudit } from '../../storage/audit-repository.ts'
import { defineUseCase } from '../kernel/use-case.ts'

/** 审计记录: newest first; the audit administrator reads all, leaders and auditors their own place. */
export const readAudit = defineUseCase({
  id: 'administration.readAudit',
  title: '查看审计记录',
  stage: 'shell',
  kind: 'query',
  by: ['audit_admin', 'finance_leader', 'audit'],
  input: Type.Object(
    {
      subjectId: Type.Optional(Type.String({ format: 'uuid' })),
      before: Type.Optional(Type.String({ format: 'date-time' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Type.String(),
        at: Type.String(),
        personName: Type.Union([Type.String(), Type.Null()]),
        role: Type.Union([Type.String(), Type.Null()]),
        title: Type.String(),
        useCase: Type.String(),
        outcome: Type.String(),
        address: Type.Union([Type.String(), Type.Null()]),
        subjectKind: Type.Union([Type.String(), Type.Null()]),
        subjectId: Type.Union([Type.String(), Type.Null()]),
        projectName: Type.Union([Type.String(), Type.Null()]),
        jurisdictionId: Type.Union([Type.String(), Type.Null()]),
        changes: Type.Unknown(),
      }),
    ),
  }),
  run: async (context, input) => ({
    items: await findAudit(context.db, { ...input, limit: input.limit ?? 50 }),
  }),
})
