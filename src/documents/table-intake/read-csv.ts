import { readFile } from 'node:fs/promises'
import { parseCsv } from 'hucre'
import { cellText } from '../../domain/doctor/read/cell-text.ts'
import { GRID_LIMITS, makeGrid } from '../../domain/doctor/read/grid.ts'
import { readGrid } from '../../domain/doctor/read/read-grid.ts'
import type { ReadNote, ReadResult } from '../../domain/doctor/read/read-result.ts'
import { readTableText } from '../../domain/doctor/read/text-table.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { decodeText } from './decode-text.ts'

const SEPARATORS = ['\t', ';', ','] as const

/**
 * Runs in the gated worker: reads a .csv or .txt file, in UTF-8 or GB18030, separated by comma, tab or
 * semicolon. Text without separators is read as pasted text.
 * @throws DomainError FILE_REFUSED when it is no text
 */
export async function parse(file: string): Promise<ReadResult> {
  const decoded = decodeText(new Uint8Array(await readFile(file)))
  if (!decoded) throw new DomainError('FILE_REFUSED', '文件内容不是文本。请另存为 UTF-8 编码的文本后再试。')
  const notes: ReadNote[] = decoded.encoding === 'UTF-8' ? [] : [encodingNote(decoded.encoding)]
  const read = readSeparated(decoded.text) ?? readTableText(decoded.text)
  return { tables: read.tables, notes: [...notes, ...read.notes] }
}

/** The separator under which an indicator table appears; the first line alone would often mislead. */
function readSeparated(text: string): ReadResult | undefined {
  for (const delimiter of SEPARATORS) {
    if (!text.includes(delimiter)) continue
    const rows = parseCsv(text, { delimiter, skipEmptyRows: false }).slice(0, GRID_LIMITS.rows)
    const cells = rows.map((row) =>
      row
        .slice(0, GRID_LIMITS.columns)
        .map((value) => cellText(String(value ?? '').slice(0, GRID_LIMITS.cell_chars))),
    )
    const read = readGrid(makeGrid({ name: '表1', rows: cells, addressing: 'words' }), { isWhole: true })
    if (read.tables.length > 0) return read
  }
  return undefined
}

function encodingNote(encoding: string): ReadNote {
  return { kind: 'encoding', place: '', message: `文件是 ${encoding} 编码，已按此读取。` }
}
