import { plainLabel, withoutBrackets } from '../doctor/read/cell-text.ts'
import type { FieldDefinition } from '../forms/form.ts'
import type { ReadSheet } from '../offline/workbook.ts'

/** 万元 or 元: how amounts in the file are meant. */
export type AmountUnit = 'wan' | 'yuan'

/** Which column of the file (from 0) holds which of ours, and how its amounts are meant. */
export type Mapping = {
  readonly columns: { readonly [column: string]: number }
  readonly unit: AmountUnit
}

/** Other words for the same column, as bureaus and the 一体化 system head them. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  projectCode: ['项目编码', '项目编号', '预算项目代码', '具体项目代码'],
  projectName: ['预算项目名称'],
  requested_fen: ['申报数', '申请数', '申报金额'],
  control_fen: ['控制数', '财政审核数'],
  arranged_fen: ['批复数', '年初批复数', '安排数', '预算安排数'],
  accountSubject: ['功能分类', '功能科目', '支出功能分类'],
  economicSubject: ['经济分类', '部门经济分类', '支出经济分类'],
  budgetDocumentNumber: ['指标文号', '预算文号'],
  budget_fen: ['年初预算', '年初批复数', '预算数'],
  adjusted_fen: ['变动后预算数', '全年预算数', '调整后预算', '预算指标数'],
  paid_fen: ['执行数', '支出数', '累计支出', '实际支付', '实际支付金额', '累计支付'],
  expected_fen: ['预计执行数', '全年预计'],
  name: ['指标名称', '具体指标'],
  value: ['年度指标值', '目标值'],
  weight_x100: ['分值', '指标分值'],
  unit: ['计量单位', '单位'],
}

const HEAD_WITHIN = 20

/** The line of headings: the one of the first twenty that names most of our columns. */
export function findHead(sheet: ReadSheet, columns: readonly FieldDefinition[]): number {
  const score = (row: readonly string[]) => Object.keys(guessColumns(row, columns)).length
  const scores = sheet.rows.slice(0, HEAD_WITHIN).map(score)
  const best = Math.max(0, ...scores)
  return best === 0 ? firstFilled(sheet) : scores.indexOf(best)
}

function firstFilled({ rows }: ReadSheet): number {
  const at = rows.findIndex((row) => row.filter((text) => text.trim() !== '').length > 1)
  return Math.max(at, 0)
}

/** Columns found by their headings: our labels first, then other words for them. */
export function guessMapping(headers: readonly string[], columns: readonly FieldDefinition[]): Mapping {
  const isYuan = headers.some((header) => /[（(]元[)）]/.test(header))
  return { columns: guessColumns(headers, columns), unit: isYuan ? 'yuan' : 'wan' }
}

function guessColumns(
  headers: readonly string[],
  columns: readonly FieldDefinition[],
): { readonly [column: string]: number } {
  const labels = headers.map((header) => withoutBrackets(plainLabel(header)))
  const found: Record<string, number> = {}
  const taken = new Set<number>()
  for (const isOwn of [true, false]) {
    for (const { id, label } of columns) {
      if (id in found) continue
      const words = isOwn ? [label] : (OTHER_WORDS[id] ?? [])
      const at = labels.findIndex(
        (own, index) => !taken.has(index) && words.some((word) => withoutBrackets(plainLabel(word)) === own),
      )
      if (at < 0) continue
      found[id] = at
      taken.add(at)
    }
  }
  return found
}

/** Two files with the same headings in the same order have the same layout. */
export function layoutOf(headers: readonly string[]): string {
  return headers.map(plainLabel).join('|').replace(/\|+$/, '')
}
