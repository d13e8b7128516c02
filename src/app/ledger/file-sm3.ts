import { createHash } from 'node:crypto'
import type { FileStore } from '../../storage/file-store.ts'

/** SM3 of a stored file. @throws DomainError NOT_FOUND when its bytes are not on disk */
export async function sm3OfFile(files: FileStore, sha256: string): Promise<string> {
  const digest = createHash('sm3')
  for await (const chunk of await files.read(sha256)) digest.update(chunk as Uint8Array)
  return digest.digest('hex')
}
