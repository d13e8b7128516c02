import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

const SIZE = 96
const CELLS = 8

/**
 * A small PNG that stands for a scanned receipt: a symmetric pattern made from `seed`, so that no
 * two files are alike and nobody takes it for a real document.
 */
export function drawReceipt(seed: string): Uint8Array {
  const bits = createHash('sha256').update(seed).digest()
  const isInk = (column: number, row: number) => {
    const cell = Math.min(column, CELLS - 1 - column)
    return ((bits[row * 4 + (cell % 4)] ?? 0) & 1) === 1
  }
  const rows = Array.from({ length: SIZE }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: SIZE }, (_, x) => (isInk(cellAt(x), cellAt(y)) ? 0x9e : 0xf4))]),
  )
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header()),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function cellAt(pixel: number): number {
  return Math.floor((pixel * CELLS) / SIZE)
}

/** Eight bits of grey per pixel. */
function header(): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(SIZE, 0)
  data.writeUInt32BE(SIZE, 4)
  data[8] = 8
  return data
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
