/** Answers whether a TrueType file has a character. */
export type CharacterMap = (codePoint: number) => boolean

/**
 * Reads the `cmap` of a TrueType file (formats 12 and 4, OpenType 1.9 section cmap).
 * @throws Error when the font has neither
 */
export function readCharacterMap(font: Buffer): CharacterMap {
  const cmap = findTable(font, 'cmap')
  const count = font.readUInt16BE(cmap + 2)
  const subtables = Array.from({ length: count }, (_, i) => cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4))
  const format12 = subtables.find((offset) => font.readUInt16BE(offset) === 12)
  if (format12 !== undefined) return segmentMap(readFormat12(font, format12))
  const format4 = subtables.find((offset) => font.readUInt16BE(offset) === 4)
  if (format4 !== undefined) return segmentMap(readFormat4(font, format4))
  throw new Error('字体文件没有可用的字符表')
}

type Segment = readonly [first: number, last: number]

function findTable(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4)
  for (let i = 0; i < count; i += 1) {
    const record = 12 + 16 * i
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`字体文件缺少 ${tag} 表`)
}

function readFormat12(font: Buffer, offset: number): Segment[] {
  return Array.from({ length: font.readUInt32BE(offset + 12) }, (_, i) => {
    const group = offset + 16 + 12 * i
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)] as const
  })
}

function readFormat4(font: Buffer, offset: number): Segment[] {
  const count = font.readUInt16BE(offset + 6) / 2
  return Array.from({ length: count }, (_, i) => {
    const last = font.readUInt16BE(offset + 14 + 2 * i)
    const first = font.readUInt16BE(offset + 16 + 2 * count + 2 * i)
    return [first, last] as const
  }).filter(([first]) => first !== 0xffff)
}

function segmentMap(segments: readonly Segment[]): CharacterMap {
  const sorted = [...segments].sort((a, b) => a[0] - b[0])
  return (codePoint) => {
    let low = 0
    let high = sorted.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const segment = sorted[middle]
      if (segment === undefined) return false
      if (codePoint < segment[0]) high = middle - 1
      else if (codePoint > segment[1]) low = middle + 1
      else return true
    }
    return false
  }
}
