import type { Readable } from 'node:stream'
import { inspectFile } from '../../storage/file-gate/index.ts'
import type { FileStore } from '../../storage/file-store.ts'

export type ReceivedFile = {
  readonly sha256: string
  readonly sm3: string
  readonly size_bytes: string
  readonly mediaType: string
  readonly name: string
}

/**
 * Takes a file in: durable on disk first, then through the gate. Only what this returns may be
 * registered; a file the gate refuses is never named by a row.
 * @throws DomainError FILE_REFUSED with the reason
 */
export async function receiveFile(
  files: FileStore,
  source: Readable,
  fileName: string,
): Promise<ReceivedFile> {
  const name = displayName(fileName)
  const stored = await files.put(source)
  const { mediaType } = await inspectFile(await files.locate(stored.digest), name)
  return { sha256: stored.digest, sm3: stored.sm3, size_bytes: String(stored.size), mediaType, name }
}

/** The name is shown, never used as a path: no folders, no control or direction characters. */
function displayName(fileName: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  return plain.slice(-200) || '附件'
}
