import type { ParameterReader } from '../../../rules/parameter-values.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import type { ReportFinding, StudiedReport } from '../../report/report.ts'
import { reportFinding } from '../../report/report-finding.ts'

/** EVA-070 报告提纲: every part of the outline, in its order, with something below it. */
export const EVA_070: RuleHeader = {
  id: 'EVA-070',
  name: '评价报告的组成部分',
  stage: 'evaluation',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2020-10', '附件3 项目支出绩效评价报告（参考提纲）'),
  parameters: ['evaluation.report_outline'],
}

export function checkReportOutline(report: StudiedReport, rules: ParameterReader): ReportFinding[] {
  const { parts } = rules.value('evaluation.report_outline').value
  const { sections } = report
  const missing = parts.filter(({ code }) => !sections.some((section) => section.parts.includes(code)))
  const empty = sections.filter(({ level, content }) => level < 3 && content === 0)
  return [
    ...missing.map(({ label }) =>
      reportFinding(EVA_070, '全文', `报告没有“${label}”部分，请按参考提纲补充。`),
    ),
    ...empty.map(({ title }) =>
      reportFinding(EVA_070, `“${title}”`, `“${title}”只有标题，没有内容，请补写或删除标题。`),
    ),
    ...outOfOrder(report, parts),
  ]
}

function outOfOrder({ sections }: StudiedReport, parts: readonly { code: string; label: string }[]) {
  const first = parts.flatMap(({ code, label }) => {
    const at = sections.findIndex((section) => section.level === 1 && section.parts.includes(code))
    return at < 0 ? [] : [{ label, at }]
  })
  return first.flatMap(({ label, at }, index): ReportFinding[] => {
    const before = first[index - 1]
    if (!before || at >= before.at) return []
    const message = `“${label}”写在“${before.label}”之前，请按参考提纲调整次序。`
    return [reportFinding(EVA_070, `“${sections[at]?.title ?? ''}”`, message)]
  })
}
