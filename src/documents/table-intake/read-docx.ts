import type { Grid } from '../../domain/doctor/read/grid.ts'
import { readGrid } from '../../domain/doctor/read/read-grid.ts'
import { readFundsOf } from '../../domain/doctor/read/grid-funds.ts'
import { readTableText } from '../../domain/doctor/read/text-table.ts'
import type { ReadNote, ReadResult } from '../../domain/doctor/read/read-result.ts'
import type { DoctorFund, DoctorTable } from '../../domain/doctor/table.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { decodeXml } from './decode-xml.ts'
import { readZipPart } from './read-zip-part.ts'
import { readWordParts, type WordPart } from './word-tables.ts'

const TITLE_LINES = 4

/**
 * Runs in the gated worker: reads the performance tables of a Word file, with the paragraphs around
 * them as text. A report without a table is read as text.
 * @throws DomainError FILE_REFUSED when the file is no readable Word file
 */
export async function parse(file: string): Promise<ReadResult> {
  const bytes = await readZipPart(file, 'word/document.xml')
  if (!bytes) throw unreadable()
  let parts: WordPart[]
  try {
    parts = readWordParts(decodeXml(bytes))
  } catch {
    throw unreadable()
  }
  return fromParts(parts)
}

function fromParts(parts: readonly WordPart[]): ReadResult {
  const tables: DoctorTable[] = []
  const notes: ReadNote[] = []
  const paragraphs: string[] = []
  let waiting: readonly DoctorFund[] = []
  for (const part of parts) {
    if ('paragraph' in part) {
      paragraphs.push(part.paragraph)
      continue
    }
    const read = readGrid(part.table, { isWhole: true, before: paragraphs.slice(-TITLE_LINES) })
    notes.push(...read.notes)
    // A report often prints its money in a small table of its own above the indicators.
    if (read.tables.length === 0) waiting = [...waiting, ...readFundsOf(part.table)]
    for (const table of read.tables) {
      tables.push(table.funds.length === 0 ? { ...table, funds: waiting } : table)
      waiting = []
    }
    if (read.tables.length === 0 && !isSmall(part.table)) notes.push(skipped(part.table))
  }
  const text = paragraphs.join('\n')
  const [first, ...rest] = tables
  if (!first) {
    const read = readTableText(text)
    const withFunds = read.tables.map((table) =>
      table.funds.length === 0 ? { ...table, funds: waiting } : table,
    )
    return { tables: withFunds, notes: [...notes, ...read.notes] }
  }
  return { tables: [{ ...first, text: text === '' ? null : text }, ...rest], notes }
}

const isSmall = (grid: Grid) => grid.rows.length < 3

function skipped(grid: Grid): ReadNote {
  return {
    kind: 'skipped',
    place: grid.name,
    message: `文中的${grid.name}不是绩效指标表，没有检查其中的指标。`,
  }
}

function unreadable(): DomainError {
  return new DomainError(
    'FILE_REFUSED',
    '这个文件不是可读的 Word 文档，请用 WPS 或 Word 打开并另存为 .docx 后再试。',
  )
}
