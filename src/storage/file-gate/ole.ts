import { readFile } from 'node:fs/promises'
import { refuse } from './limits.ts'

/**
 * Old Office files are a small file system of their own. Only its directory is read here, with an end
 * to every chain: the names in it tell a workbook from a letter, and show programs and passwords.
 */
const HEADER_BYTES = 512
const ENTRY_BYTES = 128
const END_OF_CHAIN = 0xfffffffe
const SECTORS_MAX = 2_000

const PROGRAM = /^(_VBA_PROJECT(_CUR)?|VBA|Macros|dir)$|Ole10Native$/i
/** An object somebody embedded: another file inside this one. */
const EMBEDDED = /^(MBD[0-9A-F]{8}|LNK[0-9A-F]{8}|Package)$/i

/** @throws DomainError FILE_REFUSED when it is no .xls workbook, or holds a program or another file */
export async function checkOldWorkbook(file: string): Promise<void> {
  const names = readNames(await readFile(file))
  if (names.length === 0) throw refuse('文件已损坏或被截断，打不开。请用 WPS 或 Office 打开并另存后再上传。')
  if (names.includes('EncryptedPackage')) throw refuse('文件带有密码。请去掉密码后再上传。')
  if (!names.some((name) => name === 'Workbook' || name === 'Book'))
    throw refuse('文件不是 xls 格式。请用 WPS 或 Office 打开并另存为 xlsx 后再上传。')
  if (names.some((name) => PROGRAM.test(name)))
    throw refuse('文件含有宏或程序。请另存为不含宏的格式后再上传。')
  if (names.some((name) => EMBEDDED.test(name)))
    throw refuse('文件里嵌有另一个文件(例如嵌入的表格或压缩包)。请删去嵌入对象，或改贴为图片后再上传。')
}

/** Whether it is an .xlsx or .docx behind a password, which Office wraps into the old container. */
export async function isEncrypted(file: string): Promise<boolean> {
  return readNames(await readFile(file)).includes('EncryptedPackage')
}

/** Names in the directory; none when the container is broken. */
function readNames(bytes: Buffer): string[] {
  if (bytes.length < HEADER_BYTES * 2) return []
  const size = 1 << bytes.readUInt16LE(30)
  if (size !== 512 && size !== 4096) return []
  const names: string[] = []
  for (const sector of chain(bytes, size, bytes.readUInt32LE(48))) {
    const from = (sector + 1) * size
    for (let at = from; at + ENTRY_BYTES <= Math.min(from + size, bytes.length); at += ENTRY_BYTES) {
      const length = Math.min(64, bytes.readUInt16LE(at + 64))
      if (bytes[at + 66] !== 0 && length >= 2) names.push(bytes.toString('utf16le', at, at + length - 2))
    }
  }
  return names
}

/** The sectors of one chain, as the allocation table links them. */
function chain(bytes: Buffer, size: number, first: number): number[] {
  const table = tableSectors(bytes, size)
  const perSector = size / 4
  const found: number[] = []
  let sector = first
  while (sector < END_OF_CHAIN && found.length < SECTORS_MAX) {
    if ((sector + 1) * size >= bytes.length) return []
    found.push(sector)
    const tableSector = table[Math.floor(sector / perSector)]
    const at = tableSector === undefined ? -1 : (tableSector + 1) * size + (sector % perSector) * 4
    if (at < 0 || at + 4 > bytes.length) return []
    sector = bytes.readUInt32LE(at)
  }
  return found.length < SECTORS_MAX ? found : []
}

/** Where the allocation table itself stands: listed in the header, then in sectors that link on. */
function tableSectors(bytes: Buffer, size: number): number[] {
  const sectors: number[] = []
  const add = (at: number) => {
    const sector = at + 4 <= bytes.length ? bytes.readUInt32LE(at) : END_OF_CHAIN
    if (sector < END_OF_CHAIN) sectors.push(sector)
  }
  for (let index = 0; index < 109; index += 1) add(76 + index * 4)
  let next = bytes.readUInt32LE(68)
  for (let count = 0; next < END_OF_CHAIN && count < SECTORS_MAX; count += 1) {
    const from = (next + 1) * size
    if (from + size > bytes.length) break
    for (let at = from; at < from + size - 4; at += 4) add(at)
    next = bytes.readUInt32LE(from + size - 4)
  }
  return sectors
}
