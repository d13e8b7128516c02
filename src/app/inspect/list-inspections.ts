import { Type } from 'typebox'
import { findInspections } from '../../storage/inspection-repository.ts'
import { defineUseCase } from '../kernel/use-case.ts'

/** A month of nights. */
const NIGHTS = 30

/**
 * 每夜核对结果: for the system administrator what was found where, for the audit administrator also which
 * rows; examples name projects, which are none of the system administrator's business.
 */
export const listInspections = defineUseCase({
  id: 'administration.inspections',
  title: '查看每夜核对',
  stage: 'shell',
  kind: 'query',
  by: ['system_admin', 'audit_admin'],
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({
    now: Type.String(),
    items: Type.Array(
      Type.Object({
        id: Type.String(),
        beganAt: Type.String(),
        endedAt: Type.String(),
        differences: Type.Integer(),
        lines: Type.Array(
          Type.Object({
            id: Type.String(),
            title: Type.String(),
            count: Type.Integer(),
            examples: Type.Array(Type.String()),
          }),
        ),
      }),
    ),
  }),
  run: async (context) => {
    const isAudit = context.actor.role === 'audit_admin'
    const items = (await findInspections(context.db, NIGHTS)).map(({ lines, ...row }) => ({
      ...row,
      lines: lines.map(({ examples, ...line }) => ({ ...line, examples: isAudit ? [...examples] : [] })),
    }))
    return { now: context.now, items }
  },
})
