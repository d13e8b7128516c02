import type { RuleHeader } from '../../../shared/rule-header.ts'
import { formatScore, formatWeight } from '../../../shared/score.ts'
import { cite } from '../../../shared/sources.ts'
import type { ReportFinding, ScoreRow, ScoreTable, StudiedReport } from '../../report/report.ts'
import { paragraphPlace, reportFinding, rowPlace } from '../../report/report-finding.ts'
import { groupName } from '../../report/score-table.ts'
import { wrongRates, wrongSums } from '../../report/statements.ts'

/** EVA-071 报告中的数: sums, rates and what text and tables say of the same figure. */
export const EVA_071: RuleHeader = {
  id: 'EVA-071',
  name: '评价报告中的数对不上',
  stage: 'evaluation',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2020-10', '绩效评价资料真实、完整'),
}

const FULL_x100 = 100_00

export function checkReportArithmetic(report: StudiedReport): ReportFinding[] {
  return [
    ...report.tables.flatMap(tableFaults),
    ...groupFaults(report),
    ...statedScores(report),
    ...report.paragraphs.flatMap((paragraph) => {
      const place = paragraphPlace(paragraph)
      return [
        ...wrongRates(paragraph.text).map(({ label, printed, computed }) =>
          reportFinding(
            EVA_071,
            place,
            `${label}写${printed}，按同一段的金额计算是${computed}，请核对。`,
            paragraph.text,
          ),
        ),
        ...wrongSums(paragraph.text).map(({ total, parts }) =>
          reportFinding(EVA_071, place, `总额写${total}，其中各项相加是${parts}，请核对。`, paragraph.text),
        ),
      ]
    }),
  ]
}

const sumOf = (rows: readonly ScoreRow[], column: 'weight_x100' | 'score_x100') =>
  rows.reduce((sum, row) => sum + (row[column] ?? 0), 0)

function tableFaults(table: ScoreTable): ReportFinding[] {
  const { rows, total } = table
  const weights = sumOf(rows, 'weight_x100')
  const scores = sumOf(rows, 'score_x100')
  const faults = [...rows, ...(total ? [total] : [])].flatMap((row) => rowFaults(table, row))
  if (total?.weight_x100 != null && total.weight_x100 !== weights) {
    const message = `分值合计印${formatWeight(total.weight_x100)}分，各行相加是${formatWeight(weights)}分，请核对。`
    faults.push(reportFinding(EVA_071, rowPlace(table, total), message))
  } else if (table.isDetail && weights !== FULL_x100) {
    faults.push(
      reportFinding(EVA_071, table.name, `各行分值相加是${formatWeight(weights)}分，不是100分，请核对。`),
    )
  }
  if (total?.score_x100 != null && total.score_x100 !== scores) {
    const message = `得分合计印${formatScore(total.score_x100)}分，各行相加是${formatScore(scores)}分，请核对。`
    faults.push(reportFinding(EVA_071, rowPlace(table, total), message))
  }
  return faults
}

function rowFaults(table: ScoreTable, row: ScoreRow): ReportFinding[] {
  const { weight_x100, score_x100, rate } = row
  if (weight_x100 === null || score_x100 === null) return []
  const place = rowPlace(table, row)
  const faults: ReportFinding[] = []
  if (score_x100 > weight_x100) {
    const message = `得分${formatScore(score_x100)}分超过分值${formatWeight(weight_x100)}分，请核对。`
    faults.push(reportFinding(EVA_071, place, message))
  }
  if (rate && weight_x100 > 0) {
    const unit = 10 ** rate.decimals
    const computed = Math.floor((score_x100 * 100 * unit) / weight_x100 + 0.5) / unit
    if (Math.abs(computed - rate.percent) > 1e-9) {
      const message = `得分率印${rate.percent}%，得分除以分值是${computed.toFixed(rate.decimals)}%，请核对。`
      faults.push(reportFinding(EVA_071, place, message))
    }
  }
  return faults
}

/** A group's line in one table against its rows in the other. */
function groupFaults({ tables }: StudiedReport): ReportFinding[] {
  const detail = tables.find(({ isDetail }) => isDetail)
  if (!detail) return []
  return tables
    .filter((table) => !table.isDetail)
    .flatMap((table) =>
      table.rows.flatMap((row) => {
        const own = detail.rows.filter(({ level1 }) => groupName(level1) === groupName(row.name))
        const score = sumOf(own, 'score_x100')
        if (own.length === 0 || row.score_x100 === null || row.score_x100 === score) return []
        const message = `“${row.name}”得分印${formatScore(row.score_x100)}分，${detail.name}中各项相加是${formatScore(score)}分，请核对。`
        return [reportFinding(EVA_071, rowPlace(table, row), message)]
      }),
    )
}

const POINTS =
  /(?:分值|满分|权重)(?:为|共)?\s*(\d+(?:\.\d+)?)\s*分?[^。\d]{0,12}得分?(?:为|是)?\s*(\d+(?:\.\d+)?)\s*分/

/** 分值10分，得分9.5分 in the text beside the indicator's row, or 决策类分值15分，得分14分 beside its group. */
function statedScores({ tables, paragraphs }: StudiedReport): ReportFinding[] {
  const detail = tables.find(({ isDetail }) => isDetail)
  if (!detail) return []
  const groups = [...new Set(detail.rows.map(({ level1 }) => level1))].map((level1) => ({
    name: groupName(level1),
    rows: detail.rows.filter((row) => row.level1 === level1),
  }))
  const known = [
    ...detail.rows.filter(({ name }) => name.length >= 3).map((row) => ({ name: row.name, rows: [row] })),
    ...groups.filter(({ name }) => name.length >= 2),
  ].sort((a, b) => b.name.length - a.name.length)
  return paragraphs.flatMap((paragraph) => {
    const match = POINTS.exec(paragraph.text)
    if (!match || paragraph.level > 0) return []
    const before = paragraph.text.slice(0, match.index)
    const subject = known.find(({ name }) => before.includes(name) && before.length - name.length < 30)
    if (!subject) return []
    const [weight, score] = [match[1], match[2]].map((points) => Math.round(Number(points) * 100))
    const [ownWeight, ownScore] = [sumOf(subject.rows, 'weight_x100'), sumOf(subject.rows, 'score_x100')]
    if (weight === ownWeight && score === ownScore) return []
    const message = `文中“${subject.name}”分值${match[1]}分、得分${match[2]}分，${detail.name}中是${formatWeight(ownWeight)}分、${formatScore(ownScore)}分，请核对。`
    return [reportFinding(EVA_071, paragraphPlace(paragraph), message, paragraph.text)]
  })
}
