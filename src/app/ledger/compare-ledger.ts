import { Type } from 'typebox'
import { DomainError } from '../../domain/shared/errors.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { inspectLedger } from './inspect-ledger.ts'

/**
 * 核对契约账: the rows of one's place against their leaves, field by field. What the nightly inspection
 * does for everything, a person may do for what they see at any time.
 */
export const compareLedger = defineUseCase({
  id: 'ledger.compare',
  title: '核对契约账',
  stage: 'shell',
  kind: 'query',
  by: ['finance_performance', 'finance_leader', 'province', 'congress', 'audit'],
  input: Type.Object(
    { jurisdiction: Type.String({ pattern: '^[0-9A-Z]{6}$' }) },
    { additionalProperties: false },
  ),
  output: Type.Object({
    isEqual: Type.Boolean(),
    /** Each names the object, the field and both values. */
    differences: Type.Array(Type.String()),
  }),
  run: async (context, { jurisdiction }) => {
    const { role, jurisdictionId } = context.actor
    if (role !== 'province' && jurisdiction !== jurisdictionId)
      throw new DomainError('NOT_FOUND', '没有找到这本账，可能不在您的管理范围内。')
    // Audit rows are not this reader's to see; the nightly inspection compares them.
    const found = await inspectLedger(
      context.db,
      { hashes: context.ledger.hashes, forms: context.forms, isDemo: context.isDemo },
      { jurisdictionId: jurisdiction, isAuditSkipped: true },
    )
    const differences = [...found.tree, ...found.rows]
    return { isEqual: differences.length === 0, differences }
  },
})
