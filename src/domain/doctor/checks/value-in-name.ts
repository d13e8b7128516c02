import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import type { ParameterValues } from '../../rules/parameter-values.ts'
import { isUnitWord, parseTargetText, signInName } from '../../targets/compute/index.ts'
import { nameRow, reportWeak } from '../finding.ts'
import { isBlank } from '../read/cells.ts'
import { hasCount } from '../read/names.ts'
import { isStockPhrase } from '../read/stock-phrase.ts'
import type { ReportFinding } from '../report.ts'
import { shorten } from '../score/compare.ts'
import type { StudiedRow, Study } from '../study.ts'

/** CHK-VALUE-IN-NAME 指标值写在名称里: the name is a figure, or the only place the figure stands. */
export const CHK_VALUE_IN_NAME: RuleHeader = {
  id: 'CHK-VALUE-IN-NAME',
  name: '指标值写在指标名称里',
  stage: 'doctor',
  kind: 'check',
  severity: 'note',
  source: cite('cz-2021-101', '指标名称和指标值分别填写'),
  parameters: ['doctor.stock_phrases'],
}

const DEADLINE =
  /\d{1,2}月(底|末|初|中旬|上旬|下旬|份|\d{1,2}日)?(之?前|完成|发放|到位|拨付)|每月.{0,4}(发放|完成|拨付)|年底(之?前|完成)/
/** 100 % answers a rate; it does not answer 开展检查380次. */
const RATE = /(率|比例|比重|程度|度|水平|情况|效果)(\([^)]*\))?$/

export function checkValueInName(study: Study): ReportFinding[] {
  const stock = study.rules.value('doctor.stock_phrases').value
  return study.rows.flatMap((row) => {
    const words = faultOf(row, stock)
    if (words === undefined) return []
    const message = `${nameRow(row)}${words}。请在名称里写要衡量的内容，把数值或日期写到指标值栏。`
    return [reportWeak(CHK_VALUE_IN_NAME, study, row, 'name', message)]
  })
}

function faultOf(
  { row, name, target }: StudiedRow,
  stock: ParameterValues['doctor.stock_phrases'],
): string | undefined {
  if (name === '') return undefined
  if (isValue(name)) return '的名称本身就是一个数值或日期'
  // The official template prints ≥**人 in the name; that is no value.
  if (signInName(row.name ?? '').operator !== undefined && /\*/.test(row.name ?? '')) return undefined
  const isEmpty = isBlank(row.target)
  const isAll = target.parsed.kind === 'quant' && target.parsed.value === '100' && !RATE.test(name)
  const isDone = target.parsed.kind === 'text' && isStockPhrase(row.target ?? '', stock)
  if (!isEmpty && !isAll && !isDone) return undefined
  if (DEADLINE.test(name)) return '把完成时间写在名称里，指标值栏没有日期'
  if (hasCount(name)) {
    return isEmpty
      ? '的数值只出现在名称里，指标值栏是空的'
      : `的数值只出现在名称里，指标值栏写的是“${shorten(row.target)}”`
  }
  return undefined
}

/** 2020年, 100万, 38.75万元, 88. */
function isValue(name: string): boolean {
  const parsed = parseTargetText(name)
  if (parsed.kind === 'date') return /^\d{4}年?(\d{1,2}月)?(\d{1,2}日)?(底|末)?(之?前)?(完成)?$/.test(name)
  return parsed.kind === 'quant' && (parsed.unit === '' || isUnitWord(parsed.unit))
}
