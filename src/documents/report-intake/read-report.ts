import type { ReportPart } from '../../domain/evaluation/report/report.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { decodeXml } from '../table-intake/decode-xml.ts'
import { readZipPart } from '../table-intake/read-zip-part.ts'
import { readWordParts } from '../table-intake/word-tables.ts'

/**
 * Runs in the gated worker: paragraphs and tables of a report, in the order of the file.
 * @throws DomainError FILE_REFUSED when the file is no readable Word file
 */
export async function parse(file: string): Promise<readonly ReportPart[]> {
  const bytes = await readZipPart(file, 'word/document.xml')
  if (!bytes) throw unreadable()
  try {
    return readWordParts(decodeXml(bytes))
  } catch {
    throw unreadable()
  }
}

function unreadable(): DomainError {
  return new DomainError(
    'FILE_REFUSED',
    '这个文件不是可读的 Word 文档，请用 WPS 或 Word 打开并另存为 .docx 后再试。',
  )
}
