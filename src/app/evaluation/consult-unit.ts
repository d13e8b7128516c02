import { financeEvaluation } from '../../domain/evaluation/index.ts'
import { defineAct } from '../records/act.ts'
import { financeFigures, withFinanceFigures } from './finance-figures.ts'
import { draftFindings } from './finance-findings.ts'
import { withFreshFigures } from './store-figures.ts'

const consult = defineAct(financeEvaluation, 'consult', {
  gate: async (context, data) => draftFindings(data, await financeFigures(context, data)),
})

/** 征求被评价单位意见: the draft is complete, scored and graded before the unit reads it. */
export const consultUnit = withFreshFigures(consult, async (context, data) =>
  withFinanceFigures(data.content, await financeFigures(context, data)),
)
