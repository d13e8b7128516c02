import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { DomainError } from '../domain/shared/errors.ts'

/** A file on disk for as long as it is looked at, the name the person gave it, and what came along. */
export type UploadedFile = { readonly file: string; readonly name: string; readonly part: MultipartFile }

/**
 * Lends the one file of a request and removes it afterwards, whatever happens: nothing is kept.
 * @throws DomainError INVALID_INPUT without a file, FILE_REFUSED for one that is too large
 */
export async function withUploadedFile<T>(
  request: FastifyRequest,
  use: (uploaded: UploadedFile) => Promise<T>,
): Promise<T> {
  const part = request.isMultipart() ? await request.file() : undefined
  if (!part) {
    throw new DomainError('INVALID_INPUT', '请选择一个文件。', {
      places: [{ field: 'file', problem: '缺少文件' }],
    })
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'jiheng-upload-'))
  try {
    const file = path.join(folder, 'file')
    await pipeline(part.file, createWriteStream(file, { mode: 0o600 }))
    if (part.file.truncated) throw new DomainError('FILE_REFUSED', '文件太大，请拆分后再试。')
    return await use({ file, name: part.filename, part })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A field that came before the file. */
export function fieldOf(part: MultipartFile, name: string): string | undefined {
  const field = part.fields[name]
  return field && !Array.isArray(field) && field.type === 'field' ? String(field.value) : undefined
}

/** A field that holds JSON; what is no JSON is left as it is for the closed input to refuse. */
export function jsonOf(part: MultipartFile, name: string): unknown {
  const text = fieldOf(part, name)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
