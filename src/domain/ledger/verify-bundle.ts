import { type Bundle, type BundledRecord, parseBundle } from './bundle.ts'
import { fromUtf8, isSame, toHex, toUtf8 } from './bytes.ts'
import { type Checkpoint, parseCheckpoint, rootPrefix } from './checkpoint.ts'
import { commitTo, isCommitment } from './commitment.ts'
import { commitmentsIn } from './commitments-in.ts'
import { leafTitle } from './contract-words.ts'
import { forBoth, HASH_NAMES, type Hashes, leafHash } from './hash.ts'
import {
  keyFingerprint,
  type Note,
  type NoteKey,
  parseKey,
  parseNote,
  type VerifyEd25519,
  verifyCosignature,
  verifyLogSignature,
} from './note.ts'
import { type SealedObject, sealedText } from './sealed-value.ts'
import { verifyConsistency, verifyInclusion } from './verify-proof.ts'
import { relate } from './witness.ts'

/** Exit codes of the verifier; the first step that fails gives the code. */
export const VERDICTS = {
  allTrue: 0,
  contentAltered: 1,
  notIncluded: 2,
  historyRewritten: 3,
  signatureInvalid: 4,
  insufficientWitnesses: 5,
  malformed: 6,
} as const

/** What the auditor brings along; all of it is optional, and what is missing is said. */
export type VerifyOptions = {
  /** A checkpoint from paper, a QR code or an earlier visit. */
  readonly old?: Checkpoint
  /** The log's key as the auditor knows it. */
  readonly logKey?: NoteKey
  readonly witnessKeys?: readonly NoteKey[]
  readonly quorum?: number
  /** Digests of files at hand, by file name. */
  readonly files?: ReadonlyMap<
    string,
    { readonly sha256: string; readonly sm3: string; readonly size: number }
  >
}

export type VerifyTools = { readonly hashes: Hashes; readonly verify: VerifyEd25519 }

export type VerifyStep = {
  readonly title: string
  readonly isTrue: boolean | 'skipped'
  readonly said: string
}

export type Verification = {
  readonly code: number
  readonly steps: readonly VerifyStep[]
  /** What each record says, as far as its own step was true. */
  readonly contracts: readonly {
    readonly index: number
    readonly contract: SealedObject
    readonly opened: ReadonlyMap<string, string>
  }[]
}

type Finding = VerifyStep & { readonly code: number }

const ok = (title: string, said: string): Finding => ({ title, isTrue: true, said, code: 0 })
const skipped = (title: string, said: string): Finding => ({ title, isTrue: 'skipped', said, code: 0 })
const bad = (code: number, title: string, said: string): Finding => ({ title, isTrue: false, said, code })

/**
 * 核验证据包: computes everything anew from the bundle alone, and from what the auditor brings along.
 * Never throws, whatever the text is.
 */
export function verifyBundle(text: string, options: VerifyOptions, tools: VerifyTools): Verification {
  const bundle = parseBundle(text)
  const note = bundle && parseNote(bundle.checkpoint)
  const checkpoint = note && parseCheckpoint(note.body)
  const key = bundle && parseKey(tools.hashes.sha256, bundle.key)
  if (
    !bundle ||
    !note ||
    !checkpoint ||
    !key ||
    checkpoint.origin !== bundle.origin ||
    key.name !== bundle.origin ||
    key.text !== bundle.key
  ) {
    const step = bad(VERDICTS.malformed, '零、证据包格式', '不是完整的证据包，或已损坏。请重新下载。')
    return { code: step.code, steps: [step], contracts: [] }
  }
  const contracts: Verification['contracts'][number][] = []
  const content = bundle.records.flatMap((record) => {
    const read = readContract(record, bundle, tools.hashes)
    if (typeof read === 'string') return [{ index: record.index, said: read }]
    contracts.push({ index: record.index, ...read })
    return []
  })
  const findings = [
    content.length === 0
      ? ok('一、内容与摘要相符', `${bundle.records.length}条内容逐字节重算，摘要一致。`)
      : bad(
          VERDICTS.contentAltered,
          '一、内容与摘要相符',
          content.map(({ index, said }) => `第${index + 1}号：${said}`).join('；'),
        ),
    checkInclusion(bundle, checkpoint, tools.hashes),
    checkSignatures(bundle, note, key, options, tools),
    checkConsistency(bundle, checkpoint, options, tools),
    checkWitnesses(note, options, tools),
    checkFiles(contracts, options),
  ]
  return { code: findings.find(({ isTrue }) => isTrue === false)?.code ?? 0, steps: findings, contracts }
}

