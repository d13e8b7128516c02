import { Type } from 'typebox'
import { findTakeovers } from '../../storage/takeover-repository.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { Difference } from './shown-difference.ts'

/** 采纳记录: what was taken over from files of the budget system, by whom, row by row. */
export const listTakeovers = defineUseCase({
  id: 'exchange.listTakeovers',
  title: '查看交换表采纳记录',
  stage: 'shell',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object(
    { year: Type.Integer({ minimum: 2000, maximum: 2100 }) },
    { additionalProperties: false },
  ),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Type.String(),
        takenAt: Type.String(),
        personName: Type.String(),
        fileName: Type.String(),
        sha256: Type.String(),
        differences: Type.Array(Difference),
      }),
    ),
  }),
  run: async (context, { year }) => {
    const { jurisdictionId } = context.actor
    const items = await findTakeovers(context.db, { jurisdictionId, fiscalYear: year })
    return { items: items.map((item) => ({ ...item, differences: [...item.differences] })) as never }
  },
})
