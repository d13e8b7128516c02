import { readFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { signIn } from '../../app/session/sign-in.ts'
import { signOut } from '../../app/session/change-session.ts'
import { hashToken } from '../../app/session/sign-in.ts'
import { USE_CASES } from '../../app/use-cases.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { type Command, withProduct } from './command.ts'

export const perform: Command = {
  usage: '以某人身份办理一件事:do <事项> --as <账号> [--input 文件.json];口令从环境变量 JIHENG_PASSWORD 读取',
  run: async (words) => {
    const [id] = words
    const useCase = USE_CASES.find((candidate) => candidate.id === id)
    if (!useCase) {
      console.log(USE_CASES.map((candidate) => `${candidate.id.padEnd(36)} ${candidate.title}`).join('\n'))
      return id === undefined ? 0 : 2
    }
    const username = words[words.indexOf('--as') + 1]
    const password = process.env['JIHENG_PASSWORD']
    if (!words.includes('--as') || !username || !password) {
      throw new DomainError('INVALID_INPUT', '请用 --as 写明账号，并在环境变量 JIHENG_PASSWORD 中给出口令。')
    }
    const file = words.includes('--input') ? words[words.indexOf('--input') + 1] : undefined
    const input: unknown = file ? JSON.parse(readFileSync(file, 'utf8')) : {}
    return withProduct(async ({ db, services, run }) => {
      const call = { address: '命令行', requestId: randomUUID() }
      const { token } = await signIn(db, services, { username, password, ...call })
      try {
        const answer = await run(useCase, input, {
          ...call,
          credentials: { tokenHash: hashToken(token) },
          idempotencyKey: randomUUID(),
        })
        console.log(answer.body)
        return 0
      } finally {
        await signOut(db, services, { token, ...call })
      }
    })
  },
}
