import { checkFiles, reportAsText } from '../../app/doctor/index.ts'
import type { DoctorReport } from '../../domain/doctor/index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Command } from './command.ts'

const OPTIONS = ['--format', '--jurisdiction', '--date']
const FORMATS = ['json', 'text']

export const check: Command = {
  usage:
    '体检绩效表：check 文件… [--format json|text] [--jurisdiction 代码] [--date 日期]；没有问题返回 0，有问题返回 1，有文件读不出来返回 2',
  run: async (words) => {
    const { files, options } = parse(words)
    const format = options['--format'] ?? 'text'
    if (files.length === 0) throw new DomainError('INVALID_INPUT', '请写明要体检的文件：jiheng check 文件…')
    if (!FORMATS.includes(format)) {
      throw new DomainError('INVALID_INPUT', `没有“${format}”这种输出格式，可用：${FORMATS.join('、')}。`)
    }
    const reports = await checkFiles(files, {
      today: new Date().toISOString().slice(0, 10),
      ...(options['--jurisdiction'] === undefined ? {} : { jurisdiction: options['--jurisdiction'] }),
      ...(options['--date'] === undefined ? {} : { date: options['--date'] }),
    })
    await write(format === 'json' ? JSON.stringify(reports, null, 1) : reports.map(reportAsText).join('\n\n'))
    return exitCode(reports)
  },
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
