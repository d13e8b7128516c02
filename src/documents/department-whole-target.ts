import type { DocumentBlocks, TableRow } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { cell, columns, figure, head, label, row, table, tallRow } from '../domain/documents/make-block.ts'
import type { TargetsDepartmentWholeContent } from '../domain/forms/contents.ts'
import { type OfficeTargetInput, officeIndicatorRows } from './shared/office-target.ts'
import { closingBlock, documentOf, formPage, opinionRows } from './shared/parts.ts'
import { day, firstText, money, moneySum } from './shared/text.ts'

/** 部门(单位)整体支出绩效目标申报表 (财预〔2015〕88号 annex): tasks with money, one goal, indicators. */
export function buildDepartmentWhole(
  input: OfficeTargetInput<Labelled<TargetsDepartmentWholeContent>>,
): DocumentBlocks {
  const { content, frame } = input
  const title = '部门（单位）整体支出绩效目标申报表'
  return documentOf(title, frame, [
    formPage(
      'portrait',
      { kind: 'title', text: title, subtitle: `（${input.fiscalYear}年度）` },
      { kind: 'formLine', parts: [`填报部门：${content.office ?? ''}`, '单位：万元'] },
      table({
        columns: columns(1.8, 2.4, 4, 2.4, 2.4, 2.4),
        headerRows: 0,
        size: 'small',
        rows: [
          row(label('部门（单位）名称', { colSpan: 2 }), cell(content.office, { colSpan: 4 })),
          ...taskRows(content),
          tallRow(24, label('年度总体目标'), cell(content.annualGoal, { colSpan: 5 })),
          ...officeIndicatorRows(content, { hasWeights: false }),
          ...opinionRows(input.opinions, { label: 2, value: 4 }),
        ],
      }),
      {
        kind: 'formLine',
        parts: [
          `填报人：${firstText(content.contact)}`,
          '单位负责人：',
          `填报日期：${day(input.declaredOn)}`,
        ],
      },
      closingBlock(frame),
    ),
  ])
}

function taskRows(content: Labelled<TargetsDepartmentWholeContent>): TableRow[] {
  const tasks = content.tasks ?? []
  return [
    row(
      label('年度主要任务', { rowSpan: tasks.length + 3 }),
      head('任务名称', { rowSpan: 2 }),
      head('主要内容', { rowSpan: 2 }),
      head('预算金额（万元）', { colSpan: 3 }),
    ),
    row(head('总额'), head('财政拨款'), head('其他资金')),
    ...tasks.map((task) =>
      row(
        cell(task.name),
        cell(task.content),
        figure(money(task.total_fen)),
        figure(money(task.fiscal_fen)),
        figure(money(task.other_fen)),
      ),
    ),
    row(
      label('金额合计', { colSpan: 2 }),
      figure(moneySum(tasks.map((task) => task.total_fen))),
      figure(moneySum(tasks.map((task) => task.fiscal_fen))),
      figure(moneySum(tasks.map((task) => task.other_fen))),
    ),
  ]
}
