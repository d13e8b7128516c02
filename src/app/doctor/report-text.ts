import type { DoctorReport, ReportFinding } from '../../domain/doctor/index.ts'
import { TABLE_KINDS } from '../../domain/doctor/index.ts'

const SEVERITIES = { error: '错误', warning: '疑点', note: '提示' } as const

/** A report as an official reads it on the screen: the figures side by side, then what is wrong. */
export function reportAsText(report: DoctorReport): string {
  if (!report.readable)
    return [`${report.file}`, `  读不出来：${report.findings[0]?.message ?? ''}`].join('\n')
  return [
    `${report.file}  ${TABLE_KINDS[report.kind]}`,
    ...figures(report).map((line) => `  ${line}`),
    ...differences(report).map((line) => `  ${line}`),
    ...(['error', 'warning', 'note'] as const).flatMap((severity) => findingsOf(report, severity)),
    ...(report.findings.length === 0 ? ['  没有发现问题。'] : []),
  ].join('\n')
}

function figures({ execution, total }: DoctorReport): string[] {
  const { printedRate, computedRate, printedScore, computedScore } = execution
  const rate = sideBySide('预算执行率', percent(printedRate), percent(computedRate))
  const score = sideBySide('执行率得分', printedScore, computedScore)
  const sum = sideBySide('总分', total.printed, total.computed)
  const grade = total.grade === null ? '' : `，等级${total.grade}`
  return [rate, score, sum === undefined ? undefined : `${sum}${grade}`].filter((line) => line !== undefined)
}

/** Rows whose computed score is another one than the printed. */
function differences({ rows }: DoctorReport): string[] {
  return rows
    .filter(
      ({ printedScore, computedScore }) =>
        printedScore !== null && computedScore !== null && printedScore !== computedScore,
    )
    .map(
      ({ index, name, printedScore, computedScore }) =>
        `第 ${index + 1} 行${name ?? ''}：印 ${printedScore} 分，重算 ${computedScore} 分`,
    )
}

function findingsOf({ findings }: DoctorReport, severity: ReportFinding['severity']): string[] {
  const own = findings.filter((finding) => finding.severity === severity)
  if (own.length === 0) return []
  return [
    `  ${SEVERITIES[severity]} ${own.length} 处`,
    ...own.flatMap(({ ruleId, message, source }, index) => [
      `    ${index + 1}. ${message}`,
      `       依据：${source}（${ruleId}）`,
    ]),
  ]
}

function percent(rate: string | null): string | null {
  return rate !== null && /^-?[\d.]+$/.test(rate) ? `${rate}%` : rate
}

function sideBySide(title: string, printed: string | null, computed: string | null): string | undefined {
  if (printed === null && computed === null) return undefined
  return `${title}：${[printed === null ? '' : `印 ${printed}`, computed === null ? '' : `重算 ${computed}`].filter(Boolean).join('，')}`
}
