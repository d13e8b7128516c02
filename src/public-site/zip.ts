import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'

export type ZipEntry = { readonly path: string; readonly text: string }

/** A file as it lies in an archive: packed, with what its header says. */
export type PackedFile = {
  readonly path: string
  readonly crc: number
  readonly size_bytes: number
  readonly packed: readonly Buffer[]
  readonly packed_bytes: number
}

/** General purpose bit 11: names are UTF-8. */
const UTF8_NAMES = 0x0800
const DEFLATE = 8
/** 1 January 1980, the earliest day a zip can name: the same content gives the same bytes. */
const DAY = 0x0021

/** A zip archive of text files (PKWARE APPNOTE 4.3), small enough to need no extension. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  return Buffer.concat([...zipPieces(entries.map(packAtOnce))])
}

function packAtOnce({ path, text }: ZipEntry): PackedFile {
  const bytes = Buffer.from(text, 'utf8')
  const packed = deflateRawSync(bytes)
  return { path, crc: crc32(bytes), size_bytes: bytes.length, packed: [packed], packed_bytes: packed.length }
}

/** The archive piece by piece, so that it can be sent without being put together. */
export function* zipPieces(files: Iterable<PackedFile>): Generator<Buffer> {
  const central: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const name = Buffer.from(file.path, 'utf8')
    const common = commonHeader(file, name.length)
    const at = Buffer.alloc(14)
    at.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, at, name]))
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name])
    offset += local.length + file.packed_bytes
    yield local
    yield* file.packed
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(central.length, 4)
  end.writeUInt16LE(central.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  yield directory
  yield Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), end])
}

function commonHeader({ crc, size_bytes, packed_bytes }: PackedFile, nameLength: number): Buffer {
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(UTF8_NAMES, 2)
  common.writeUInt16LE(DEFLATE, 4)
  common.writeUInt16LE(DAY, 8)
  common.writeUInt32LE(crc, 10)
  common.writeUInt32LE(packed_bytes, 14)
  common.writeUInt32LE(size_bytes, 18)
  common.writeUInt16LE(nameLength, 22)
  return common
}

/** A file that is packed while it is being written: only its packed bytes are held. */
export type Packing = {
  readonly write: (text: string) => Promise<void>
  readonly end: () => Promise<PackedFile>
}

export function startPacking(path: string): Packing {
  const deflate = createDeflateRaw()
  const packed: Buffer[] = []
  let [crc, size_bytes, packed_bytes] = [0, 0, 0]
  deflate.on('data', (piece: Buffer) => {
    packed.push(piece)
    packed_bytes += piece.length
  })
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        const bytes = Buffer.from(text, 'utf8')
        crc = crc32(bytes, crc)
        size_bytes += bytes.length
        deflate.write(bytes, (error) => (error ? reject(error) : resolve()))
      }),
    end: () =>
      new Promise((resolve, reject) => {
        deflate.once('error', reject)
        deflate.once('end', () => resolve({ path, crc, size_bytes, packed, packed_bytes }))
        deflate.end()
      }),
  }
}
