import { departmentEvaluation, financeEvaluation } from '../../domain/evaluation/index.ts'
import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import { defineAct } from '../records/act.ts'
import { moveEngagement } from './agency/begin-engagement.ts'
import { financeFigures, withFinanceFigures } from './finance-figures.ts'
import { reportFindings } from './finance-findings.ts'
import { withFreshFigures } from './store-figures.ts'

/** 提交正式报告: after the unit has answered, with total and grade in the version that is kept. */
export const finaliseReport = finaliseOf(financeEvaluation)
export const finaliseForDepartment = finaliseOf(departmentEvaluation)

function finaliseOf(kind: RecordKind) {
  const finalise = defineAct(kind, 'finalise', {
    gate: async (context, data) => reportFindings(context, data, await financeFigures(context, data)),
    effect: async (context, data) => moveEngagement(context, data, 'deliver'),
  })
  return withFreshFigures(finalise, async (context, data) =>
    withFinanceFigures(data.content, await financeFigures(context, data)),
  )
}
