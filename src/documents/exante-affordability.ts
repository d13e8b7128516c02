import type { Block, TableBlock } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { columns, listTable, paragraph } from '../domain/documents/make-block.ts'
import {
  AFFORDABILITY_VERDICTS,
  type AffordabilityAssessment,
  type AffordabilityYear,
  BUDGETS,
  type Budget,
  COLUMNS_OF,
  share,
} from '../domain/exante/compute/index.ts'
import type { ExanteEvaluationContent } from '../domain/forms/contents.ts'
import { formatWanYuan } from '../domain/shared/money.ts'
import { formatRatio } from '../domain/shared/ratio.ts'
import { firstText, money } from './shared/text.ts'

type Content = Labelled<ExanteEvaluationContent>

/** 财力可承受能力测算表: both budgets year by year, then assumptions, shocks and simulation. */
export function affordabilityBlocks(content: Content, assessment: AffordabilityAssessment): Block[] {
  const { base, stress, simulation } = assessment
  return [
    budgetTable(content, 'general', base.years),
    ...(base.fundYears.length > 0 ? [budgetTable(content, 'fund', base.fundYears)] : []),
    ...assumptionTable(content),
    ...(stress ? [stressTable(stress.shocks)] : []),
    ...(simulation ? simulationBlocks(simulation) : []),
    ...(stress ? [] : [paragraph(base.explanation.sentence)]),
  ]
}

/** Pressure = (rigid spending + project + upkeep) ÷ available funds; a carried-forward amount says so. */
function budgetTable(content: Content, budget: Budget, years: readonly AffordabilityYear[]): TableBlock {
  const rows: readonly Readonly<Record<string, unknown>>[] =
    (budget === 'fund' ? content.fundAffordability : content.affordability) ?? []
  const lines = COLUMNS_OF[budget]
  const typed = (part: string) =>
    lines
      .filter((column) => column.part === part)
      .map((column) => [
        `${column.sign < 0n ? '减：' : ''}${column.label}`,
        ...years.map((line) => amountOf(rows, line, column)),
      ])
  const computed = (title: string, text: (line: AffordabilityYear) => string) => [title, ...years.map(text)]
  const amount = (fen: bigint | null) => (fen === null ? '' : formatWanYuan(fen))
  return listTable({
    caption: BUDGETS[budget],
    unit: '单位：万元',
    head: ['项目', ...years.map((line) => `${line.year}年`)],
    columns: columns(5, ...years.map(() => [2.4, 'right'] as const)),
    rows: [
      ...typed('available'),
      computed('可用财力（A）', (line) => amount(line.available_fen)),
      ...typed('rigid'),
      computed('刚性支出（B）', (line) => amount(line.rigid_fen)),
      ...typed('project'),
      computed('安排本项目后支出（C）', (line) => amount(line.afterProject_fen)),
      computed('安排前压力（B/A）', (line) => formatRatio(line.pressureBefore)),
      computed('安排后压力（C/A）', (line) => formatRatio(line.pressure)),
      computed('测算结论', (line) => AFFORDABILITY_VERDICTS[line.verdict]),
    ],
  })
}

function amountOf(
  rows: readonly Readonly<Record<string, unknown>>[],
  line: AffordabilityYear,
  column: { readonly id: string; readonly label: string },
): string {
  const value = rows.find((row) => row['year'] === line.year)?.[column.id]
  if (typeof value === 'string' && value !== '') return money(value)
  const grown = line.inputs.find(({ label }) => label === column.label)?.amount_fen
  return grown === undefined ? '' : `${formatWanYuan(grown)}*`
}

/** What amounts with a star rest on. */
function assumptionTable({ growthAssumptions }: Content): Block[] {
  const rows = growthAssumptions ?? []
  if (rows.length === 0) return []
  return [
    listTable({
      caption: '增长假设（带*的金额由上一年按此推算）',
      head: ['测算项目', '每年增长', '依据'],
      columns: columns(5, [2, 'right'], 8),
      rows: rows.map(({ column, rate, basis }) => [
        firstText(column),
        rate ? `${rate}%` : '',
        firstText(basis),
      ]),
    }),
  ]
}

function stressTable(shocks: NonNullable<AffordabilityAssessment['stress']>['shocks']): TableBlock {
  const years = shocks[0]?.years ?? []
  return listTable({
    caption: '压力测试：各种冲击下安排本项目后的压力',
    head: ['冲击', ...years.map(nameOf), '结论'],
    columns: columns(6, ...years.map(() => [2.2, 'right'] as const), [2.2, 'center']),
    rows: shocks.map((shock) => [
      shock.label,
      ...shock.years.map(({ pressure }) => formatRatio(pressure)),
      AFFORDABILITY_VERDICTS[shock.verdict],
    ]),
  })
}

function simulationBlocks(simulation: NonNullable<AffordabilityAssessment['simulation']>): Block[] {
  const { years, draws, seed } = simulation
  const bp = (value: number) => `${(value / 100).toFixed(2)}%`
  return [
    listTable({
      caption: `随机模拟：${draws}次，种子${seed}`,
      head: ['年度', '预警及以上', '不可承受', '5%分位', '25%分位', '中位数', '75%分位', '95%分位'],
      columns: columns(3, ...Array.from({ length: 7 }, () => [2, 'right'] as const)),
      rows: years.map((year) => [
        nameOf(year),
        share(year.warned, draws),
        share(year.failed, draws),
        ...Object.values(year.quantiles_bp).map(bp),
      ]),
    }),
    paragraph('分位数为安排本项目后的压力；同一种子和次数得到同一结果。', '说明：'),
  ]
}

function nameOf({ budget, year }: { readonly budget: Budget; readonly year: number }): string {
  return budget === 'fund' ? `基金${year}年` : `${year}年`
}
