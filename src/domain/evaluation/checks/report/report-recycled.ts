import type { ParameterReader } from '../../../rules/parameter-values.ts'
import { formatPercent } from '../../../shared/ratio.ts'
import { Decimal } from '../../../shared/decimal.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import type { ReportFinding, StudiedReport } from '../../report/report.ts'
import { paragraphPlace, reportFinding } from '../../report/report-finding.ts'
import { bareText, similarityIndex } from '../../report/similar.ts'

/** EVA-075 照搬: what is found and advised belongs to this project, not to an earlier report. */
export const EVA_075: RuleHeader = {
  id: 'EVA-075',
  name: '段落照搬以前的报告',
  stage: 'evaluation',
  kind: 'check',
  severity: 'warning',
  source: cite('jiheng-default', '评价结论应出自本项目的情况'),
  parameters: ['evaluation.report_check'],
}

/** How an evaluation is done may be told in the same words every time; what it found may not. */
const OWN_PARTS = ['problems', 'advice']
/** Scores and rates are told in set words; only what is longer than a set phrase counts there. */
const SET_PARTS = ['conclusion', 'analysis']
const SET_TIMES = 2

/** Why an indicator has all its points is told in the same words everywhere. */
function isFullMarks(text: string): boolean {
  const match = /分值(\d+(?:\.\d+)?)分[，,]得分(\d+(?:\.\d+)?)分/.exec(text)
  return match !== null && Number(match[1]) === Number(match[2])
}

export function checkReportRecycled(report: StudiedReport, rules: ParameterReader): ReportFinding[] {
  const { facts, paragraphs } = report
  const earlier = facts.earlier ?? []
  if (earlier.length === 0) return []
  const { recycled_bp, recycledLength } = rules.value('evaluation.report_check').value
  const names = [facts.projectName, facts.unitName, facts.departmentName].filter((name) => name != null)
  const find = similarityIndex(earlier, names)
  return paragraphs.flatMap((paragraph) => {
    const isIn = (parts: readonly string[]) => paragraph.parts.some((part) => parts.includes(part))
    if (paragraph.level > 0 || isFullMarks(paragraph.text)) return []
    const shortest = isIn(OWN_PARTS)
      ? recycledLength
      : isIn(SET_PARTS)
        ? recycledLength * SET_TIMES
        : Infinity
    if (bareText(paragraph.text, names).length < shortest) return []
    const like = find(paragraph.text)
    if (!like || like.share * 10_000 < recycled_bp) return []
    const share = formatPercent(new Decimal(like.share))
    const message = `这一段与“${like.report}”中的一段有${share}相同，请改为本项目的情况。`
    return [reportFinding(EVA_075, paragraphPlace(paragraph), message, paragraph.text)]
  })
}
