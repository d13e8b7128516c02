import { departmentEvaluation, financeEvaluation } from '../../domain/evaluation/index.ts'
import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import { defineAct } from '../records/act.ts'
import { financeFigures, withFinanceFigures } from './finance-figures.ts'
import { consultFindings } from './finance-findings.ts'
import { pledgeFindings } from './own/index.ts'
import { withFreshFigures } from './store-figures.ts'

/** 征求被评价单位意见: the draft is complete, scored and graded before the unit reads it. */
export const consultUnit = consultOf(financeEvaluation)
export const consultUnitForDepartment = consultOf(departmentEvaluation)

function consultOf(kind: RecordKind) {
  const consult = defineAct(kind, 'consult', {
    gate: async (context, data) => [
      ...(await pledgeFindings(context, data)),
      ...consultFindings(context, data, await financeFigures(context, data)),
    ],
  })
  return withFreshFigures(consult, async (context, data) =>
    withFinanceFigures(data.content, await financeFigures(context, data)),
  )
}
