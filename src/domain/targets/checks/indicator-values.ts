import type { TargetsSheetContent, TargetsSheetIndicatorsRow } from '../../forms/contents.ts'
import { isLevelPair } from '../../indicators/levels.ts'
import { found, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-104 指标值: what each kind of indicator must say so that it can be measured later. */
export const TGT_104: RuleHeader = {
  id: 'TGT-104',
  name: '指标值可衡量',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2015-88', '附件填报说明'),
}

type Fault = { readonly column: string; readonly what: string }

export function checkIndicatorValues({ indicators }: TargetsSheetContent): Finding[] {
  return (indicators ?? []).flatMap((row, index) => {
    const name = isWritten(row.name) ? `“${row.name}”` : `第 ${index + 1} 行指标`
    return [...levelFaults(row), ...valueFaults(row)].map(({ column, what }) =>
      found(TGT_104, `${name}${what}`, {
        section: 'indicators',
        field: 'indicators',
        row: index,
        column,
      }),
    )
  })
}

function levelFaults({ level1, level2 }: TargetsSheetIndicatorsRow): Fault[] {
  if (!level1 || !level2 || isLevelPair(level1, level2)) return []
  return [{ column: 'level2', what: '的二级指标与一级指标不对应，请重新选择。' }]
}

function valueFaults(row: TargetsSheetIndicatorsRow): Fault[] {
  switch (row.kind) {
    case 'quant':
      return [
        ...fault(!row.operator, 'operator', '是定量指标，请选择符号（≥、≤、= 等）。'),
        ...fault(!isWritten(row.value), 'value', '是定量指标，请填写数字指标值。'),
        ...fault(
          row.operator === 'range' && !isWritten(row.upper),
          'upper',
          '是区间指标，请填写指标值上限。',
        ),
        ...fault(!isWritten(row.unit), 'unit', '是定量指标，请填写度量单位。'),
      ]
    case 'date':
      return fault(!isWritten(row.dateValue), 'dateValue', '是时间节点指标，请填写完成日期。')
    case 'qual':
    case 'yesno':
      return fault(!isWritten(row.valueText), 'valueText', '请在“指标值文本”写明要达到的状态。')
    default:
      return []
  }
}

function fault(isWrong: boolean, column: string, what: string): Fault[] {
  return isWrong ? [{ column, what }] : []
}
