import { computeGrade } from '../../evaluation/compute/index.ts'
import { GRADES } from '../../shared/grade.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import type { Conflict } from '../conflict/conflict.ts'
import { conflictsWithFunds } from '../conflict/with-funds.ts'
import { conflictsWithText } from '../conflict/with-text.ts'
import { conflictsWithinRows } from '../conflict/within-rows.ts'
import { report } from '../finding.ts'
import { readPoints } from '../read/numbers.ts'
import type { ReportFinding } from '../report.ts'
import { shorten } from '../score/compare.ts'
import type { Study } from '../study.ts'

/** CHK-NUMBER-CONFLICT 同一数字前后不一: in tables, and between table and text. */
export const CHK_NUMBER_CONFLICT: RuleHeader = {
  id: 'CHK-NUMBER-CONFLICT',
  name: '同一个数前后不一致',
  stage: 'doctor',
  kind: 'check',
  severity: 'warning',
  source: cite('jiheng-default', '表内表外数据应一致'),
  parameters: ['doctor.tolerances', 'evaluation.grade_cutoffs'],
}

export function checkNumberConflict(study: Study): ReportFinding[] {
  const conflicts = [
    ...conflictsWithinRows(study.rows),
    ...conflictsWithFunds(study),
    ...conflictsWithText(study),
    ...gradeAgainstTotal(study),
  ]
  return conflicts.map(({ where, message }) => report(CHK_NUMBER_CONFLICT, where, message))
}

/** 优 beside 85 points. */
function gradeAgainstTotal({ table, rules }: Study): Conflict[] {
  const printed = /[优良中差]/.exec(table.grade ?? '')?.[0]
  const total_x100 = readPoints(table.totalScore)?.value.times(100).toNumber()
  if (!printed || total_x100 === undefined || !Number.isInteger(total_x100)) return []
  if (total_x100 < 0 || total_x100 > 100_00) return []
  const right = GRADES[computeGrade(total_x100, rules).grade]
  if (right === printed) return []
  const message = `总分 ${table.totalScore?.trim()} 对应的等级是“${right}”，表中印的是“${shorten(table.grade)}”。请核对总分或等级。`
  return [{ where: { field: 'grade' }, message }]
}
