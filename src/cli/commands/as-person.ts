import { randomUUID } from 'node:crypto'
import type { UseCase } from '../../app/kernel/use-case.ts'
import { signOut } from '../../app/session/change-session.ts'
import { hashToken, signIn } from '../../app/session/sign-in.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { withProduct } from './command.ts'

/** Runs one use case for the person signed in; gives the answer as JSON text. */
export type RunAs = (useCase: UseCase, input: unknown) => Promise<string>

/**
 * Signs in as the account after `--as`, with the password from the environment, for as long as `use` runs:
 * commands see and may do exactly what that person sees and may do.
 */
export async function asPerson(
  words: readonly string[],
  use: (run: RunAs) => Promise<number>,
): Promise<number> {
  const username = optionOf(words, 'as')
  const password = process.env['JIHENG_PASSWORD']
  if (!username || !password) {
    throw new DomainError('INVALID_INPUT', '请用 --as 写明账号，并在环境变量 JIHENG_PASSWORD 中给出口令。')
  }
  return withProduct(async ({ db, services, run }) => {
    const call = { address: '命令行', requestId: randomUUID() }
    const { token } = await signIn(db, services, { username, password, ...call })
    try {
      return await use(async (useCase, input) => {
        const credentials = { tokenHash: hashToken(token) }
        return (await run(useCase, input, { ...call, credentials, idempotencyKey: randomUUID() })).body
      })
    } finally {
      await signOut(db, services, { token, ...call })
    }
  })
}

/** The word after `--name`. */
export function optionOf(words: readonly string[], name: string): string | undefined {
  const at = words.indexOf(`--${name}`)
  return at < 0 ? undefined : words[at + 1]
}

/** A budget year as typed. @throws DomainError INVALID_INPUT when it is none */
export function yearOf(words: readonly string[]): number {
  const year = optionOf(words, 'year') ?? ''
  if (!/^20\d{2}$/.test(year)) throw new DomainError('INVALID_INPUT', '请用 --year 写明预算年度，例如 2023。')
  return Number(year)
}

/** The place after `--jurisdiction`, if any. @throws DomainError INVALID_INPUT when it is no code */
export function placeOf(words: readonly string[]): { readonly jurisdiction?: string } {
  if (!words.includes('--jurisdiction')) return {}
  const jurisdiction = optionOf(words, 'jurisdiction') ?? ''
  if (!/^\d{6}$/.test(jurisdiction)) throw new DomainError('INVALID_INPUT', '行政区划代码应为 6 位数字。')
  return { jurisdiction }
}
