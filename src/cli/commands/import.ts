import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { importTable, readTable, writeFaults } from '../../app/intake/index.ts'
import type { UseCase } from '../../app/kernel/use-case.ts'
import { signOut } from '../../app/session/change-session.ts'
import { hashToken, signIn } from '../../app/session/sign-in.ts'
import { viewRecord } from '../../app/use-cases.ts'
import type { IntakeFault } from '../../domain/intake/intake-fault.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { type Command, withProduct } from './command.ts'

export const importTables: Command = {
  usage:
    '把 .xlsx 或 .json 绩效表导入一个事项:import 文件 --record 事项编号 --as 账号(口令在 JIHENG_PASSWORD)',
  run: async (words) => {
    const option = (name: string) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined)
    const file = words.find((word, index) => !word.startsWith('--') && !words[index - 1]?.startsWith('--'))
    const recordId = option('--record')
    const username = option('--as')
    const password = process.env['JIHENG_PASSWORD']
    if (!file || !recordId || !username || !password) {
      throw new DomainError(
        'INVALID_INPUT',
        '用法:jiheng import 文件 --record 事项编号 --as 账号；口令放在环境变量 JIHENG_PASSWORD。',
      )
    }
    const table = await readTable(path.resolve(file), path.basename(file))
    return withProduct(async ({ db, services, run }) => {
      const call = { address: '命令行', requestId: randomUUID() }
      const { token } = await signIn(db, services, { username, password, ...call })
      const credentials = { tokenHash: hashToken(token) }
      try {
        const seen = JSON.parse(
          (await run(viewRecord as unknown as UseCase, { recordId }, { ...call, credentials })).body,
        )
        const input = { recordId, version: seen.record.version, table }
        const { body } = await run(importTable as unknown as UseCase, input, {
          ...call,
          credentials,
          idempotencyKey: randomUUID(),
        })
        console.log(`导入完成：${JSON.parse(body).rows} 行指标。`)
        return 0
      } catch (error) {
        return await reportFaults(error, file)
      } finally {
        await signOut(db, services, { token, ...call })
      }
    })
  },
}

/** Faults come back in the cells of a copy beside the file, and as lines on the screen. */
async function reportFaults(error: unknown, file: string): Promise<number> {
  const faults =
    error instanceof DomainError ? (error.details['faults'] as readonly IntakeFault[] | undefined) : undefined
  if (!faults) throw error
  for (const { place, message } of faults) console.error(`${place}:${message}`)
  if (file.endsWith('.xlsx')) {
    const marked = file.replace(/\.xlsx$/, '-需要改正.xlsx')
    writeFileSync(marked, await writeFaults(path.resolve(file), faults))
    console.error(`没有导入任何内容；已把问题标在 ${marked} 的单元格里。`)
  }
  return 1
}
