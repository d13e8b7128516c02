import { readFile } from 'node:fs/promises'
import { refuse } from './limits.ts'

/** Chinese offices still save text in GB18030 (GBK); both encodings are text. */
const ENCODINGS = ['utf-8', 'gb18030'] as const

/** @throws DomainError FILE_REFUSED when the bytes are not text, or .json is no JSON */
export async function checkText(file: string, kind: 'csv' | 'txt' | 'json'): Promise<void> {
  const bytes = await readFile(file)
  if (bytes.includes(0)) throw notText()
  const text = decode(bytes, kind === 'json' ? ['utf-8'] : ENCODINGS)
  if (kind !== 'json') return
  try {
    JSON.parse(text)
  } catch {
    throw refuse('这个 JSON 文件不完整或格式有误。请重新导出后再上传。')
  }
}

function decode(bytes: Uint8Array, encodings: readonly string[]): string {
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // not this encoding: try the next
    }
  }
  throw notText()
}

function notText() {
  return refuse('文件内容不是文本。请另存为 UTF-8 编码的文本后再上传。')
}
