import { readFile } from 'node:fs/promises'
import { parseCsv } from 'hucre'
import type { ReadSheet } from '../../domain/offline/workbook.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { decodeText } from '../table-intake/decode-text.ts'

const SEPARATORS = ['\t', ';', ','] as const

/**
 * Runs in the gated thread: separated text in UTF-8 or GB18030 as one sheet. Cells stay text: a code with
 * leading zeros keeps them.
 * @throws DomainError FILE_REFUSED when it is no text
 */
export async function parse(file: string): Promise<ReadSheet[]> {
  const decoded = decodeText(new Uint8Array(await readFile(file)))
  if (!decoded) throw new DomainError('FILE_REFUSED', '文件内容不是文本。请另存为 UTF-8 编码的文本后再试。')
  const [firstLine = ''] = decoded.text.split(/\r?\n/, 1)
  const delimiter = [...SEPARATORS].sort((a, b) => firstLine.split(b).length - firstLine.split(a).length)[0]
  const rows = parseCsv(decoded.text, { delimiter: delimiter ?? ',', skipEmptyRows: false })
  return [{ name: '表1', rows: rows.map((row) => row.map((cell) => String(cell ?? ''))), merges: [] }]
}
