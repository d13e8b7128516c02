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
import { AFFORDABILITY_VERDICTS, type AffordabilityYear } from '../domain/exante/compute/index.ts'
import type { ExanteEvaluationContent, ExanteScoreSheetContent } from '../domain/forms/contents.ts'
import { formatWanYuan } from '../domain/shared/money.ts'
import { formatRatio } from '../domain/shared/ratio.ts'
import { firstText, money, score, weight, yesNo } from './shared/text.ts'

/** One expert's sheet in words. */
export type ScoredSheet = {
  readonly person: string
  readonly content: Labelled<ExanteScoreSheetContent>
  readonly total_x100?: number | null
}

export type AffordabilityLine = Pick<
  AffordabilityYear,
  'year' | 'verdict' | 'available_fen' | 'rigid_fen' | 'afterProject_fen' | 'pressure' | 'pressureBefore'
>

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

/** 财力可承受能力测算表: pressure = (rigid spending + project + upkeep) ÷ available funds, year by year. */
export function affordabilityTable(
  content: Labelled<ExanteEvaluationContent>,
  lines: readonly AffordabilityLine[],
): TableBlock {
  const given = content.affordability ?? []
  const names = ['项目', ...lines.map((line) => `${line.year}年`)]
  const typed = (title: string, field: keyof NonNullable<typeof given>[number]) => [
    title,
    ...lines.map((line) => {
      const value = given.find((one) => one.year === line.year)?.[field]
      return typeof value === 'string' ? money(value) : ''
    }),
  ]
  const computed = (title: string, text: (line: AffordabilityLine) => string) => [title, ...lines.map(text)]
  const amount = (fen: bigint | null) => (fen === null ? '' : formatWanYuan(fen))
  return listTable({
    unit: '单位：万元',
    head: names,
    columns: columns(5, ...lines.map(() => [2.4, 'right'] as const)),
    rows: [
      typed('本级收入', 'ownRevenue_fen'),
      typed('一般性转移支付和税收返还', 'generalTransfers_fen'),
      typed('调入资金', 'transferredIn_fen'),
      typed('动用预算稳定调节基金', 'stabilisationFund_fen'),
      typed('新增一般债券', 'newGeneralBonds_fen'),
      typed('净结余', 'netSurplus_fen'),
      typed('减：上解支出', 'paidUpward_fen'),
      computed('可用财力（A）', (line) => amount(line.available_fen)),
      typed('三保支出', 'threeGuarantees_fen'),
      typed('债务还本付息', 'debtService_fen'),
      typed('已承诺项目支出', 'committed_fen'),
      computed('刚性支出（B）', (line) => amount(line.rigid_fen)),
      typed('本项目本级负担', 'newItemLocalShare_fen'),
      typed('本项目运行维护支出', 'newItemUpkeep_fen'),
      computed('安排本项目后支出（C）', (line) => amount(line.afterProject_fen)),
      computed('安排前压力（B/A）', (line) => formatRatio(line.pressureBefore)),
      computed('安排后压力（C/A）', (line) => formatRatio(line.pressure)),
      computed('测算结论', (line) => AFFORDABILITY_VERDICTS[line.verdict]),
    ],
  })
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
