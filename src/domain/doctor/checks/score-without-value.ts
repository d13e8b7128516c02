import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { nameFund, nameRow, report, reportRow, type RowField } from '../finding.ts'
import { isBlank, isFilled } from '../read/cells.ts'
import type { ReportFinding } from '../report.ts'
import { shorten } from '../score/compare.ts'
import type { StudiedRow, Study } from '../study.ts'

/** CHK-SCORE-WITHOUT-VALUE 有得分没有依据: a score for nothing that could be compared. */
export const CHK_SCORE_WITHOUT_VALUE: RuleHeader = {
  id: 'CHK-SCORE-WITHOUT-VALUE',
  name: '给了得分却没有可比的数值',
  stage: 'doctor',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2020-10', '附件1（年度指标值、实际完成值）'),
}

export function checkScoreWithoutValue({ table, rows, execution }: Study): ReportFinding[] {
  // A report's score table has no such columns; a self-evaluation without any value is the fault itself.
  const isReport = table.kind === 'evaluation_report' || table.kind === 'unknown'
  const hasTargets = !isReport || rows.some(({ row }) => isFilled(row.target))
  const hasActuals = !isReport || rows.some(({ row }) => isFilled(row.actual))
  const findings = rows.flatMap((row) => {
    if (!row.score?.value.gt(0) || row.hasParts || row.isPart || isProcess(row)) return []
    const fault = faultOf(row, { hasTargets, hasActuals })
    if (!fault) return []
    const message = `${nameRow(row)}得了 ${row.score.value.toFixed()} 分，${fault.words}。请补填后再计分。`
    return [reportRow(CHK_SCORE_WITHOUT_VALUE, row, fault.field, message)]
  })
  if (!execution?.score?.value.gt(0) || !isBlank(execution.fund.rate)) return findings
  const message = `${nameFund(execution)}得了 ${execution.score.value.toFixed()} 分，执行率却是空的。请补填执行率。`
  return [...findings, report(CHK_SCORE_WITHOUT_VALUE, { fund: execution.index, field: 'rate' }, message)]
}

/** Elements of decision and process are scored without target values. */
function isProcess({ row, level1 }: StudiedRow): boolean {
  return level1 === undefined && /决策|过程|管理|投入|立项/.test(row.level1 ?? '')
}

type Fault = { readonly field: RowField; readonly words: string }

function faultOf(
  { row, target, actual }: StudiedRow,
  { hasTargets, hasActuals }: { readonly hasTargets: boolean; readonly hasActuals: boolean },
): Fault | undefined {
  const noTarget = hasTargets && isBlank(row.target)
  const noActual = hasActuals && isBlank(row.actual)
  if (noTarget && noActual) return { field: 'target_text', words: '指标值和实际完成值都是空的' }
  if (noTarget) return { field: 'target_text', words: '指标值却是空的' }
  if (noActual) return { field: 'actual_text', words: '实际完成值却是空的' }
  const isNumber = target.parsed.kind === 'quant'
  const isWords = actual.parsed.kind === 'text' && !/\d/.test(actual.printed ?? '')
  if (!isNumber || !isWords) return undefined
  const words = `指标值是“${shorten(target.printed)}”，实际完成值却写“${shorten(actual.printed)}”，答非所问`
  return { field: 'actual_text', words }
}
