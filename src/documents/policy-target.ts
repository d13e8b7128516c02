import type { DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { cell, columns, figure, label, row, table, tallRow } from '../domain/documents/make-block.ts'
import type { TargetsPolicyContent } from '../domain/forms/contents.ts'
import { type OfficeTargetInput, officeIndicatorRows } from './shared/office-target.ts'
import { closingBlock, documentOf, formPage, opinionRows } from './shared/parts.ts'
import { day, firstText, money, period } from './shared/text.ts'

/** 政策绩效目标申报表: what the policy is for, whom it supports, its money, goals and indicators. */
export function buildPolicyTarget(input: OfficeTargetInput<Labelled<TargetsPolicyContent>>): DocumentBlocks {
  const { content, frame } = input
  const wide = (name: string, text: string | null | undefined) =>
    row(label(name, { colSpan: 2 }), cell(text, { colSpan: 4 }))
  const pair = (left: string, left_fen: string, right: string, right_fen: string) =>
    row(label(left, { colSpan: 2 }), figure(left_fen), label(right, { colSpan: 2 }), figure(right_fen))
  return documentOf('政策绩效目标申报表', frame, [
    formPage(
      'portrait',
      { kind: 'title', text: '政策绩效目标申报表', subtitle: `（${input.fiscalYear}年度）` },
      { kind: 'formLine', parts: [`主管部门：${content.office ?? ''}`, '单位：万元'] },
      table({
        columns: columns(1.8, 2.2, 2.8, 3.8, 2.8, 2),
        headerRows: 0,
        size: 'small',
        rows: [
          wide('政策名称', content.policyName),
          wide('执行期', period(content.periodStart, content.periodEnd)),
          wide('设立依据', content.basis),
          wide('支持对象和标准', content.beneficiaries),
          pair('执行期资金总额', money(content.periodTotal_fen), '年度资金总额', money(content.total_fen)),
          pair('其中：财政拨款', money(content.fiscal_fen), '其他资金', money(content.other_fen)),
          tallRow(20, label('执行期目标', { colSpan: 2 }), cell(content.periodGoal, { colSpan: 4 })),
          tallRow(20, label('年度目标', { colSpan: 2 }), cell(content.annualGoal, { colSpan: 4 })),
          ...officeIndicatorRows(content, { hasWeights: true }),
          ...opinionRows(input.opinions, { label: 2, value: 4 }),
        ],
      }),
      {
        kind: 'formLine',
        parts: [
          `填报人：${firstText(content.contact)}`,
          '部门负责人：',
          `填报日期：${day(input.declaredOn)}`,
        ],
      },
      closingBlock(frame),
    ),
  ])
}