/** What a record says, or why it cannot be what was sealed. */
function readContract(record: BundledRecord, bundle: Bundle, hashes: Hashes) {
  const bytes = toUtf8(record.canon)
  if (!HASH_NAMES.every((name) => isSame(leafHash(hashes[name], bytes), record.leaf[name])))
    return '内容与摘要不符，内容已被改动'
  const contract = parseCanon(bytes)
  if (!contract) return '不是规范文本'
  const place = (contract['jurisdiction'] as SealedObject | undefined)?.['code']
  if (typeof place !== 'string' || !bundle.origin.endsWith(`/${place}`)) return '内容不属于这本账'
  const commitments = commitmentsIn(contract)
  for (const { place: at, salt, value } of record.openings) {
    const sealed = commitments.get(at)
    const made = commitTo(hashes, salt, value).commitment
    if (!isCommitment(sealed) || HASH_NAMES.some((name) => sealed.commitment[name] !== made[name]))
      return `所附的“${at}”与封存的不符`
  }
  return { contract, opened: new Map(record.openings.map(({ place: at, value }) => [at, value])) }
}

function parseCanon(bytes: Uint8Array): SealedObject | undefined {
  try {
    const value = JSON.parse(fromUtf8(bytes)) as SealedObject
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isRecord && isSame(toUtf8(sealedText(value)), bytes) ? value : undefined
  } catch {
    return undefined
  }
}

function checkInclusion(bundle: Bundle, checkpoint: Checkpoint, hashes: Hashes): Finding {
  const title = '二、内容在账内'
  const outside = bundle.records.filter(
    ({ index, leaf, path }) =>
      !HASH_NAMES.every((name) =>
        verifyInclusion(hashes[name], {
          ...{ index, size: checkpoint.size, leaf: leaf[name] },
          ...{ root: checkpoint.roots[name], path: path[name] },
        }),
      ),
  )
  const numbers = (records: readonly BundledRecord[]) => records.map(({ index }) => index + 1).join('、')
  return outside.length === 0
    ? ok(title, `第${numbers(bundle.records)}号在${checkpoint.origin}的前${checkpoint.size}条之内。`)
    : bad(VERDICTS.notIncluded, title, `第${numbers(outside)}号不在这本账里。`)
}

function checkSignatures(
  bundle: Bundle,
  note: Note,
  key: NoteKey,
  { logKey }: VerifyOptions,
  { hashes, verify }: VerifyTools,
): Finding {
  const title = '三、账册签名'
  const fail = (said: string) => bad(VERDICTS.signatureInvalid, title, said)
  if (logKey && logKey.text !== key.text)
    return fail('证据包所用的公钥不是您提供的那一把，账册可能被整体重做。')
  if (verifyLogSignature(note, key, verify) !== 'valid') return fail('账册凭证的签名不成立。')
  const witnesses = bundle.witnessKeys.map((text) => parseKey(hashes.sha256, text))
  if (witnesses.some((one) => !one || verifyCosignature(note, one, verify) !== 'valid'))
    return fail('凭证下的见证签名不成立。')
  const known = [key, ...(witnesses as NoteKey[])]
  const strangers = note.signatures.filter(
    ({ name, keyId }) => !known.some((one) => one.name === name && isSame(one.keyId, keyId)),
  )
  if (strangers.length > 0) return fail(`凭证下有来历不明的签名“${strangers[0]?.name ?? ''}”。`)
  const fingerprint = keyFingerprint(hashes.sha256, key)
  return ok(
    title,
    logKey
      ? `由您提供的公钥(${fingerprint})核对无误。`
      : `签名成立。公钥来自证据包本身，指纹${fingerprint}，请与账册单位公布的指纹核对。`,
  )
}

