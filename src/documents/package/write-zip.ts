import { crc32 } from 'node:zlib'

/** One file of a package; folders come from the slashes of its path. */
export type PackageEntry = { readonly path: string; readonly bytes: Uint8Array }

/** 1980-01-01: a package made twice from the same is the same, byte for byte. */
const DOS_DAY = 0x21
const UTF8_NAMES = 0x0800
const VERSION = 20

/**
 * A .zip file of entries as they are: Word and PDF are compressed already, so nothing is compressed again.
 * Names are UTF-8. At most 65,535 entries and 4 GB, the bounds of the plain format (APPNOTE 6.3).
 * @throws RangeError beyond them, Error for two entries of one name
 */
export function writeZip(entries: readonly PackageEntry[]): Buffer {
  if (entries.length > 0xffff) throw new RangeError(`${entries.length} entries`)
  const names = new Set(entries.map(({ path }) => path.toLowerCase()))
  if (names.size < entries.length) throw new Error('package: two entries of one name')
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, bytes } of entries) {
    const name = Buffer.from(path, 'utf8')
    const common = commonHeader(bytes, name.length)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, name])
    directory.push(centralHeader(common, offset), name)
    parts.push(local, Buffer.from(bytes))
    offset += local.length + bytes.length
  }
  const central = Buffer.concat(directory)
  if (offset + central.length > 0xffffffff) throw new RangeError(`${offset} bytes`)
  return Buffer.concat([...parts, central, endRecord(entries.length, central.length, offset)])
}

/** From “version needed” to “extra length”: the same in both headers. */
function commonHeader(bytes: Uint8Array, nameLength: number): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(VERSION, 0)
  header.writeUInt16LE(UTF8_NAMES, 2)
  header.writeUInt16LE(DOS_DAY, 8)
  header.writeUInt32LE(crc32(bytes), 10)
  header.writeUInt32LE(bytes.length, 14)
  header.writeUInt32LE(bytes.length, 18)
  header.writeUInt16LE(nameLength, 22)
  return header
}

function centralHeader(common: Buffer, offset: number): Buffer {
  const header = Buffer.alloc(46)
  header.set([0x50, 0x4b, 1, 2])
  header.writeUInt16LE(VERSION, 4)
  common.copy(header, 6)
  header.writeUInt32LE(offset, 42)
  return header
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.set([0x50, 0x4b, 5, 6])
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
