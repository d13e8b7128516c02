import type { TableBlock, TableRow } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import {
  cell,
  columns,
  figure,
  head,
  label,
  listTable,
  mergeDown,
  row,
  table,
} from '../domain/documents/make-block.ts'
import type { ExanteEvaluationContent, ExanteScoreSheetContent } from '../domain/forms/contents.ts'
import { firstText, score, weight, yesNo } from './shared/text.ts'

/** One expert's sheet in words. */
export type ScoredSheet = {
  readonly person: string
  readonly content: Labelled<ExanteScoreSheetContent>
  readonly total_x100?: number | null
}

/** More experts than this get one column of counts instead of a column each. */
const EXPERT_COLUMNS_MAX = 5
const OPTIONS = ['优', '良', '中', '差']

/** 评分表: item by item what each expert marked, and the average of each dimension. */
export function scoreTable(
  content: Labelled<ExanteEvaluationContent>,
  sheets: readonly ScoredSheet[],
): TableBlock {
  const items = sheets[0]?.content.scores ?? []
  const isWide = sheets.length > EXPERT_COLUMNS_MAX
  const marks = isWide ? ['评价（人数）'] : sheets.map((sheet) => sheet.person)
  const spans = mergeDown(items.map((item) => item.dimension ?? ''))
  const averages = new Map((content.panelDimensions ?? []).map((one) => [one.dimension, one.score_x100]))
  return table({
    columns: columns(2, 5.4, [1.1, 'right'], ...marks.map(() => [isWide ? 2.4 : 1.3, 'center'] as const), [
      1.5,
      'right',
    ]),
    headerRows: 1,
    size: 'small',
    rows: [
      row(...['评估维度', '评估要点', '分值', ...marks, '平均得分'].map((text) => head(text))),
      ...items.map((item, index): TableRow => {
        const span = spans[index]
        const given = sheets.map((sheet) => sheet.content.scores?.[index]?.option ?? '')
        return row(
          ...(span === undefined ? [] : [label(item.dimension ?? '', { rowSpan: span })]),
          cell(item.item),
          figure(weight(item.weight_x100)),
          ...(isWide ? [label(countMarks(given))] : given.map((option) => label(option))),
          ...(span === undefined ? [] : [label(score(averages.get(item.dimension)), { rowSpan: span })]),
        )
      }),
      totalRow(content, sheets, isWide),
    ],
  })
}

function totalRow(
  content: Labelled<ExanteEvaluationContent>,
  sheets: readonly ScoredSheet[],
  isWide: boolean,
): TableRow {
  const totals = isWide
    ? [label(`${sheets.length}人`)]
    : sheets.map((sheet) => label(score(sheet.total_x100)))
  return row(
    head('总分', { colSpan: 2 }),
    figure('100'),
    ...(totals.length > 0 ? totals : []),
    label(score(content.panelScore_x100)),
  )
}

function countMarks(marks: readonly string[]): string {
  return OPTIONS.map((option) => [option, marks.filter((mark) => mark === option).length] as const)
    .filter(([, count]) => count > 0)
    .map(([option, count]) => `${option}${count}`)
    .join(' ')
}

/** 专家意见汇总表. */
export function opinionTable(
  content: Labelled<ExanteEvaluationContent>,
  sheets: readonly ScoredSheet[],
): TableBlock {
  const experts = new Map((content.experts ?? []).map((expert) => [expert.person, expert]))
  return listTable({
    head: ['序号', '专家', '专业领域', '评分', '建议结论', '总体意见'],
    columns: columns([1.2, 'center'], [1.8, 'center'], [1.8, 'center'], [1.5, 'right'], [2.4, 'center'], 8),
    rows: sheets.map((sheet, index) => [
      String(index + 1),
      sheet.person,
      firstText(experts.get(sheet.person)?.field),
      score(sheet.total_x100),
      firstText(sheet.content.suggestedDecision),
      firstText(sheet.content.overallOpinion),
    ]),
  })
}

/** 评估资料清单. */
export function materialTable(content: Labelled<ExanteEvaluationContent>): TableBlock {
  return listTable({
    head: ['序号', '资料名称', '是否必需', '状态', '审核说明'],
    columns: columns([1.2, 'center'], 6, [1.6, 'center'], [1.6, 'center'], 5),
    rows: (content.materials ?? []).map((material, index) => [
      String(index + 1),
      firstText(material.item),
      yesNo(material.isRequired),
      firstText(material.status),
      firstText(material.note),
    ]),
  })
}
