import { open, stat } from 'node:fs/promises'
import { checkImage } from './image.ts'
import { FILE_LIMITS, refuse } from './limits.ts'
import { checkPdf } from './pdf.ts'
import { checkText } from './text.ts'
import { checkOffice } from './zip.ts'

const MEDIA_TYPES = {
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

/** Endings a person may choose from, for file pickers and messages. */
export const ALLOWED_EXTENSIONS = [...Object.keys(MEDIA_TYPES), 'jpeg']

const ALLOWED_TEXT = 'Excel(xlsx)、Word(docx)、PDF、PNG、JPG、CSV、TXT、JSON'

/**
 * The one gate in front of every parser: what the file is, seen from its content, and whether it is
 * harmless to open. Nothing is parsed that has not passed here.
 * @param file path on disk (in the file store)
 * @param name name the person gave it; its ending has to agree with the content
 * @throws DomainError FILE_REFUSED, in words that say what to do
 */
export async function inspectFile(file: string, name: string): Promise<InspectedFile> {
  const { size } = await stat(file)
  if (size === 0) throw refuse('文件是空的。请选择有内容的文件。')
  if (size > FILE_LIMITS.size_bytes) {
    throw refuse(`文件超过 ${FILE_LIMITS.size_bytes / 1024 / 1024} MB。请压缩图片或拆分后再上传。`)
  }
  const claimed = claimedKind(name)
  const seen = kindByMagic(await readHead(file))
  if (seen !== familyOf(claimed)) {
    throw refuse(`文件“${name}”的内容与扩展名不符。请用原来的软件打开并另存为相应格式后再上传。`, {
      claimed,
      seen,
    })
  }
  await checkInside(file, claimed, size)
  return { kind: claimed, mediaType: MEDIA_TYPES[claimed], size }
}

function claimedKind(name: string): FileKind {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const kind = ending === 'jpeg' ? 'jpg' : ending
  if (isKind(kind)) return kind
  const hint =
    ending === 'xls' || ending === 'doc' ? '请在 WPS 或 Office 中另存为 xlsx 或 docx 后再上传。' : ''
  throw refuse(`不能上传这种文件(${ending || '没有扩展名'})。可以上传：${ALLOWED_TEXT}。${hint}`)
}

function isKind(text: string): text is FileKind {
  return Object.hasOwn(MEDIA_TYPES, text)
}

type Family = 'zip' | 'pdf' | 'png' | 'jpg' | 'text' | 'other'

function familyOf(kind: FileKind): Family {
  if (kind === 'xlsx' || kind === 'docx') return 'zip'
  if (kind === 'csv' || kind === 'txt' || kind === 'json') return 'text'
  return kind
}

const MAGIC: readonly (readonly [Family, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['other', [0xd0, 0xcf, 0x11, 0xe0]], // .xls, .doc and other old Office files
  ['other', [0x50, 0x4b, 0x05, 0x06]], // an empty zip
  ['other', [0x52, 0x61, 0x72, 0x21]],
  ['other', [0x37, 0x7a, 0xbc, 0xaf]],
  ['other', [0x1f, 0x8b]],
  ['other', [0x7f, 0x45, 0x4c, 0x46]],
  ['other', [0x4d, 0x5a]],
]

/** Text has no magic: what has none is taken for text and then read as text. */
function kindByMagic(head: Uint8Array): Family {
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
