import { isSame } from './bytes.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { fromBase64, toBase64 } from './bytes.ts'
import { type Both, HASH_NAMES, type Hashes } from './hash.ts'
import { type Note, type NoteKey, parseNote, type VerifyEd25519, verifyLogSignature } from './note.ts'
import { verifyConsistency } from './verify-proof.ts'

/** A proof that an older tree is the beginning of a newer one. */
export type ConsistencyProof = { readonly from: number; readonly paths: Both<readonly Uint8Array[]> }

/**
 * What a log sends to a witness: `old N`, the proof from the witness's last size (SHA-256 hashes, then
 * those of SM3 marked `sm3`), an empty line, the signed checkpoint.
 */
export function writeWitnessRequest(proof: ConsistencyProof, note: string): string {
  const lines = [
    `old ${proof.from}`,
    ...proof.paths.sha256.map(toBase64),
    ...proof.paths.sm3.map((hash) => `sm3 ${toBase64(hash)}`),
  ]
  return `${lines.join('\n')}\n\n${note}`
}

export type WitnessRequest = {
  readonly proof: ConsistencyProof
  readonly note: Note
  readonly checkpoint: Checkpoint
}

/** @returns nothing when it is not such a request */
export function parseWitnessRequest(text: string): WitnessRequest | undefined {
  const cut = text.indexOf('\n\n')
  if (cut < 0) return undefined
  const [first = '', ...lines] = text.slice(0, cut).split('\n')
  const from = /^old (0|[1-9][0-9]{0,14})$/.exec(first)?.[1]
  const isSm3 = (line: string) => line.startsWith('sm3 ')
  const sha256 = lines.filter((line) => !isSm3(line)).map(fromBase64)
  const sm3 = lines.filter(isSm3).map((line) => fromBase64(line.slice(4)))
  const note = parseNote(text.slice(cut + 2))
  const checkpoint = note && parseCheckpoint(note.body)
  if (from === undefined || !checkpoint || [...sha256, ...sm3].includes(undefined)) return undefined
  const paths = { sha256: sha256 as Uint8Array[], sm3: sm3 as Uint8Array[] }
  return { proof: { from: Number(from), paths }, note, checkpoint }
}

export type Relation =
  | 'same'
  | 'grown'
  /** Same size, different content: two people were shown two ledgers. */
  | 'split'
  /** The newer is no continuation of the older: something earlier was changed, put in or taken out. */
  | 'rewritten'
  /** The second is shorter than the first: an older state was put back. */
  | 'shorter'
  | 'foreign'

/** What two checkpoints of one log are to each other; growth needs its proof under both algorithms. */
export function relate(
  hashes: Hashes,
  older: Checkpoint,
  newer: Checkpoint,
  proof: ConsistencyProof | undefined,
): Relation {
  if (older.origin !== newer.origin) return 'foreign'
  if (newer.size < older.size) return 'shorter'
  if (newer.size === older.size)
    return HASH_NAMES.every((name) => isSame(older.roots[name], newer.roots[name])) ? 'same' : 'split'
  const isGrown =
    proof?.from === older.size &&
    HASH_NAMES.every((name) =>
      verifyConsistency(hashes[name], {
        from: older.size,
        size: newer.size,
        fromRoot: older.roots[name],
        root: newer.roots[name],
        path: proof.paths[name],
      }),
    )
  return isGrown ? 'grown' : 'rewritten'
}

export type WitnessAnswer =
  | { readonly isAccepted: true; readonly checkpoint: Checkpoint; readonly note: Note }
  | { readonly isAccepted: false; readonly reason: Relation | 'malformed' | 'unsigned' | 'wrongSize' }

/**
 * Whether a witness may sign: the log's own signature, and a proof from the very checkpoint this
 * witness signed last. A witness that never saw the log starts from nothing.
 * @param last the checkpoint it signed last; nothing at first
 */
export function judgeRequest(
  text: string,
  key: NoteKey,
  last: Checkpoint | undefined,
  tools: { readonly hashes: Hashes; readonly verify: VerifyEd25519 },
): WitnessAnswer {
  const refuse = (reason: Exclude<WitnessAnswer, { isAccepted: true }>['reason']) =>
    ({ isAccepted: false, reason }) as const
  const request = parseWitnessRequest(text)
  if (!request) return refuse('malformed')
  const { note, checkpoint, proof } = request
  if (checkpoint.origin !== key.name) return refuse('foreign')
  if (verifyLogSignature(note, key, tools.verify) !== 'valid') return refuse('unsigned')
  if (!last) return { isAccepted: true, checkpoint, note }
  const relation = relate(tools.hashes, last, checkpoint, proof)
  if (relation === 'rewritten' && proof.from !== last.size) return refuse('wrongSize')
  if (relation !== 'same' && relation !== 'grown') return refuse(relation)
  return { isAccepted: true, checkpoint, note }
}
