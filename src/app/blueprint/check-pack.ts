import { PACK_PART_IDS, PACK_PARTS, readPack } from '../../domain/blueprint/index.ts'
import { keyFingerprint, parseKey } from '../../domain/ledger/note.ts'
import { PACK_TOOLS } from './read-stored.ts'

/** What can be said of a pack without any system: whether it is whole, what is in it, who vouches for it. */
export function checkPackText(text: string): {
  readonly isSound: boolean
  readonly lines: readonly string[]
} {
  const reading = readPack(text, PACK_TOOLS)
  if (!reading.ok) {
    return { isSound: false, lines: reading.faults.map(({ part, message }) => `${part}：${message}`) }
  }
  const { manifest, digest } = reading.pack
  const key = reading.signer === null ? undefined : parseKey(PACK_TOOLS.hashes.sha256, reading.signer)
  return {
    isSound: key !== undefined,
    lines: [
      `《${manifest.name}》${manifest.version}版，${manifest.publisher}，${manifest.publishedOn}发布`,
      `取自试点：${manifest.pilots.map(({ place, acceptedOn }) => `${place}（${acceptedOn}验收）`).join('、')}`,
      `SM3 ${digest.sm3}`,
      `SHA-256 ${digest.sha256}`,
      ...PACK_PART_IDS.map((id) => `${PACK_PARTS[id]}：${manifest.parts[id].count}项，摘要相符`),
      key === undefined
        ? '契约账证明：没有，无法确认来源。'
        : `契约账证明：成立，账册${key.name}，公钥指纹${keyFingerprint(PACK_TOOLS.hashes.sha256, key)}，请与发布单位公布的指纹核对。`,
    ],
  }
}
