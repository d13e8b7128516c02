import { createHash } from 'node:crypto'
import { createReadStream, readFileSync, statSync } from 'node:fs'

/** The value after an option, or nothing. */
export function optionOf(words: readonly string[], name: string): string | undefined {
  const at = words.indexOf(name)
  return at < 0 ? undefined : words[at + 1]
}

/** A key given as itself or as a file that holds it. */
export function textOf(given: string): string {
  return given.includes('+') ? given : readFileSync(given, 'utf8')
}

/** Both digests and the size of a file, read once. */
export async function digestFile(path: string): Promise<{ sha256: string; sm3: string; size: number }> {
  const [sha256, sm3] = [createHash('sha256'), createHash('sm3')]
  for await (const chunk of createReadStream(path)) {
    sha256.update(chunk as Uint8Array)
    sm3.update(chunk as Uint8Array)
  }
  return { sha256: sha256.digest('hex'), sm3: sm3.digest('hex'), size: statSync(path).size }
}
