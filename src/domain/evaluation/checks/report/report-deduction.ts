import { isStockPhrase } from '../../../doctor/read/stock-phrase.ts'
import type { ParameterReader } from '../../../rules/parameter-values.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { formatScore } from '../../../shared/score.ts'
import { cite } from '../../../shared/sources.ts'
import type { ReportFinding, ScoreRow, StudiedReport } from '../../report/report.ts'
import { reportFinding, rowPlace } from '../../report/report-finding.ts'

/** EVA-073 扣分依据: points taken say what is wrong, in the table or in the analysis. */
export const EVA_073: RuleHeader = {
  id: 'EVA-073',
  name: '扣分没有写明依据',
  stage: 'evaluation',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2020-10', '附件3（绩效评价指标分析）'),
  parameters: ['doctor.stock_phrases'],
}

/** Words that say what fell short. */
const SHORTFALL =
  /扣|未|没有|不[足够全符合清明完到及规准高]|缺|超[期支出过]|滞后|延[期迟后]|低于|少于|偏[低差离高大]|问题|欠|仅|只有|尚|较低|较差|逾期|差异|漏|不一致|下降|减少|闲置|返工/
/** Words that only say that points were taken. */
const NO_REASON = /^(酌情|适当|视情|综合考虑|根据实际情况|按照?评分标准)?[，,]?(予以)?扣(除)?[\d.]*分?[。.]?$/
const SHORTEST = 6
/** From so many characters on one figure is a fact of its own. */
const LONG_FACT = 12
const NUMBER = /\d+(?:\.\d+)?/g

export function checkReportDeductions(report: StudiedReport, rules: ParameterReader): ReportFinding[] {
  const words = rules.value('doctor.stock_phrases').value
  return report.tables
    .filter(({ isDetail }) => isDetail)
    .flatMap((table) =>
      table.rows.flatMap((row) => {
        const { weight_x100, score_x100, basis } = row
        if (weight_x100 === null || score_x100 === null || score_x100 >= weight_x100) return []
        const own = basis.replace(/\s/g, '')
        const isReason =
          own.length >= SHORTEST && saysWhy(own) && !NO_REASON.test(own) && !isStockPhrase(own, words)
        if (isReason || isExplained(report, row)) return []
        const lost = formatScore(weight_x100 - score_x100)
        const message = `“${row.name}”扣${lost}分，评分表和指标分析都没有写明扣分的事实，请写明依据。`
        return [reportFinding(EVA_073, rowPlace(table, row), message, basis === '' ? null : basis)]
      }),
    )
}

/** What fell short in words, or figures that show it. */
function saysWhy(text: string): boolean {
  const facts = text.replace(/(?:分值|得分|扣)[\d.]*分/g, '')
  const figures = (facts.match(NUMBER) ?? []).length
  return SHORTFALL.test(facts) || figures >= 2 || (figures === 1 && facts.length >= LONG_FACT)
}

/** A paragraph of the analysis that names the indicator and says what fell short. */
function isExplained({ paragraphs }: StudiedReport, { name }: ScoreRow): boolean {
  return paragraphs.some(({ text, level }, at) => {
    if (!text.replace(/\s/g, '').includes(name)) return false
    const told = level > 0 ? (paragraphs[at + 1]?.text ?? '') : text
    const facts = told
      .replace(name, '')
      .split(/[。；]/)
      .filter((sentence) => sentence.trim() !== '' && !NO_REASON.test(sentence.trim()))
      .join('。')
    return saysWhy(facts.replace(/^\d+[.、]/, ''))
  })
}