function checkConsistency(
  bundle: Bundle,
  checkpoint: Checkpoint,
  { old }: VerifyOptions,
  { hashes }: VerifyTools,
): Finding {
  const title = '四、与以前的凭证一致'
  const fail = (said: string) => bad(VERDICTS.historyRewritten, title, said)
  const proofOf = ({ from, path }: Bundle['consistency'][number]) => ({ from, paths: path })
  const wrong = bundle.consistency.find(
    ({ from, roots, path }) =>
      !HASH_NAMES.every((name) =>
        verifyConsistency(hashes[name], {
          ...{ from, size: checkpoint.size, fromRoot: roots[name] },
          ...{ root: checkpoint.roots[name], path: path[name] },
        }),
      ),
  )
  if (wrong) return fail(`前${wrong.from}条与现在的账接不上，以前的内容被改动过。`)
  const marks = bundle.records
    .flatMap(({ index }) => bundle.consistency.filter(({ from }) => from === index + 1))
    .map(
      ({ from, roots }) =>
        `第${from}号登入时 SM3 ${rootPrefix(roots.sm3)} SHA-256 ${rootPrefix(roots.sha256)}`,
    )
  const paper = marks.length > 0 ? `请与纸质文书上的校验码核对：${marks.join('；')}。` : ''
  if (!old) return skipped(title, `没有提供以前的凭证，未核对。${paper}`)
  const own = bundle.consistency.find(({ from }) => from === old.size)
  const relation = relate(hashes, old, checkpoint, own && proofOf(own))
  switch (relation) {
    case 'same':
    case 'grown':
      return ok(
        title,
        `您手里的凭证(前${old.size}条)是现在这本账的开头，没有改动、删除、插入或调换。${paper}`,
      )
    case 'split':
      return fail(`同样是${old.size}条，内容却与您手里的凭证不同：有两本不同的账。`)
    case 'shorter':
      return fail(
        `现在的账只有${checkpoint.size}条，比您手里的凭证(${old.size}条)还短：账被倒退，或证据包比凭证旧，请重新下载证据包再核。`,
      )
    case 'foreign':
      return fail(`您手里的凭证是“${old.origin}”的，不是这本账的。`)
    case 'rewritten':
      return own
        ? fail(`您手里的凭证(前${old.size}条)不是现在这本账的开头：以前的内容被改动过。`)
        : fail(`证据包里没有从第${old.size}条起的衔接证明。请下载时写明“从${old.size}条起”后再核。`)
  }
}

function checkWitnesses(
  note: Note,
  { witnessKeys = [], quorum }: VerifyOptions,
  { verify }: VerifyTools,
): Finding {
  const title = '五、见证'
  if (witnessKeys.length === 0) return skipped(title, '没有提供见证单位的公钥，未核对。')
  const wanted = quorum ?? Math.min(2, witnessKeys.length)
  const valid = new Map(
    witnessKeys
      .filter((key) => verifyCosignature(note, key, verify) === 'valid')
      .map((key) => [toHex(key.publicKey), key.name]),
  )
  const said = `${valid.size}家见证签名成立${valid.size > 0 ? `(${[...valid.values()].join('、')})` : ''}，要求${wanted}家。`
  return valid.size >= wanted ? ok(title, said) : bad(VERDICTS.insufficientWitnesses, title, said)
}

function checkFiles(contracts: Verification['contracts'], { files }: VerifyOptions): Finding {
  const title = '六、附件'
  const sealed = contracts.flatMap(
    ({ contract }) => (contract['attachments'] ?? []) as readonly SealedObject[],
  )
  if (sealed.length === 0) return skipped(title, '所附内容没有附件。')
  if (!files) return skipped(title, `共${sealed.length}个附件，没有提供附件文件，未核对。`)
  const wrong = sealed.filter((file) => {
    const found = files.get(String(file['name']))
    return (
      found &&
      (found.sha256 !== file['sha256'] || found.sm3 !== file['sm3'] || String(found.size) !== file['size'])
    )
  })
  const missing = sealed.filter((file) => !files.has(String(file['name'])))
  const names = (list: readonly SealedObject[]) => list.map((file) => String(file['name'])).join('、')
  if (wrong.length > 0) return bad(VERDICTS.contentAltered, title, `与登入时不同：${names(wrong)}。`)
  return ok(
    title,
    `${sealed.length - missing.length}个附件逐一核对相符${missing.length > 0 ? `；未提供：${names(missing)}` : ''}。`,
  )
}

/** What a record is called in a list. */
export function recordTitle(contract: SealedObject): string {
  const project = (contract['project'] as SealedObject | undefined)?.['name']
  const title = project ?? (contract['record'] as SealedObject | undefined)?.['title'] ?? ''
  return `${leafTitle(String(contract['type']))}　${String(title)}`
}

/** The same hashes as text, for whoever prints them. */
export function hexOf(record: BundledRecord) {
  return forBoth((name) => toHex(record.leaf[name]))
}
