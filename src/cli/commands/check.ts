import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type CheckedFile, checkFiles } from '../../app/doctor/check-files.ts'
import { reportAsText } from '../../app/doctor/report-text.ts'
import type { DoctorReport } from '../../domain/doctor/index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Command } from './command.ts'

const OPTIONS = ['--format', '--jurisdiction', '--date']
const FORMATS = ['json', 'text', 'xlsx'] as const
type Format = (typeof FORMATS)[number]

export const check: Command = {
  usage:
    '体检绩效表：check 文件… [--format json|text|xlsx] [--jurisdiction 代码] [--date 日期]；没有问题返回 0，有问题返回 1，有文件读不出来返回 2',
  run: async (words) => {
    const { files, options } = parse(words)
    const format = FORMATS.find((each) => each === (options['--format'] ?? 'text'))
    if (files.length === 0) throw new DomainError('INVALID_INPUT', '请写明要体检的文件：jiheng check 文件…')
    if (!format) {
      const message = `没有“${options['--format']}”这种输出格式，可用：${FORMATS.join('、')}。`
      throw new DomainError('INVALID_INPUT', message)
    }
    const checked = await checkFiles(files, {
      today: new Date().toISOString().slice(0, 10),
      ...(options['--jurisdiction'] === undefined ? {} : { jurisdiction: options['--jurisdiction'] }),
      ...(options['--date'] === undefined ? {} : { date: options['--date'] }),
    })
    await write(await render(checked, format))
    return exitCode(checked.flatMap(({ reports }) => reports))
  },
}

async function render(checked: readonly CheckedFile[], format: Format): Promise<string> {
  const reports = checked.flatMap((file) => file.reports)
  if (format === 'json') return JSON.stringify(reports, null, 1)
  if (format === 'text') return reports.map(reportAsText).join('\n\n')
  const lines: string[] = []
  for (const file of checked) lines.push(await writeWorkbook(file))
  return lines.join('\n')
}

/** 自评表.xlsx → 自评表-体检.xlsx beside it; the printed figures stay as they are. */
async function writeWorkbook({ file, reports, examined, notes }: CheckedFile): Promise<string> {
  const [report] = reports
  if (examined.length === 0 || !report) return report ? reportAsText(report) : file
  const target = path.join(path.dirname(file), `${path.parse(file).name}-体检.xlsx`)
  const source = { file: path.resolve(file), name: path.basename(file) }
  // Loaded only here: writing workbooks is most of what would have to be loaded.
  const { writeCheckedWorkbook } = await import('../../app/doctor/write-checked-workbook.ts')
  await writeFile(target, await writeCheckedWorkbook({ examined, notes }, source))
  const count = reports.reduce((sum, { findings }) => sum + findings.length, 0)
  return `${file}：${count === 0 ? '没有发现问题' : `${count} 处`}，体检结果写在 ${target}`
}

function exitCode(reports: readonly DoctorReport[]): number {
  if (reports.some(({ readable }) => !readable)) return 2
  return reports.some(({ findings }) => findings.length > 0) ? 1 : 0
}

/** Waits until it is all out: a pipe takes a large report in pieces. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${text}\n`, (error) => (error ? reject(error) : resolve()))
  })
}

function parse(words: readonly string[]) {
  const files: string[] = []
  const options: Record<string, string> = {}
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (!word.startsWith('--')) files.push(word)
    else {
      const value = words[at + 1]
      if (!OPTIONS.includes(word) || value === undefined) {
        throw new DomainError(
          'INVALID_INPUT',
          `不认识“${word}”或它后面缺少取值，可用：${OPTIONS.join('、')}。`,
        )
      }
      options[word] = value
      at += 1
    }
  }
  return { files, options }
}
