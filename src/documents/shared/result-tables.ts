import type { Block } from '../../domain/documents/block.ts'
import type { Labelled } from '../../domain/documents/label-content.ts'
import { columns, listTable } from '../../domain/documents/make-block.ts'
import type { ResultsSpecialReportContent } from '../../domain/forms/contents.ts'
import { fieldTitle } from '../../domain/results/index.ts'
import { RES_003, RES_005, RES_021, RES_060, RES_061 } from '../../domain/results/compute/index.ts'
import { GRADES } from '../../domain/shared/grade.ts'
import { firstText, fenSum, money, moneySum, score } from './text.ts'

/** The tables a 专报 and a 通报 have in common, as they were frozen. */
export type ReportTables = Pick<
  Labelled<ResultsSpecialReportContent>,
  'results' | 'applications' | 'figures' | 'evidence' | 'ownFigures'
>

/** 年度评价结果汇总表: no., (place,) department, project, money, score, grade. */
export function resultTable({ results }: ReportTables, hasPlaces: boolean): Block {
  const rows = results ?? []
  return listTable({
    unit: '单位：万元',
    head: ['序号', ...(hasPlaces ? ['地区'] : []), '主管部门', '项目名称', '涉及资金', '得分', '等级'],
    columns: columns(
      [1.2, 'center'],
      ...(hasPlaces ? [2] : []),
      3.4,
      5,
      [2.2, 'right'],
      [1.7, 'right'],
      [1.2, 'center'],
    ),
    rows: [
      ...rows.map((row, index) => [
        String(index + 1),
        ...(hasPlaces ? [row.place ?? ''] : []),
        row.departmentName ?? '',
        row.projectName ?? '',
        money(row.amount_fen),
        score(row.score_x100),
        row.grade ?? '',
      ]),
      [
        '',
        ...(hasPlaces ? [''] : []),
        '',
        `合计${rows.length}个项目`,
        moneySum(rows.map(({ amount_fen }) => amount_fen)),
        '',
        '',
      ],
    ],
  })
}

/** 按等级统计: 优良中差 with number and money. */
export function gradeTable({ results }: ReportTables): Block {
  const rows = results ?? []
  const lines = Object.values(GRADES).map((grade) => {
    const own = rows.filter((row) => row.grade === grade)
    return [
      grade,
      String(own.length),
      money((fenSum(own.map(({ amount_fen }) => amount_fen)) ?? 0n).toString()),
    ]
  })
  return listTable({
    caption: '按等级统计',
    unit: '单位：万元',
    head: ['等级', '项目数（个）', '涉及资金'],
    columns: columns([2, 'center'], [3, 'right'], [4, 'right']),
    rows: [...lines, ['合计', String(rows.length), moneySum(rows.map(({ amount_fen }) => amount_fen))]],
  })
}

/** 整改和结果应用情况表. */
export function applicationTable({ applications }: ReportTables): Block {
  return listTable({
    unit: '单位：万元',
    head: [
      '序号',
      '项目名称',
      '整改任务',
      '已核实',
      '预算处理方式',
      '本年预算',
      '下年安排',
      '因绩效结果增减',
      '公开日期',
    ],
    columns: columns(
      [1.3, 'center'],
      3.6,
      [1.3, 'right'],
      [1.3, 'right'],
      2.2,
      [2, 'right'],
      [2, 'right'],
      [2, 'right'],
      [2.1, 'center'],
    ),
    rows: (applications ?? []).map((row, index) => [
      String(index + 1),
      row.projectName ?? '',
      String(row.tasks ?? 0),
      String(row.verified ?? 0),
      firstText(row.measure, '尚未决定'),
      money(row.current_fen),
      money(row.next_fen),
      money(row.performanceChange_fen),
      firstText(row.disclosedOn, '尚未公开'),
    ]),
  })
}

/** 数字出处: every figure of the text with its record, version and field, or the lines it was computed from. */
export function figureTable({ figures, ownFigures }: ReportTables): Block[] {
  const rows = (figures ?? []).map((row) => [
    String(row.number ?? ''),
    row.label ?? '',
    row.text ?? '',
    row.rule ? computedWords(row.rule, shorten(row.inputs)) : recordWords(row),
  ])
  const own = (ownFigures ?? []).map((row, index) => [
    `写${index + 1}`,
    row.meaning ?? '',
    row.text ?? '',
    row.basis ?? '',
  ])
  return [
    listTable({
      head: ['序号', '是什么', '文中写法', '出处'],
      columns: columns([1.3, 'center'], 5, 3.4, 6.6),
      rows: [...rows, ...own],
    }),
  ]
}

function recordWords(row: NonNullable<ReportTables['figures']>[number]): string {
  return `${row.recordTitle ?? ''}第${row.version ?? ''}版，${fieldTitle(row.field ?? '')}`
}

function computedWords(rule: string, inputs: string): string {
  const name = RULES.find(({ id }) => id === rule)?.name ?? ''
  return inputs === '' ? `没有符合条件的，计为0（${name}）` : `由第${inputs}行得出（${name}，规则${rule}）`
}

/** A long run of numbers as ranges: 1、2、3、7 → 1—3、7. */
export function shorten(inputs: string | null | undefined): string {
  const numbers = (inputs ?? '').split('、').filter(Boolean).map(Number)
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}—${to}`)).join('、')
}

const RULES = [RES_003, RES_005, RES_021, RES_060, RES_061]

const DIGEST_SHOWN = 16

/** 证据索引: document, number, frozen version, digest, entry of the contract ledger. */
export function evidenceTable({ evidence }: ReportTables): Block {
  return listTable({
    head: ['序号', '项目名称', '文书或记录', '文号', '定稿', '内容摘要', '契约账号'],
    columns: columns([1.3, 'center'], 3, 3, 2.5, 2.5, 4.1, [1.9, 'right']),
    rows: (evidence ?? []).map((row, index) => [
      String(index + 1),
      row.projectName ?? '',
      row.document ?? '',
      row.documentNumber ?? '',
      `${row.frozenOn ?? ''}第${row.version ?? ''}版`,
      (row.digest ?? '').slice(0, DIGEST_SHOWN),
      row.leaf ? String(row.leaf) : '',
    ]),
  })
}
