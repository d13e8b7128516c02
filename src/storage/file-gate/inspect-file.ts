import { open, stat } from 'node:fs/promises'
import { checkImage } from './image.ts'
import { FILE_LIMITS, refuse } from './limits.ts'
import { checkOldWorkbook, isEncrypted } from './ole.ts'
import { checkPdf } from './pdf.ts'
import { checkText } from './text.ts'
import { checkOffice } from './zip.ts'

const MEDIA_TYPES = {
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  csv: 'text/csv',
  txt: 'text/plain',
  json: 'application/json',
} as const

export type FileKind = keyof typeof MEDIA_TYPES
export type InspectedFile = { readonly kind: FileKind; readonly mediaType: string; readonly size: number }

/** What may be attached to a record. Old .xls may hide programs and is no format to keep for years. */
export const ATTACHMENT_KINDS = ['xlsx', 'docx', 'pdf', 'png', 'jpg', 'csv', 'txt', 'json'] as const
/** What may hold a performance table to be read: here an old workbook is welcome, pictures are not. */
export const TABLE_FILE_KINDS = ['xlsx', 'xls', 'docx', 'csv', 'txt', 'json'] as const

/** Endings a person may choose from, for file pickers and messages. */
export const ALLOWED_EXTENSIONS = [...ATTACHMENT_KINDS, 'jpeg']

const KIND_NAMES: Readonly<Partial<Record<FileKind, string>>> = {
  xlsx: 'Excel(xlsx)',
  xls: 'Excel(xls)',
  docx: 'Word(docx)',
}

/**
 * The one gate in front of every parser: what the file is, seen from its content, and whether it is
 * harmless to open. Nothing is parsed that has not passed here.
 * @param file path on disk (in the file store)
 * @param name name the person gave it; its ending has to agree with the content
 * @param kinds what this feature takes
 * @throws DomainError FILE_REFUSED, in words that say what to do
 */
export async function inspectFile(
  file: string,
  name: string,
  kinds: readonly FileKind[] = ATTACHMENT_KINDS,
): Promise<InspectedFile> {
  const { size } = await stat(file)
  if (size === 0) throw refuse('文件是空的。请选择有内容的文件。')
  if (size > FILE_LIMITS.size_bytes) {
    throw refuse(`文件超过 ${FILE_LIMITS.size_bytes / 1024 / 1024} MB。请压缩图片或拆分后再上传。`)
  }
  const claimed = claimedKind(name, kinds)
  const seen = familyByMagic(await readHead(file))
  if (seen !== familyOf(claimed)) {
    if (seen === 'ole' && (await isEncrypted(file))) throw refuse('文件带有密码。请去掉密码后再上传。')
    throw refuse(`文件“${name}”的内容与扩展名不符。请用原来的软件打开并另存为相应格式后再上传。`, {
      claimed,
      seen,
    })
  }
  await checkInside(file, claimed, size)
  return { kind: claimed, mediaType: MEDIA_TYPES[claimed], size }
}

function claimedKind(name: string, kinds: readonly FileKind[]): FileKind {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const kind = ending === 'jpeg' ? 'jpg' : ending
  const found = kinds.find((one) => one === kind)
  if (found) return found
  const hint = ['xls', 'doc', 'wps', 'et'].includes(ending)
    ? '请在 WPS 或 Office 中另存为 xlsx 或 docx 后再上传。'
    : ''
  const names = kinds.map((one) => KIND_NAMES[one] ?? one.toUpperCase()).join('、')
  throw refuse(`不能上传这种文件(${ending || '没有扩展名'})。可以上传：${names}。${hint}`)
}

type Family = 'zip' | 'ole' | 'pdf' | 'png' | 'jpg' | 'text' | 'other'

function familyOf(kind: FileKind): Family {
  if (kind === 'xlsx' || kind === 'docx') return 'zip'
  if (kind === 'xls') return 'ole'
  if (kind === 'csv' || kind === 'txt' || kind === 'json') return 'text'
  return kind
}

const MAGIC: readonly (readonly [Family, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]], // .xls, .doc, encrypted .xlsx
  ['other', [0x50, 0x4b, 0x05, 0x06]], // an empty zip
  ['other', [0x52, 0x61, 0x72, 0x21]],
  ['other', [0x37, 0x7a, 0xbc, 0xaf]],
  ['other', [0x1f, 0x8b]],
  ['other', [0x7f, 0x45, 0x4c, 0x46]],
  ['other', [0x4d, 0x5a]],
]

/** Text has no magic: what has none is taken for text and then read as text. */
function familyByMagic(head: Uint8Array): Family {
  const found = MAGIC.find(([, magic]) => magic.every((byte, index) => head[index] === byte))
  return found?.[0] ?? 'text'
}

async function readHead(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function checkInside(file: string, kind: FileKind, size: number): Promise<void> {
  switch (kind) {
    case 'xlsx':
    case 'docx':
      return checkOffice(file, kind)
    case 'xls':
      return checkOldWorkbook(file)
    case 'pdf':
      return checkPdf(file, size)
    case 'png':
    case 'jpg':
      return checkImage(file, kind)
    case 'csv':
    case 'txt':
    case 'json':
      return checkText(file, kind)
  }
}
