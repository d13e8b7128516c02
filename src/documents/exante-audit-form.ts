import type { TableBlock, TableRow } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { cell, columns, label, row, table } from '../domain/documents/make-block.ts'
import { AFFORDABILITY_VERDICTS, type Affordability } from '../domain/exante/compute/index.ts'
import type { ExanteEvaluationContent } from '../domain/forms/contents.ts'
import type { ProjectHead, SignedOpinion } from './shared/input.ts'
import { opinionRows } from './shared/parts.ts'
import { firstText, money, score, sentence } from './shared/text.ts'

export type AuditFormInput = {
  readonly project: ProjectHead
  readonly content: Labelled<ExanteEvaluationContent>
  readonly affordability: Affordability
  /** What bars full support, in words. */
  readonly vetoes: readonly string[]
  /** 形成结论 and 审定, as they were signed; empty boxes until then. */
  readonly opinions: readonly SignedOpinion[]
}

/** 事前绩效评估审核表: the conclusion on one page, with the boxes of those who answer for it. */
export function auditForm({ project, content, affordability, vetoes, opinions }: AuditFormInput): TableBlock {
  const isCompliant = content.isFundingCompliant
  const compliance = isCompliant === null || isCompliant === undefined ? '' : isCompliant ? '合规' : '不合规'
  return table({
    columns: columns(2.4, 3.6, 2.4, 3.6),
    headerRows: 0,
    size: 'normal',
    rows: [
      wide('项目名称', project.name),
      pair('申报单位', project.unitName, '主管部门', project.departmentName),
      pair('申请金额（万元）', money(content.requested_fen), '综合得分', score(content.panelScore_x100)),
      pair('财力可承受能力', AFFORDABILITY_VERDICTS[affordability.verdict], '筹资合规性', compliance),
      wide('一票否决情形', vetoes.length > 0 ? `${vetoes.join('；')}。` : '无'),
      pair('评估结论', firstText(content.decision), '建议支持金额（万元）', money(content.suggested_fen)),
      ...changedRows(content),
      wide('主要建议', firstText(content.suggestions)),
      ...opinionRows(opinions, { label: 1, value: 3 }),
    ],
  })
}

function changedRows(content: Labelled<ExanteEvaluationContent>): TableRow[] {
  if (!content.isOverridden) return []
  return [
    pair(
      '领导改变后的结论',
      firstText(content.overrideDecision),
      '改变后的金额（万元）',
      money(content.overrideSuggested_fen),
    ),
    wide('改变的理由', sentence(content.overrideReason)),
  ]
}

function pair(one: string, value: string, other: string, otherValue: string): TableRow {
  return row(label(one), cell(value), label(other), cell(otherValue))
}

function wide(title: string, value: string): TableRow {
  return row(label(title), cell(value, { colSpan: 3 }))
}
