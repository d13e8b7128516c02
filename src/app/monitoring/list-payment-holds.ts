import { Type } from 'typebox'
import { optionLabel } from '../../domain/forms/form-index.ts'
import { monitoringFinding } from '../../domain/monitoring/index.ts'
import { findPaymentHolds } from '../../storage/monitoring-repository.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { getForm } from '../records/record-data.ts'

const Nullable = Type.Union([Type.String(), Type.Null()])

/**
 * 暂缓、停止拨款清单: what the payment side has to hold back, and since when. 暂缓 ends when its finding is
 * closed; 停止 and 终止 hold on.
 */
export const listPaymentHolds = defineUseCase({
  id: 'monitoring.listPaymentHolds',
  title: '查看暂缓、停止拨款清单',
  stage: 'monitoring',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object(
    {
      jurisdiction: Type.String({ pattern: '^[0-9A-Z]{6}$' }),
      year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        recordId: Type.String(),
        projectId: Type.String(),
        projectName: Type.String(),
        projectCode: Type.String(),
        unitName: Type.String(),
        opinionType: Type.String(),
        opinion: Type.String(),
        amount_fen: Nullable,
        requirement: Type.String(),
        documentNumber: Nullable,
        issuedOn: Type.String(),
        /** The day payment may go on; null while it is held. */
        liftedOn: Nullable,
      }),
    ),
  }),
  run: async (context, { jurisdiction, year }) => {
    const rows = await findPaymentHolds(context.db, { jurisdictionId: jurisdiction, fiscalYear: year })
    const form = getForm(context, monitoringFinding.form)
    return {
      items: rows.map(({ closedOn, ...row }) => ({
        ...row,
        opinion: optionLabel(form, 'opinionType', row.opinionType),
        liftedOn: row.opinionType === 'suspend' ? closedOn : null,
      })),
    }
  },
})
