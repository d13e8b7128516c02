import { hash, verify } from '@node-rs/argon2'

/** argon2id, 19 MiB, two passes: about 30 ms, so that guessing is slow and signing in is not. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), OPTIONS)
}

export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize('NFKC'))
}

/** A hash nobody's password has: unknown accounts take as long as known ones. */
let nobody: Promise<string> | undefined
export function verifyAgainstNobody(password: string): Promise<boolean> {
  nobody ??= hashPassword('no account has this password')
  return nobody.then((stored) => verifyPassword(stored, password)).then(() => false)
}
