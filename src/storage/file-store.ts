import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DomainError } from '../domain/shared/errors.ts'
import { OperationProblem } from './problem.ts'

/** The largest file a person may hand in: 20 MB. */
export const LARGEST_FILE_BYTES = 20 * 1024 * 1024

/** Name of a stored file: SHA-256 of its bytes, 64 hexadecimal digits. */
export type Digest = string

export type StoredFile = {
  readonly digest: Digest
  /** SM3 of the same bytes, for the contract ledger */
  readonly sm3: string
  readonly size: number
}

/** Files by their content; nothing is ever changed in place. */
export type FileStore = {
  readonly directory: string
  /** Resolves when the bytes would survive a power cut; only then may a row name the digest. */
  put(source: Readable | Uint8Array, limit_bytes?: number): Promise<StoredFile>
  /** Path of a stored file, for parsers that read from disk. @throws DomainError NOT_FOUND */
  locate(digest: Digest): Promise<string>
  read(digest: Digest): Promise<Readable>
  /** Whether the stored bytes are still the bytes that were handed in. */
  verify(digest: Digest): Promise<'intact' | 'missing' | 'damaged'>
  /** Every stored digest, in no order. */
  list(): AsyncIterable<Digest>
}

const DIGEST = /^[0-9a-f]{64}$/

/**
 * Opens the store; its directories are made when needed.
 * @param directory e.g. `<home>/files`
 */
export function openFileStore(directory: string): FileStore {
  const placeOf = (digest: Digest) => {
    if (!DIGEST.test(digest)) throw new DomainError('NOT_FOUND', '没有这个附件。请刷新页面后重试。')
    return path.join(directory, digest.slice(0, 2), digest)
  }
  const locate = async (digest: Digest) => {
    const place = placeOf(digest)
    if (await sizeOf(place)) return place
    throw new DomainError('NOT_FOUND', '附件文件不在磁盘上。请联系系统管理员从备份恢复。', { digest })
  }
  return {
    directory,
    put: (source, limit_bytes = LARGEST_FILE_BYTES) => put(directory, placeOf, source, limit_bytes),
    locate,
    read: async (digest) => createReadStream(await locate(digest)),
    async verify(digest) {
      const place = placeOf(digest)
      if ((await sizeOf(place)) === undefined) return 'missing'
      return (await digestOf(place)) === digest ? 'intact' : 'damaged'
    },
    list: () => list(directory),
  }
}

async function put(
  directory: string,
  placeOf: (digest: Digest) => string,
  source: Readable | Uint8Array,
  limit_bytes: number,
): Promise<StoredFile> {
  const incoming = path.join(directory, 'incoming')
  const unfinished = path.join(incoming, randomBytes(12).toString('hex'))
  try {
    if (await mkdir(incoming, { recursive: true, mode: 0o700 })) await syncDirectory(path.dirname(directory))
    const stored = await writeCounted(source, unfinished, limit_bytes)
    const place = placeOf(stored.digest)
    const shelf = path.dirname(place)
    if (await mkdir(shelf, { recursive: true, mode: 0o700 })) await syncDirectory(directory)
    await rename(unfinished, place)
    await syncDirectory(shelf)
    return stored
  } catch (error) {
    await rm(unfinished, { force: true })
    if (!isDiskFull(error)) throw error
    throw new OperationProblem(
      `磁盘空间不足，附件没有保存：${directory}。请清理磁盘后重新上传。`,
      String(error),
    )
  }
}

/** Writes, counts and hashes in one pass and forces the bytes to disk. */
async function writeCounted(
  source: Readable | Uint8Array,
  target: string,
  limit_bytes: number,
): Promise<StoredFile> {
  const hash = createHash('sha256')
  const sm3 = createHash('sm3')
  let size = 0
  const count = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      size += chunk.length
      if (size > limit_bytes) return done(tooLarge(limit_bytes))
      hash.update(chunk)
      sm3.update(chunk)
      done(null, chunk)
    },
  })
  const from = source instanceof Uint8Array ? [source] : source
  await pipeline(from, count, createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true }))
  if (size === 0) throw new DomainError('FILE_REFUSED', '文件是空的。请选择有内容的文件。')
  return { digest: hash.digest('hex'), sm3: sm3.digest('hex'), size }
}

/** What a person reads when a file is over the limit. */
export function tooLarge(limit_bytes: number): DomainError {
  const limit = Math.floor(limit_bytes / 1024 / 1024)
  return new DomainError('FILE_REFUSED', `文件超过 ${limit} MB。请压缩图片或拆分后再上传。`, { limit_bytes })
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}

/** A rename survives a power cut only when the directory that lists the name is on disk too. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size
  } catch {
    return undefined
  }
}

/** SHA-256 of a file on disk. */
export async function digestOf(file: string): Promise<Digest> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

async function* list(directory: string): AsyncIterable<Digest> {
  const names = async (folder: string) => readdir(folder).catch(() => [])
  for (const shelf of await names(directory)) {
    if (shelf.length !== 2) continue
    for (const name of await names(path.join(directory, shelf))) if (DIGEST.test(name)) yield name
  }
}
