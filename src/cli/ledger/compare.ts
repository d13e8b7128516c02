import { readFileSync } from 'node:fs'
import { parseWitnessRequest, relate } from '../../domain/ledger/witness.ts'
import { tools } from './tools.ts'
import { optionOf } from './words.ts'
import { readCheckpointFile } from './verify.ts'

export const COMPARE_USAGE = 'compare 凭证甲 凭证乙 [--proof 见证材料]：两份凭证是不是同一本账'

/**
 * 比对两份凭证, from two holders or from two days.
 * @returns 0 same or proved growth, 3 two different ledgers or a rewritten one, 6 cannot be told
 */
export function compareCommand(words: readonly string[], say: (line: string) => void): number {
  const [first, second] = words
  if (!first || !second || second.startsWith('--')) {
    say(`用法：${COMPARE_USAGE}`)
    return 6
  }
  const [one, other] = [readCheckpointFile(first), readCheckpointFile(second)]
  const [older, newer] = one.size <= other.size ? [one, other] : [other, one]
  const file = optionOf(words, '--proof')
  const request = file === undefined ? undefined : parseWitnessRequest(readFileSync(file, 'utf8'))
  const isOfNewer = request?.checkpoint.size === newer.size
  const relation = relate(tools.hashes, older, newer, isOfNewer ? request.proof : undefined)
  switch (relation) {
    case 'same':
      say(`相同：两份凭证是同一本账的前${older.size}条。`)
      return 0
    case 'grown':
      say(`衔接：前${older.size}条原样是后来${newer.size}条的开头。`)
      return 0
    case 'foreign':
      say(`两份凭证不是同一本账的：“${one.origin}”和“${other.origin}”。`)
      return 6
    case 'split':
    case 'shorter':
      say(`不同：同样是${older.size}条，内容不同，有两本不同的账。请立即报告。`)
      return 3
    case 'rewritten':
      if (!isOfNewer || request.proof.from !== older.size) {
        say(
          `长度不同(${older.size}条和${newer.size}条)，要有衔接证明才能比。请下载从${older.size}条起的见证材料，用 --proof 指定。`,
        )
        return 6
      }
      say(`接不上：前${older.size}条不是后来${newer.size}条的开头，以前的内容被改动过。请立即报告。`)
      return 3
  }
}
