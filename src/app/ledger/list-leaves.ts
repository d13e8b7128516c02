import { Type } from 'typebox'
import { leafTitle } from '../../domain/ledger/contract-words.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { findCheckpoints } from '../../storage/checkpoint-repository.ts'
import { findLeavesOf } from '../../storage/ledger-repository.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'

/** 登入情况: what of a record or a project stands in the contract ledger, and how far it is witnessed. */
export const listLeaves = defineUseCase({
  id: 'ledger.listLeaves',
  title: '查看契约账登入情况',
  stage: 'shell',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object(
    {
      recordId: Type.Optional(Type.String({ format: 'uuid' })),
      projectId: Type.Optional(Type.String({ format: 'uuid' })),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        /** 第 n 号, counted from 1 as people do. */
        number: Type.Integer(),
        type: Type.String(),
        title: Type.String(),
        recordId: Type.Union([Type.String(), Type.Null()]),
        sealedAt: Type.String(),
        /** How many witnesses signed a checkpoint that covers it. */
        witnesses: Type.Integer(),
      }),
    ),
  }),
  run: async (context, { recordId, projectId }) => {
    if ((recordId === undefined) === (projectId === undefined))
      throw new DomainError('INVALID_INPUT', '请指定一个项目或一个办理事项。')
    const leaves = await findLeavesOf(
      context.db,
      recordId === undefined ? { projectId: projectId as string } : { recordId },
    )
    const place = leaves[0]?.jurisdictionId
    const checkpoints = place === undefined ? [] : await findCheckpoints(context.db, place)
    return {
      items: leaves.map((leaf) => ({
        number: Number(leaf.idx) + 1,
        type: leaf.type,
        title: leafTitle(leaf.type),
        recordId: leaf.recordId,
        sealedAt: leaf.createdAt,
        witnesses: Math.max(
          0,
          ...checkpoints
            .filter(({ size }) => size > Number(leaf.idx))
            .map(({ cosignatures }) => cosignatures.length),
        ),
      })),
    }
  },
})
