import { EVA_072, SCORE_TABLE_PLACE } from '../../domain/evaluation/checks/index.ts'
import { departmentEvaluation, financeEvaluation } from '../../domain/evaluation/index.ts'
import { found } from '../../domain/shared/check.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct } from '../records/act.ts'
import type { RecordData } from '../records/record-data.ts'
import { moveEngagement } from './agency/begin-engagement.ts'
import { financeFigures, withFinanceFigures } from './finance-figures.ts'
import { reportFindings } from './finance-findings.ts'
import { examineReports } from './report/examine-reports.ts'
import { withFreshFigures } from './store-figures.ts'

/** 提交正式报告: after the unit has answered, with total and grade in the version that is kept. */
export const finaliseReport = finaliseOf(financeEvaluation)
export const finaliseForDepartment = finaliseOf(departmentEvaluation)

function finaliseOf(kind: RecordKind) {
  const finalise = defineAct(kind, 'finalise', {
    gate: async (context, data) => [
      ...reportFindings(context, data, await financeFigures(context, data)),
      ...(await contradictions(context, data)),
    ],
    effect: async (context, data) => moveEngagement(context, data, 'deliver'),
  })
  return withFreshFigures(finalise, async (context, data) =>
    withFinanceFigures(data.content, await financeFigures(context, data)),
  )
}

/**
 * A report that states another result than the one being handed in cannot both be right; whatever else
 * the report check finds is shown to whoever takes the report over.
 */
async function contradictions(context: Context, data: RecordData): Promise<Finding[]> {
  const { reports } = await examineReports(context, data)
  return reports.flatMap(({ name, findings }) =>
    findings
      .filter(({ ruleId, place }) => ruleId === EVA_072.id && place === SCORE_TABLE_PLACE)
      .map(({ message }) =>
        found(EVA_072, `“${name}”：${message}`, { section: 'conclusion', field: 'reportFiles' }),
      ),
  )
}
