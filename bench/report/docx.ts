import JSZip from 'jszip'
import type { ReportPart } from '../../src/domain/evaluation/report/report.ts'

const TYPES =
  '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const RELATIONS =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

/** A small Word file of paragraphs and plain tables, as an agency's editor would save it. */
export async function toDocx(parts: readonly ReportPart[]): Promise<Uint8Array> {
  const body = parts
    .map((part) => ('paragraph' in part ? paragraph(part.paragraph) : tableXml(part.table.rows)))
    .join('')
  const zip = new JSZip()
  zip.file('[Content_Types].xml', TYPES)
  zip.file('_rels/.rels', RELATIONS)
  zip.file(
    'word/document.xml',
    `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  )
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
/** Editors cut a paragraph into runs anywhere. */
const runs = (text: string) =>
  (text.match(/.{1,17}/gs) ?? [''])
    .map((run) => `<w:r><w:t xml:space="preserve">${escaped(run)}</w:t></w:r>`)
    .join('')
const paragraph = (text: string) => `<w:p>${runs(text)}</w:p>`
const tableXml = (rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
