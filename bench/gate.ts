import { existsSync, readFileSync } from 'node:fs'
import type { Line, Report } from './report.ts'

/**
 * A ratio this much worse than the stored median of three fails the release. It is that of processor time:
 * the time on the clock says on a shared machine what the others did.
 */
const MAX_WORSE = 1.15

const nameOf = ({ workload, mode, clients }: Line) => `${workload} ${mode} ${clients}`

/** A sentence for every ratio that is worse than the stored one by more than 15 %. */
export function worsened(file: string, lines: readonly Line[]): string[] {
  if (!existsSync(file)) return [`没有可比的结果 ${file}，请先不带 --gate 运行一次。`]
  const stored = (JSON.parse(readFileSync(file, 'utf8')) as Pick<Report, 'lines'>).lines
  return lines.flatMap((line) => {
    const before = stored.find((one) => nameOf(one) === nameOf(line))
    if (!before) return [`${nameOf(line)}：没有可比的结果，请先不带 --gate 运行一次。`]
    if (line.cpuRatio <= before.cpuRatio * MAX_WORSE) return []
    return [
      `${nameOf(line)}：处理器时间倍数 ${line.cpuRatio.toFixed(2)}，存档 ${before.cpuRatio.toFixed(2)}，变差超过 15 %。`,
    ]
  })
}
