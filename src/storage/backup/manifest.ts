import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { OperationProblem } from '../problem.ts'

export type CopiedFile = { readonly path: string; readonly size: number; readonly sha256: string }

/** What a backup holds. Written as the very last file: a backup without it is not one. */
export type Manifest = {
  readonly format: 1
  readonly createdAt: string
  readonly postgres: string
  /** write-ahead positions between which the copy was made; it is consistent as of the second */
  readonly startLsn: string
  readonly stopLsn: string
  /** attachments that were already missing or damaged when the backup was made */
  readonly damagedAttachments: readonly string[]
  readonly files: readonly CopiedFile[]
}

const NAME = 'manifest.json'

export async function writeManifest(directory: string, manifest: Manifest): Promise<void> {
  const unfinished = path.join(directory, `${NAME}.unfinished`)
  await writeFile(unfinished, `${JSON.stringify(manifest, null, 1)}\n`, { flush: true, mode: 0o600 })
  await rename(unfinished, path.join(directory, NAME))
  await syncTree(directory)
}

/** @throws OperationProblem when the directory holds no complete backup of a kind we know */
export async function readManifest(directory: string): Promise<Manifest> {
  let manifest: Manifest
  try {
    manifest = JSON.parse(await readFile(path.join(directory, NAME), 'utf8'))
  } catch (error) {
    throw new OperationProblem(
      `${directory} 不是完整的备份（没有可读的 ${NAME}）。请换一份备份。`,
      String(error),
    )
  }
  if (manifest.format !== 1) throw new OperationProblem('备份由更新版本的程序制作。请用新版本的程序恢复。')
  return manifest
}

/** Copies one file and forces it to disk; hashes what was really read. */
export async function copyHashing(from: string, to: string): Promise<{ size: number; sha256: string }> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let size = 0
  const count = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  await pipeline(createReadStream(from), count, createWriteStream(to, { mode: 0o600, flush: true }))
  return { size, sha256: hash.digest('hex') }
}

/** Forces the names in a directory and all below it to disk. */
export async function syncTree(directory: string): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    if (entry.isDirectory()) await syncTree(path.join(directory, entry.name))
  }
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Turns a full disk into words; anything else is passed on. */
export function inWords(error: unknown, directory: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new OperationProblem(`磁盘空间不足，未能写入 ${directory}。请清理磁盘或换一个位置后重试。`)
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new OperationProblem(
      `没有权限读写 ${directory}。请换一个位置，或用启动绩衡的同一用户执行。`,
      String(error),
    )
  }
  return error
}
