import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { isUnitWord, lacksWholePart, normaliseTargetText } from '../../targets/compute/index.ts'
import { nameFund, nameRow, report, reportRow } from '../finding.ts'
import { isFilled } from '../read/cells.ts'
import { isRunTogether } from '../read/run-together.ts'
import type { ReportFinding } from '../report.ts'
import { shorten } from '../score/compare.ts'
import type { StudiedRow, Study } from '../study.ts'

/** CHK-DIGITS-LOST 数字缺失: digits are missing or ran together; they are never read as 0. */
export const CHK_DIGITS_LOST: RuleHeader = {
  id: 'CHK-DIGITS-LOST',
  name: '数字缺失或连在一起',
  stage: 'doctor',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default', '表格转换常见错误'),
}

export function checkDigitsLost(study: Study): ReportFinding[] {
  return [
    ...study.rows.flatMap((row) => checkRow(row, study)),
    ...checkFunds(study),
    ...checkText(study),
    ...checkSentences(study),
    ...checkNotes(study),
  ]
}

function checkRow(row: StudiedRow, { table }: Study): ReportFinding[] {
  const cells = [
    ['target_text', '指标值', row.row.target],
    ['actual_text', '实际完成值', row.row.actual],
    ['weight', '分值', row.row.weight],
    ['score', '得分', row.row.score],
  ] as const
  for (const [field, title, printed] of cells) {
    if (printed === null || printed.trim() === '') continue
    const fault = faultOf(printed)
    if (fault === undefined) continue
    const message = `${nameRow(row)}的${title}“${shorten(printed)}”${fault}，不能当作 0。请对照原表补全。`
    return [reportRow(CHK_DIGITS_LOST, row, field, message)]
  }
  return ranTogether(row, table)
}

function faultOf(printed: string): string | undefined {
  const plain = normaliseTargetText(printed)
  if (lacksWholePart(plain)) return '缺少整数部分'
  // 9.% and ≥1.个: something stood behind the point, too.
  const tail = /^[≥≤=<>]?\d+\.(\D+)$/.exec(plain)?.[1]
  if (tail !== undefined && isUnitWord(tail)) return '小数点后面缺少数字'
  // 10≥266米≥266米10: weight, target, actual and score in one cell.
  if (/^\d+(\.\d+)?[≥≤]\d[^≥≤]*[≥≤]\d/.test(plain)) return '是几个数字连在一起'
  return undefined
}

/** Where nothing says where to cut: name and value in the text, or one digit for each of many places. */
function ranTogether(row: StudiedRow, table: Study['table']): ReportFinding[] {
  const { name, target } = row.row
  if (isRunTogether(row.row, table.text)) {
    const message = `${nameRow(row)}的名称和指标值在原文里连成“${name}${target}”，分不清哪几位是指标值。请对照原表分开填写。`
    return [reportRow(CHK_DIGITS_LOST, row, 'target_text', message)]
  }
  const places = (table.unit ?? '').split('、').length
  if (places < FEWEST_PLACES || !/^\d+$/.test(target ?? '') || target?.length !== places) return []
  const message = `${nameRow(row)}的指标值“${target}”正好是 ${places} 位，像是 ${places} 个地方各一个数连在了一起。请按地方分开填写。`
  return [reportRow(CHK_DIGITS_LOST, row, 'target_text', message)]
}

/** Two digits are a number; five in a row for five places are not. */
const FEWEST_PLACES = 5

function checkFunds({ funds }: Study): ReportFinding[] {
  const columns = [
    ['initial_budget', 'initial'],
    ['adjusted_budget', 'adjusted'],
    ['executed', 'executed'],
  ] as const
  return funds.flatMap((fund) => {
    const bad = columns.find(([, column]) => lacksWholePart(normaliseTargetText(fund.fund[column] ?? '')))
    if (!bad) return []
    const message = `${nameFund(fund)}的金额“${shorten(fund.fund[bad[1]])}”缺少整数部分，不能当作 0。请对照原表补全。`
    return [report(CHK_DIGITS_LOST, { fund: fund.index, field: bad[0] }, message)]
  })
}

/** Long enough for a form to have had figures. */
const LONG_TEXT = 150
const FEW_DIGITS = 4

/** A whole form without figures: 总分:分, 预算数(), 国家奖学金人数分. */
function checkText({ table, rows, funds }: Study): ReportFinding[] {
  const text = table.text ?? ''
  if (text.length < LONG_TEXT || (text.match(/\d/g) ?? []).length > FEW_DIGITS) return []
  const hasGaps = /总分[:：]?分|\(\s*分\)|（\s*分）|得分\(分|[^\d一二三四五六七八九十]万元/.test(text)
  const hasValues = [...rows.map(({ row }) => row.target), ...funds.map(({ fund }) => fund.initial)]
  if (!hasGaps || hasValues.some((cell) => isFilled(cell) && /\d/.test(cell))) return []
  const message =
    '全文几乎没有数字，应有的分值、指标值和金额都丢失了（转换或复制时丢字）。请用原表重新导入，不要按 0 处理。'
  return [report(CHK_DIGITS_LOST, { field: 'text' }, message)]
}

/** A percent sign or 万元 with no figure before it: 第一年按总额%分红, 控制在万元以内. (%) and 单位:万元 are none. */
const GAP =
  /[\u4e00-\u9fff](?<![零一二三四五六七八九十百千万亿几数余多两半以按]|单位)%|[\u4e00-\u9fff](?<![零一二三四五六七八九十百千万亿几数余多两每单位以按])万元(?=以[上下内]|[,。;、)]|$)/

/** Sentences people wrote: figures fell out of them, too. */
function checkSentences({ table }: Study): ReportFinding[] {
  const fields = [
    ['annual_goal', '年度总体目标', table.annualGoal],
    ['goal_reached', '目标完成情况', table.goalReached],
    ['conclusions', '结论', table.conclusions],
  ] as const
  return fields.flatMap(([field, title, text]) => {
    const plain = (text ?? '').normalize('NFKC').replace(/\s/g, '')
    const at = GAP.exec(plain)
    if (!at) return []
    const around = plain.slice(Math.max(0, at.index - 8), at.index + at[0].length + 4)
    const message = `${title}里“${around}”处缺少数字，不能当作 0。请对照原文补全。`
    return [report(CHK_DIGITS_LOST, { field }, message)]
  })
}

/** What the reader of the file could not tell apart. */
function checkNotes({ options }: Study): ReportFinding[] {
  return (options.notes ?? [])
    .filter(({ kind }) => kind === 'digits_lost' || kind === 'run_together')
    .map(({ place, message }) => report(CHK_DIGITS_LOST, {}, place === '' ? message : `${place}：${message}`))
}
