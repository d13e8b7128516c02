import { readFile } from 'node:fs/promises'
import { refuse } from './limits.ts'

/** Chinese offices still save text in GB18030 (GBK); both encodings are text. */
const ENCODINGS = ['utf-8', 'gb18030'] as const
/** "Unicode 文本" of spreadsheet programs: two bytes a character, with a mark in front. */
const MARKS = [
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
] as const

/** @throws DomainError FILE_REFUSED when the bytes are not text, or .json is no JSON */
export async function checkText(file: string, kind: 'csv' | 'txt' | 'json'): Promise<void> {
  const bytes = await readFile(file)
  const marked = MARKS.find(([, first, second]) => bytes[0] === first && bytes[1] === second)?.[0]
  const usual = kind === 'json' ? ['utf-8'] : marked ? [marked] : ENCODINGS
  const text = decode(bytes, usual)
  if (text.includes('\0')) throw notText()
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
