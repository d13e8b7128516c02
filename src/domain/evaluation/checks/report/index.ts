import type { ParameterReader } from '../../../rules/parameter-values.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import type { ReportFacts, ReportFinding, ReportPart } from '../../report/report.ts'
import { studyReport } from '../../report/study-report.ts'
import { checkReportAdvice, EVA_077 } from './report-advice.ts'
import { checkReportArithmetic, EVA_071 } from './report-arithmetic.ts'
import { checkReportConclusion, EVA_072 } from './report-conclusion.ts'
import { checkReportDeductions, EVA_073 } from './report-deduction.ts'
import { checkReportNames, EVA_076 } from './report-names.ts'
import { checkReportOutline, EVA_070 } from './report-outline.ts'
import { checkReportPlaceholders, EVA_078 } from './report-placeholder.ts'
import { checkReportRecycled, EVA_075 } from './report-recycled.ts'
import { checkReportUnpunished, EVA_074 } from './report-unpunished.ts'

export { EVA_072, SCORE_TABLE_PLACE } from './report-conclusion.ts'

/** The checks of reports handed in, for the catalogue of rules. */
export const reportChecks: readonly RuleHeader[] = [
  EVA_070,
  EVA_071,
  EVA_072,
  EVA_073,
  EVA_074,
  EVA_075,
  EVA_076,
  EVA_077,
  EVA_078,
]

/**
 * 评价报告检查: everything that is wrong with a report, in the order of the rules. Pure; the same report
 * gives the same findings.
 * @param parts paragraphs and tables in the order of the file
 * @param facts what is known of the evaluation; checks that need a missing fact are silent
 * @throws DomainError PARAMETER_NOT_IN_FORCE
 */
export function checkReport(
  parts: readonly ReportPart[],
  facts: ReportFacts,
  rules: ParameterReader,
): ReportFinding[] {
  const report = studyReport(parts, facts, rules)
  return [
    ...checkReportOutline(report, rules),
    ...checkReportArithmetic(report),
    ...checkReportConclusion(report, rules),
    ...checkReportDeductions(report, rules),
    ...checkReportUnpunished(report),
    ...checkReportRecycled(report, rules),
    ...checkReportNames(report),
    ...checkReportAdvice(report, rules),
    ...checkReportPlaceholders(report),
  ]
}
