import { constants, crc32, deflateRawSync } from 'node:zlib'
import type { SheetColumn } from '../write-xlsx.ts'

/** What a long list says of itself; its rows come later, piece by piece. */
export type SheetHead = {
  readonly title: string
  readonly columns: readonly SheetColumn[]
}

/** Between the cells of a row, and between rows: signs no text of ours may hold. */
export const CELL_END = '\u001f'
export const ROW_END = '\u001e'

/** Quick packing: a long list is mostly waited for. */
const LEVEL = 1
const SHEET = 'xl/worksheets/sheet1.xml'
const FLAGS = 0x0808
const DOS_DAY = 0x21

type Part = {
  readonly name: string
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

/**
 * An .xlsx written while its rows arrive: nothing of it is kept, so memory does not grow with the list. Text
 * stands as text in the cell itself (never a formula), numbers as numbers.
 * @returns `open` gives the first bytes, `rows` those for rows joined by `ROW_END`, `end` the last
 */
export function makeSheetStream({ title, columns }: SheetHead) {
  const parts: Part[] = []
  let at = 0
  let crc = 0
  let size = 0
  let packed = 0
  const sheetAt = () => parts.reduce((sum, part) => sum + partLength(part), 0)
  const pack = (xml: string, isLast = false): Buffer => {
    const bytes = Buffer.from(xml, 'utf8')
    crc = crc32(bytes, crc)
    size += bytes.length
    const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH
    const made = deflateRawSync(bytes, { level: LEVEL, finishFlush })
    packed += made.length
    return made
  }
  return {
    open(): Buffer {
      const small = smallParts(title).map(([name, xml]) => {
        const bytes = Buffer.from(xml, 'utf8')
        const made = deflateRawSync(bytes, { level: LEVEL })
        const part = { name, crc: crc32(bytes), packed: made.length, size: bytes.length, at }
        parts.push(part)
        const entry = Buffer.concat([localHeader(name), made, descriptor(part)])
        at += entry.length
        return entry
      })
      return Buffer.concat([...small, localHeader(SHEET), pack(sheetBegin(columns))])
    },
    rows(text: string): Buffer {
      return pack(rowsXml(text, columns))
    },
    end(): Buffer {
      const last = pack('</sheetData></worksheet>', true)
      const part = { name: SHEET, crc, packed, size, at: sheetAt() }
      parts.push(part)
      const directory = parts.map(centralHeader)
      const length = directory.reduce((sum, one) => sum + one.length, 0)
      const begins = sheetAt()
      return Buffer.concat([last, descriptor(part), ...directory, endRecord(parts.length, length, begins)])
    },
  }
}

const HEADER = 30
const DESCRIPTOR = 16

function partLength({ name, packed }: Part): number {
  return HEADER + Buffer.byteLength(name) + packed + DESCRIPTOR
}

function rowsXml(text: string, columns: readonly SheetColumn[]): string {
  let xml = ''
  for (const row of text.split(ROW_END)) {
    const cells = row.split(CELL_END)
    xml += '<row>'
    for (let index = 0; index < columns.length; index += 1) {
      const cell = cells[index] ?? ''
      if (cell === '') xml += '<c/>'
      else if (columns[index]?.type === 'number' && isNumber(cell)) xml += `<c><v>${cell}</v></c>`
      else xml += `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`
    }
    xml += '</row>'
  }
  return xml
}

function isNumber(text: string): boolean {
  return /^-?\d{1,15}(\.\d+)?$/.test(text)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const SPECIAL = /[&<>\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** XML 1.0 has no place for control signs; a file holding one could not be opened. */
function escapeXml(text: string): string {
  if (!SPECIAL.test(text)) return text
  return text.replace(new RegExp(SPECIAL, 'g'), (sign) => SIGNS[sign] ?? '')
}

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGES = 'http://schemas.openxmlformats.org/package/2006'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

function sheetBegin(columns: readonly SheetColumn[]): string {
  const widths = columns
    .map(({ width, title }, index) => {
      const wide = width ?? Math.max(12, title.length * 2 + 4)
      return `<col min="${index + 1}" max="${index + 1}" width="${wide}" customWidth="1"/>`
    })
    .join('')
  const head = columns
    .map(({ title }) => `<c t="inlineStr" s="1"><is><t>${escapeXml(title)}</t></is></c>`)
    .join('')
  return (
    `${DECLARATION}<worksheet xmlns="${NAMESPACE}"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${widths}</cols><sheetData><row>${head}</row>`
  )
}

function smallParts(title: string): readonly [string, string][] {
  const name = escapeXml(title.replace(/[\\/?*[\]:]/g, '').slice(0, 31)).replace(/"/g, '&quot;')
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return [
    [
      '[Content_Types].xml',
      `${DECLARATION}<Types xmlns="${PACKAGES}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
        `<Override PartName="/${SHEET}" ContentType="${type}.worksheet+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${DECLARATION}<Relationships xmlns="${PACKAGES}/relationships">` +
        `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${DECLARATION}<workbook xmlns="${NAMESPACE}" xmlns:r="${OFFICE}"><sheets>` +
        `<sheet name="${name}" sheetId="1" r:id="rId1"/></sheets>` +
        `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${name.replace(/'/g, "''")}'!$1:$1` +
        '</definedName></definedNames></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${DECLARATION}<Relationships xmlns="${PACKAGES}/relationships">` +
        `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
        `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', styles()],
  ]
}

function styles(): string {
  const font = (extra: string) => `<font>${extra}<sz val="10.5"/><name val="宋体"/></font>`
  return (
    `${DECLARATION}<styleSheet xmlns="${NAMESPACE}"><fonts count="2">${font('')}${font('<b/>')}</fonts>` +
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    '<cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>'
  )
}

/** Sizes follow behind the data: they are not known before. */
function localHeader(name: string): Buffer {
  const bytes = Buffer.from(name, 'utf8')
  const header = Buffer.alloc(HEADER)
  header.set([0x50, 0x4b, 3, 4])
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(FLAGS, 6)
  header.writeUInt16LE(8, 8)
  header.writeUInt16LE(DOS_DAY, 12)
  header.writeUInt16LE(bytes.length, 26)
  return Buffer.concat([header, bytes])
}

function descriptor({ crc, packed, size }: Omit<Part, 'name' | 'at'>): Buffer {
  const made = Buffer.alloc(DESCRIPTOR)
  made.set([0x50, 0x4b, 7, 8])
  made.writeUInt32LE(crc, 4)
  made.writeUInt32LE(packed, 8)
  made.writeUInt32LE(size, 12)
  return made
}

function centralHeader({ name, crc, packed, size, at }: Part): Buffer {
  const bytes = Buffer.from(name, 'utf8')
  const header = Buffer.alloc(46)
  header.set([0x50, 0x4b, 1, 2])
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(20, 6)
  header.writeUInt16LE(FLAGS, 8)
  header.writeUInt16LE(8, 10)
  header.writeUInt16LE(DOS_DAY, 14)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(packed, 20)
  header.writeUInt32LE(size, 24)
  header.writeUInt16LE(bytes.length, 28)
  header.writeUInt32LE(at, 42)
  return Buffer.concat([header, bytes])
}

function endRecord(count: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.set([0x50, 0x4b, 5, 6])
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(at, 16)
  return end
}
