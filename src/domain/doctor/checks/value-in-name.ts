import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { parseTargetText, signInName } from '../../targets/compute/index.ts'
import { nameRow, reportWeak } from '../finding.ts'
import { isBlank } from '../read/cells.ts'
import type { ReportFinding } from '../report.ts'
import type { StudiedRow, Study } from '../study.ts'

/** CHK-VALUE-IN-NAME 指标值写在名称里: the name is a figure, or the only place the figure stands. */
export const CHK_VALUE_IN_NAME: RuleHeader = {
  id: 'CHK-VALUE-IN-NAME',
  name: '指标值写在指标名称里',
  stage: 'doctor',
  kind: 'check',
  severity: 'note',
  source: cite('cz-2021-101', '指标名称和指标值分别填写'),
}

const DEADLINE =
  /\d{1,2}月(底|末|初|中旬|上旬|下旬|份|\d{1,2}日)?(之?前|完成|发放|到位|拨付)|每月.{0,4}(发放|完成|拨付)|年底(之?前|完成)/
const AMOUNT = /\d+(\.\d+)?(%|个|次|人|户|人次|名|家|台|套|座|处|条|公里|米|亩|平方米|万元|元|吨|期|场)/

export function checkValueInName(study: Study): ReportFinding[] {
  return study.rows.flatMap((row) => {
    const words = faultOf(row)
    if (words === undefined) return []
    const message = `${nameRow(row)}${words}。请在名称里写要衡量的内容，把数值或日期写到指标值栏。`
    return [reportWeak(CHK_VALUE_IN_NAME, study, row, 'name', message)]
  })
}

function faultOf({ row, name, target }: StudiedRow): string | undefined {
  if (name === '') return undefined
  if (isValue(name)) return '的名称本身就是一个数值或日期'
  // The official template prints ≥**人 in the name; that is no value.
  if (signInName(row.name ?? '').operator !== undefined && /\*/.test(row.name ?? '')) return undefined
  const isEmpty = isBlank(row.target)
  const isAll = target.parsed.kind === 'quant' && target.parsed.value === '100'
  if (DEADLINE.test(name) && (isEmpty || isAll)) return '把完成时间写在名称里，指标值栏没有日期'
  if (AMOUNT.test(name) && isEmpty && !/\d+-\d/.test(name)) return '的数值只出现在名称里，指标值栏是空的'
  return undefined
}

/** 2020年, 100万, 38.75万元, 88. */
function isValue(name: string): boolean {
  const parsed = parseTargetText(name)
  if (parsed.kind === 'date') return /^\d{4}年?(\d{1,2}月)?(\d{1,2}日)?(底|末)?(之?前)?(完成)?$/.test(name)
  return parsed.kind === 'quant'
}
