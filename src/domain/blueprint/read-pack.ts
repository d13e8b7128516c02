import { parseBundle } from '../ledger/bundle.ts'
import type { SealedObject } from '../ledger/sealed-value.ts'
import { verifyBundle, type VerifyTools } from '../ledger/verify-bundle.ts'
import { checkShape } from '../rules/check-shape.ts'
import {
  PACK_FORMAT,
  PACK_FORMAT_VERSION,
  PACK_PART_IDS,
  PACK_PARTS,
  type Pack,
  type PackDigest,
} from './pack.ts'
import { checkPart, DIGEST_SHAPE, MANIFEST_SHAPE } from './pack-shape.ts'
import { digestOf, manifestOf, writePack } from './write-pack.ts'

/** Why a file is refused: the part, in its Chinese name, and one sentence. */
export type PackFault = { readonly part: string; readonly message: string }
export type PackReading =
  | { readonly ok: true; readonly pack: Pack; readonly signer: string | null }
  | { readonly ok: false; readonly faults: readonly PackFault[] }

/** Longest file that is read at all, in UTF-16 units. */
const LONGEST = 16_000_000
const KEYS = ['digest', 'format', 'formatVersion', 'manifest', 'parts', 'proof']

type Raw = Readonly<Record<string, unknown>>

/**
 * Reads a blueprint brought from anywhere: format, shape, the digest of each part and of the whole, canonical
 * form, and the evidence of the ledger that issued it. Nothing in it is believed before all of that holds.
 * Never throws, whatever the text is.
 */
export function readPack(text: string, tools: VerifyTools): PackReading {
  const raw = parse(text)
  if (!raw) return refuse('文件', '不是蓝本文件，或已损坏，请重新取得原文件。')
  if (raw['format'] !== PACK_FORMAT) return refuse('文件', '不是规范管理蓝本文件，请选择从本系统导出的蓝本。')
  const version = raw['formatVersion']
  if (typeof version === 'number' && version > PACK_FORMAT_VERSION) {
    return refuse(
      '文件',
      `蓝本的格式版本为${version}，本系统只能读取到第${PACK_FORMAT_VERSION}版，请先升级系统再装入。`,
    )
  }
  const shape = checkWhole(raw)
  if (shape.length > 0) return { ok: false, faults: shape }
  const pack = raw as unknown as Pack
  const altered = checkDigests(pack, tools)
  if (altered.length > 0) return { ok: false, faults: altered }
  if (!isCanonical(pack, text)) {
    return refuse('文件', '内容的写法不是规范形式，可能被其他程序改存过，请重新取得原文件。')
  }
  return pack.proof === null ? { ok: true, pack, signer: null } : checkProof(pack, pack.proof, tools)
}

function refuse(part: string, message: string): PackReading {
  return { ok: false, faults: [{ part, message }] }
}

function parse(text: string): Raw | undefined {
  if (text.length > LONGEST) return undefined
  try {
    const raw: unknown = JSON.parse(text)
    return raw !== null && typeof raw === 'object' && !Array.isArray(raw) ? (raw as Raw) : undefined
  } catch {
    return undefined
  }
}

function checkWhole(raw: Raw): PackFault[] {
  const keys = Object.keys(raw).sort()
  if (keys.join() !== KEYS.join() || raw['formatVersion'] !== PACK_FORMAT_VERSION) {
    return [{ part: '文件', message: '缺少内容或有多余内容，请重新取得原文件。' }]
  }
  const { manifest, digest, parts, proof } = raw
  const faults = (part: string, found: readonly string[]) =>
    found.slice(0, 3).map((message) => ({ part, message: `${message}。` }))
  const given = parts !== null && typeof parts === 'object' ? (parts as Raw) : {}
  const extra = Object.keys(given).filter((key) => !Object.hasOwn(PACK_PARTS, key))
  return [
    ...faults('清单', checkShape(MANIFEST_SHAPE, manifest, '清单')),
    ...faults('清单', checkShape(DIGEST_SHAPE, digest, '摘要')),
    ...faults(
      '文件',
      extra.map((key) => `有不认识的部分 ${key}`),
    ),
    ...PACK_PART_IDS.flatMap((id) => faults(PACK_PARTS[id], checkPart(id, given[id]))),
    ...(proof === null || typeof proof === 'string'
      ? []
      : [{ part: '契约账证明', message: '应为文字，请重新取得原文件。' }]),
  ]
}

function checkDigests(pack: Pack, { hashes }: VerifyTools): PackFault[] {
  try {
    const own = manifestOf(pack.parts, hashes)
    const changed = PACK_PART_IDS.filter((id) => {
      const said = pack.manifest.parts[id]
      return said.count !== own[id].count || !isSameDigest(said, own[id])
    })
    if (changed.length > 0) {
      return changed.map((id) => ({
        part: PACK_PARTS[id],
        message: '内容与清单上的摘要不一致，被改动过，不能装入；请向发布单位重新索取。',
      }))
    }
    if (isSameDigest(pack.digest, digestOf(pack.manifest, hashes))) return []
  } catch {
    // Half a surrogate pair somewhere: no text anybody wrote.
  }
  return [{ part: '清单', message: '清单被改动过，不能装入；请向发布单位重新索取。' }]
}

function isSameDigest(one: PackDigest, other: PackDigest): boolean {
  return one.sha256 === other.sha256 && one.sm3 === other.sm3
}

function isCanonical(pack: Pack, text: string): boolean {
  try {
    return writePack(pack) === text.replace(/\n$/, '')
  } catch {
    return false
  }
}

/** The ledger of whoever issued it must hold exactly this digest, under its own signature. */
function checkProof(pack: Pack, proof: string, tools: VerifyTools): PackReading {
  const bundle = parseBundle(proof)
  const { code, contracts } = verifyBundle(proof, {}, tools)
  const isSealed = contracts.some(({ contract }) => holds(contract, pack.digest.sha256))
  if (bundle && code === 0 && isSealed) return { ok: true, pack, signer: bundle.key }
  return refuse(
    '契约账证明',
    code === 0
      ? '证明的不是这份蓝本，不能装入；请向发布单位重新索取。'
      : '核验不成立，可能被改动过，不能装入；请向发布单位重新索取。',
  )
}

function holds(contract: SealedObject, digest: string): boolean {
  const content = contract['content'] as SealedObject | undefined
  return contract['type'] === 'blueprint.published' && content?.['sha256'] === digest
}
