import type { ParameterReader } from '../../../rules/parameter-values.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import type { ReportFinding, StudiedReport } from '../../report/report.ts'
import { paragraphPlace, reportFinding } from '../../report/report-finding.ts'

/** EVA-077 建议: what to change, by whom, how much; not that management should be strengthened. */
export const EVA_077: RuleHeader = {
  id: 'EVA-077',
  name: '建议空泛',
  stage: 'evaluation',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2020-10', '附件3（有关建议）'),
  parameters: ['evaluation.report_check'],
}

const NUMBERING = /^(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]|[一二三四五六七八九十]是)\s*/

/** Captions and units of tables stand in the section, too. */
const SHORTEST = 12

function isSentence(text: string): boolean {
  return /[。；;]$/.test(text.trim()) || text.trim().length >= SHORTEST
}

export function checkReportAdvice(report: StudiedReport, rules: ParameterReader): ReportFinding[] {
  const { adviceWords, adviceOwn } = rules.value('evaluation.report_check').value
  const stock = new RegExp([...adviceWords].sort((a, b) => b.length - a.length).join('|'), 'g')
  const items = report.paragraphs.filter(({ parts, level }) => parts.includes('advice') && level === 0)
  const isOnly = items.filter(({ parts }) => !parts.includes('problems'))
  const hasSection = report.sections.some(({ parts }) => parts.includes('advice'))
  if (hasSection && items.every(({ text }) => /^无[。]?$/.test(text.trim()))) {
    const hasProblems = report.paragraphs.some(
      ({ parts, level }) => parts.includes('problems') && level === 0,
    )
    return hasProblems
      ? [reportFinding(EVA_077, '“有关建议”', '报告列出了问题，却没有提出建议，请逐条提出改进建议。')]
      : []
  }
  return isOnly
    .filter(({ text }) => isSentence(text))
    .flatMap((item) => {
      const own = item.text.replace(NUMBERING, '').replace(/[^\u4e00-\u9fff\d%《》]/g, '')
      const isSpecific = /\d|《/.test(own) || own.replace(stock, '').length > adviceOwn
      if (isSpecific || own === '') return []
      const message = '这条建议没有写明谁来改、改什么、改到什么程度，请写具体。'
      return [reportFinding(EVA_077, paragraphPlace(item), message, item.text)]
    })
}
