import { checkReportFile } from '../../app/evaluation/report/check-report-files.ts'
import type { ReportFinding } from '../../domain/evaluation/report/report.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Command } from './command.ts'

const OPTIONS = [
  '--project',
  '--unit',
  '--department',
  '--agency',
  '--year',
  '--jurisdiction',
  '--date',
  '--format',
]
const SEVERITIES = { error: '错误', warning: '疑点', note: '提示' } as const

export const checkReportCommand: Command = {
  usage:
    '检查评价报告：check-report 报告.docx [--earlier 以前的报告.docx]… [--project 项目] [--unit 单位] [--agency 机构] [--year 年度] [--format text|json]；没有问题返回 0，有问题返回 1',
  run: async (words) => {
    const { file, earlier, options } = parse(words)
    const year = options['--year'] === undefined ? undefined : Number(options['--year'])
    if (year !== undefined && !Number.isInteger(year))
      throw new DomainError('INVALID_INPUT', '年度应为四位数字。')
    const findings = await checkReportFile(file, {
      earlier,
      date: options['--date'] ?? new Date().toISOString().slice(0, 10),
      ...(options['--jurisdiction'] === undefined ? {} : { jurisdiction: options['--jurisdiction'] }),
      facts: {
        projectName: options['--project'] ?? null,
        unitName: options['--unit'] ?? null,
        departmentName: options['--department'] ?? null,
        agencyName: options['--agency'] ?? null,
        fiscalYear: year ?? null,
      },
    })
    const isJson = options['--format'] === 'json'
    console.log(isJson ? JSON.stringify(findings, null, 1) : asText(file, findings))
    return findings.length === 0 ? 0 : 1
  },
}

function asText(file: string, findings: readonly ReportFinding[]): string {
  if (findings.length === 0) return `${file}：没有发现问题。`
  return [
    `${file}：${findings.length} 处`,
    ...findings.map(
      ({ severity, place, message, excerpt, ruleId }, index) =>
        `${index + 1}. [${SEVERITIES[severity]}] ${place}：${message}${excerpt === null ? '' : `\n   原文：${excerpt}`}（${ruleId}）`,
    ),
  ].join('\n')
}

function parse(words: readonly string[]) {
  const files: string[] = []
  const earlier: string[] = []
  const options: Record<string, string> = {}
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (!word.startsWith('--')) {
      files.push(word)
      continue
    }
    const value = words[at + 1]
    at += 1
    if (value === undefined || !(word === '--earlier' || OPTIONS.includes(word)))
      throw new DomainError(
        'INVALID_INPUT',
        `不认识“${word}”或它后面缺少取值，可用：--earlier、${OPTIONS.join('、')}。`,
      )
    if (word === '--earlier') earlier.push(value)
    else options[word] = value
  }
  const [file, ...rest] = files
  if (file === undefined || rest.length > 0)
    throw new DomainError('INVALID_INPUT', '请写明一份要检查的报告：jiheng check-report 报告.docx')
  return { file, earlier, options }
}
