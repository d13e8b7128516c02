import { financeEvaluation } from '../../domain/evaluation/index.ts'
import { defineAct } from '../records/act.ts'
import { financeFigures, withFinanceFigures } from './finance-figures.ts'
import { reportFindings } from './finance-findings.ts'
import { withFreshFigures } from './store-figures.ts'

const finalise = defineAct(financeEvaluation, 'finalise', {
  gate: async (context, data) => reportFindings(context, data, await financeFigures(context, data)),
})

/** 提交正式报告: after the unit has answered, with total and grade in the version that is kept. */
export const finaliseReport = withFreshFigures(finalise, async (context, data) =>
  withFinanceFigures(data.content, await financeFigures(context, data)),
)
