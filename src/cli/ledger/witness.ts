import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Checkpoint, checkpointText, parseCheckpoint } from '../../domain/ledger/checkpoint.ts'
import {
  cosignedMessage,
  makeKey,
  type NoteKey,
  parseKey,
  signatureLine,
  stampSignature,
  WITNESS_SIGNATURE,
} from '../../domain/ledger/note.ts'
import { judgeRequest, type WitnessAnswer } from '../../domain/ledger/witness.ts'
import { tools } from './tools.ts'
import { optionOf, textOf } from './words.ts'

export const WITNESS_USAGE =
  'witness 见证材料 --state 目录 --log-key 账册公钥 [--name 见证单位代号]：核对后签名，并记住这次的凭证'

const REFUSALS: Readonly<Record<Exclude<WitnessAnswer, { isAccepted: true }>['reason'], string>> = {
  malformed: '见证材料不完整或已损坏，请重新下载。',
  unsigned: '凭证上没有这把公钥的有效签名，请核对公钥和材料来源。',
  foreign: '凭证不是这本账的，请核对地区和公钥。',
  wrongSize: '材料不是从您上次见证的那份凭证接起的，请按上次的条数重新下载。',
  same: '',
  grown: '',
  split: '同样的条数，内容却与您上次见证的不同：有两本不同的账。请不要签名，立即报告。',
  rewritten: '这本账接不上您上次见证的那份凭证：以前的内容被改动过。请不要签名，立即报告。',
  shorter: '这本账比您上次见证时还短：恢复过旧备份或删过内容。请不要签名，立即报告。',
}

/**
 * 见证: on the witness's own computer, with nothing but files. Keeps the last checkpoint it signed and
 * signs a new one only when the old one is proved to be its beginning.
 * @returns 0 signed, 3 refused, 6 the material cannot be read
 */
export function witnessCommand(words: readonly string[], say: (line: string) => void): number {
  const [file] = words
  const state = optionOf(words, '--state')
  const given = optionOf(words, '--log-key')
  const logKey = given === undefined ? undefined : parseKey(tools.hashes.sha256, textOf(given))
  if (!file || !state || !logKey) {
    say(`用法：${WITNESS_USAGE}`)
    return 6
  }
  mkdirSync(state, { recursive: true, mode: 0o700 })
  const key = openKey(state, optionOf(words, '--name') ?? 'witness')
  const place = join(state, `${logKey.name.replaceAll('/', '_')}.checkpoint`)
  const answer = judgeRequest(readFileSync(file, 'utf8'), logKey, lastSigned(place), tools)
  if (!answer.isAccepted) {
    say(`拒绝签名：${REFUSALS[answer.reason]}`)
    return answer.reason === 'malformed' ? 6 : 3
  }
  // Remembered before anything is given away: a signature for what is forgotten would be worthless.
  keep(place, checkpointText(answer.checkpoint))
  const time_s = Math.floor(Date.now() / 1000)
  const signature = sign(null, cosignedMessage(answer.note.body, time_s), key.secret)
  say(
    `# ${answer.checkpoint.origin} 前${answer.checkpoint.size}条，与上次见证衔接无误。把下面两行交给登记人。`,
  )
  say(key.shown.text)
  say(signatureLine(key.shown, stampSignature(time_s, signature)))
  return 0
}

function lastSigned(place: string): Checkpoint | undefined {
  if (!existsSync(place)) return undefined
  const checkpoint = parseCheckpoint(readFileSync(place, 'utf8'))
  if (!checkpoint) throw new Error(`${place} 已损坏，请从备份恢复后再见证。`)
  return checkpoint
}

function keep(place: string, text: string): void {
  writeFileSync(`${place}.new`, text, { mode: 0o600, flush: true })
  renameSync(`${place}.new`, place)
}

/** The witness's own key; made at the first call and never leaves its directory. */
function openKey(state: string, name: string): { readonly secret: KeyObject; readonly shown: NoteKey } {
  const file = join(state, 'witness-ed25519.pem')
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flush: true })
    writeFileSync(join(state, 'name'), name, { mode: 0o600, flush: true })
  }
  const secret = createPrivateKey(readFileSync(file))
  const raw = Buffer.from(createPublicKey(secret).export({ format: 'jwk' }).x ?? '', 'base64url')
  const called = readFileSync(join(state, 'name'), 'utf8').trim()
  return { secret, shown: makeKey(tools.hashes.sha256, called, WITNESS_SIGNATURE, raw) }
}
