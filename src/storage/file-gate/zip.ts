import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { DomainError } from '../../domain/shared/errors.ts'
import { FILE_LIMITS, refuse } from './limits.ts'

const MAIN_PART = {
  xlsx: { name: 'xl/workbook.xml', type: 'spreadsheetml.sheet.main+xml' },
  docx: { name: 'word/document.xml', type: 'wordprocessingml.document.main+xml' },
} as const

const MACRO_NAME = /vbaProject|vbaData|macrosheets\/|activeX\/|\.(bin|exe|dll|vbs|js|bat|cmd|ps1|scr|jar)$/i
/** Binary parts that Excel and WPS write themselves and that hold no program. */
const HARMLESS_BIN = /(printerSettings|customProperty)\d*\.bin$/i

/**
 * Reads an Office file the way a parser would, but only counting: the directory first, then every
 * entry inflated piece by piece until a limit is passed.
 * @throws DomainError FILE_REFUSED
 */
export async function checkOffice(file: string, kind: 'xlsx' | 'docx'): Promise<void> {
  try {
    const zip = await openPromise(file, { autoClose: false, lazyEntries: true, strictFileNames: true })
    try {
      await checkEntries(zip, kind)
    } finally {
      zip.close()
    }
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw refuse('文件已损坏或被截断，打不开。请用 WPS 或 Office 打开并另存后再上传。', {
      reason: String(error),
    })
  }
}

async function checkEntries(zip: ZipFile, kind: 'xlsx' | 'docx'): Promise<void> {
  if (zip.entryCount > FILE_LIMITS.zipEntries) throw tooMuch('部件过多')
  const names = new Set<string>()
  let unpacked = 0
  let contentTypes = ''
  for await (const entry of zip.eachEntry()) {
    checkEntry(entry, names)
    if (entry.fileName.endsWith('/')) continue
    const isContentTypes = entry.fileName === '[Content_Types].xml'
    const seen = await inflateCounting(zip, entry, FILE_LIMITS.unpacked_bytes - unpacked, isContentTypes)
    unpacked += seen.size
    if (isContentTypes) contentTypes = seen.text
  }
  checkStructure(kind, names, contentTypes)
}

function checkEntry(entry: Entry, names: Set<string>): void {
  const name = entry.fileName
  if (names.has(name.toLowerCase()))
    throw refuse('文件内部有重名部件，可能被改造过。请用 WPS 或 Office 另存后再上传。')
  names.add(name.toLowerCase())
  if (entry.isEncrypted()) throw refuse('文件带有密码。请去掉密码后再上传。')
  if (MACRO_NAME.test(name) && !HARMLESS_BIN.test(name)) throw macros()
}

function checkStructure(kind: 'xlsx' | 'docx', names: ReadonlySet<string>, contentTypes: string): void {
  if (/macroEnabled|vbaProject/i.test(contentTypes)) throw macros()
  const { name, type } = MAIN_PART[kind]
  if (!names.has(name.toLowerCase()) || !contentTypes.includes(type)) {
    throw refuse(`文件不是 ${kind} 格式。请用 WPS 或 Office 打开并另存为 ${kind} 后再上传。`)
  }
}

/** First bytes of containers that would be opened again: zip, 7z, rar, gzip, old Office. */
const CONTAINERS = ['504b0304', '377abcaf', '52617221', '1f8b08', 'd0cf11e0']
const XML_NAME = /\.(xml|rels|vml)$/i
/** Document types and entities: not used by Office, but the way a few bytes become gigabytes. */
const XML_DECLARATION = /<!(DOCTYPE|ENTITY)/i
const OVERLAP = 16

async function inflateCounting(
  zip: ZipFile,
  entry: Entry,
  left_bytes: number,
  keepText: boolean,
): Promise<{ readonly size: number; readonly text: string }> {
  const stream = await zip.openReadStreamPromise(entry)
  const isXml = XML_NAME.test(entry.fileName)
  let size = 0
  let text = ''
  for await (const chunk of stream) {
    if (size === 0) refuseContainer(chunk)
    size += chunk.length
    if (size > left_bytes) throw tooMuch('展开后过大')
    if (size > FILE_LIMITS.ratioFrom_bytes && size > entry.compressedSize * FILE_LIMITS.ratio) {
      throw tooMuch('压缩率异常')
    }
    if (!isXml && !keepText) continue
    // UTF-16 hides the words behind zero bytes; without them both encodings read the same.
    text = `${keepText ? text : text.slice(-OVERLAP)}${chunk.toString('latin1').replaceAll('\0', '')}`
    if (XML_DECLARATION.test(text))
      throw refuse('文件内部含有不允许的声明。请用 WPS 或 Office 另存后再上传。')
  }
  return { size, text }
}

function refuseContainer(firstChunk: Buffer): void {
  const head = firstChunk.subarray(0, 4).toString('hex')
  if (!CONTAINERS.some((magic) => head.startsWith(magic))) return
  throw refuse('文件里嵌有另一个文件(例如嵌入的表格或压缩包)。请删去嵌入对象，或改贴为图片后再上传。')
}

function macros(): DomainError {
  return refuse('文件含有宏或程序。请另存为不含宏的格式后再上传。')
}

function tooMuch(why: string): DomainError {
  return refuse(`文件${why}，为安全起见没有打开。请用 WPS 或 Office 另存一份干净的文件后再上传。`, { why })
}
