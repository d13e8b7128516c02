import { readFileSync } from 'node:fs'
import { USE_CASES } from '../../app/use-cases.ts'
import { asPerson, optionOf } from './as-person.ts'
import type { Command } from './command.ts'

export const perform: Command = {
  usage: '以某人身份办理一件事:do <事项> --as <账号> [--input 文件.json];口令从环境变量 JIHENG_PASSWORD 读取',
  run: async (words) => {
    const [id] = words
    const useCase = USE_CASES.find((candidate) => candidate.id === id)
    if (!useCase) {
      console.log(USE_CASES.map((candidate) => `${candidate.id.padEnd(36)} ${candidate.title}`).join('\n'))
      return id === undefined ? 0 : 2
    }
    const file = optionOf(words, 'input')
    const input: unknown = file ? JSON.parse(readFileSync(file, 'utf8')) : {}
    return asPerson(words, async (run) => {
      console.log(await run(useCase, input))
      return 0
    })
  },
}
