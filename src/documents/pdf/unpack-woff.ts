import { inflateSync } from 'node:zlib'

const WOFF_SIGNATURE = 0x774f4646
const HEADER_BYTES = 44
const ENTRY_BYTES = 20

/**
 * Turns a WOFF 1.0 file back into the TrueType file it was packed from (W3C WOFF, sections 4 and 5).
 *
 * The PDF library can read WOFF itself but inflates a table again on every access, which takes
 * seconds per document; unpacking once takes a few hundredths.
 * @throws Error when the file is not WOFF 1.0
 */
export function unpackWoff(file: Buffer): Buffer {
  if (file.readUInt32BE(0) !== WOFF_SIGNATURE) throw new Error('字体文件不是 WOFF 1.0 格式')
  const count = file.readUInt16BE(12)
  const directory = Buffer.alloc(12 + 16 * count)
  writeDirectoryHead(directory, file.readUInt32BE(4), count)
  const parts: Uint8Array[] = [directory]
  let offset = directory.length
  for (let i = 0; i < count; i += 1) {
    const entry = HEADER_BYTES + ENTRY_BYTES * i
    const table = readTable(file, entry)
    const record = 12 + 16 * i
    file.copy(directory, record, entry, entry + 4)
    directory.writeUInt32BE(file.readUInt32BE(entry + 16), record + 4)
    directory.writeUInt32BE(offset, record + 8)
    directory.writeUInt32BE(table.length, record + 12)
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4)
    parts.push(table, padding)
    offset += table.length + padding.length
  }
  return Buffer.concat(parts)
}

function readTable(file: Buffer, entry: number): Buffer {
  const offset = file.readUInt32BE(entry + 4)
  const packedLength = file.readUInt32BE(entry + 8)
  const length = file.readUInt32BE(entry + 12)
  const packed = file.subarray(offset, offset + packedLength)
  return packedLength < length ? inflateSync(packed) : packed
}

function writeDirectoryHead(directory: Buffer, flavour: number, count: number): void {
  const power = 2 ** Math.floor(Math.log2(count))
  directory.writeUInt32BE(flavour, 0)
  directory.writeUInt16BE(count, 4)
  directory.writeUInt16BE(16 * power, 6)
  directory.writeUInt16BE(Math.log2(power), 8)
  directory.writeUInt16BE(16 * (count - power), 10)
}
