import { readFile } from 'node:fs/promises'
import { FILE_LIMITS, refuse } from './limits.ts'

type Size = { readonly width: number; readonly height: number }

/** A whole picture of a size that can be shown: a few kilobytes may claim a billion pixels. */
export async function checkImage(file: string, kind: 'png' | 'jpg'): Promise<void> {
  const bytes = await readFile(file)
  const size = kind === 'png' ? pngSize(bytes) : jpgSize(bytes)
  if (!size) throw refuse('图片已损坏或不完整。请重新拍照、扫描或另存后再上传。')
  if (size.width * size.height > FILE_LIMITS.imagePixels) {
    throw refuse(`图片尺寸过大(${size.width}×${size.height})。请缩小后再上传。`)
  }
}

function pngSize(bytes: Buffer): Size | undefined {
  if (bytes.length < 45 || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined
  if (bytes.lastIndexOf('IEND') < Math.max(1, bytes.length - 64)) return undefined
  return sizeOrNothing(bytes.readUInt32BE(16), bytes.readUInt32BE(20))
}

/** Walks the segments up to the frame header; 0xC4, 0xC8 and 0xCC are no frames. */
function jpgSize(bytes: Buffer): Size | undefined {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      const isWhole = bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > at
      return isWhole ? sizeOrNothing(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)) : undefined
    }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

function sizeOrNothing(width: number, height: number): Size | undefined {
  return width > 0 && height > 0 ? { width, height } : undefined
}
