import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { nameRow, reportWeak } from '../finding.ts'
import { isRunTogether } from '../read/run-together.ts'
import type { ReportFinding } from '../report.ts'
import { shorten } from '../score/compare.ts'
import type { Study } from '../study.ts'
import { isMisreadTarget } from './ocr-suspect.ts'

/** CHK-NO-UNIT 指标值没有单位. */
export const CHK_NO_UNIT: RuleHeader = {
  id: 'CHK-NO-UNIT',
  name: '指标值没有单位',
  stage: 'doctor',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2021-101', '指标值设置（度量单位）'),
}

/** Names that say what is counted: 建设项目个数, 3台, 受益人数. */
const UNIT_IN_NAME =
  /[个人户次件家头只台套座处条篇份册场期天亩株辆名所间宗批项]数|人次|\d[个人户次件家头只台套座处条篇份册场期天亩株辆名所间项米吨]/

export function checkNoUnit(study: Study): ReportFinding[] {
  return study.rows.flatMap((row) => {
    if (isMisreadTarget(row, study.table.isOcr) || isRunTogether(row.row, study.table.text)) return []
    const { parsed, printed } = row.target
    if (parsed.kind !== 'quant' || parsed.unit !== '') return []
    if (isRatio(row.name, Number(parsed.value)) || UNIT_IN_NAME.test(row.name)) return []
    if (parsed.value === '0') return []
    const message = `${nameRow(row)}的指标值“${shorten(printed)}”没有单位，名称里也没有。请补上单位（个、人次、公里、万元、%等）。`
    return [reportWeak(CHK_NO_UNIT, study, row, 'target_text', message)]
  })
}

function isRatio(name: string, value: number): boolean {
  return /(率|比例|比重|满意度|占比)(\([^)]*\))?$/.test(name) && value <= 100
}
