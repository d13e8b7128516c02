import { isSame } from '../../domain/ledger/bytes.ts'
import { parseCheckpoint } from '../../domain/ledger/checkpoint.ts'
import { type Both, HASH_NAMES, type Hashes } from '../../domain/ledger/hash.ts'
import {
  type NoteKey,
  parseKey,
  parseNote,
  verifyCosignature,
  verifyLogSignature,
  writeNote,
} from '../../domain/ledger/note.ts'
import type { CheckpointRow } from '../../storage/checkpoint-repository.ts'
import type { HeadRow } from '../../storage/ledger-repository.ts'
import { verifyEd25519 } from '../../storage/signing-key.ts'

/**
 * Stored checkpoints against the tree as it is computed now, their signatures, and those of witnesses.
 * @param key of the installation; signatures are not checked without it
 */
export function checkpointFaults(
  hashes: Hashes,
  head: HeadRow,
  rows: readonly CheckpointRow[],
  roots: ReadonlyMap<number, Both<Uint8Array>>,
  key: NoteKey | undefined,
): string[] {
  return rows.flatMap((row) => {
    const object = `凭证(ledger_checkpoint)${row.jurisdictionId} ${row.size}条`
    const fault = (said: string) => `${object}：${said}`
    const note = parseNote(row.note)
    const checkpoint = note && parseCheckpoint(note.body)
    if (!note || !checkpoint) return [fault('note 列：不是凭证')]
    const computed = roots.get(row.size)
    const isOfTree = HASH_NAMES.every((name) => computed && isSame(computed[name], checkpoint.roots[name]))
    return [
      ...(checkpoint.size === row.size ? [] : [fault(`size 列：凭证写的是${checkpoint.size}条`)]),
      ...(checkpoint.origin === head.origin ? [] : [fault(`note 列：凭证是“${checkpoint.origin}”的`)]),
      ...HASH_NAMES.filter((name) => !isSame(checkpoint.roots[name], row.root[name])).map((name) =>
        fault(`root_${name} 列：与凭证所写不符`),
      ),
      ...(isOfTree ? [] : [fault('note 列：与按条目重算的账不符，账被倒退或改动过')]),
      ...(!key || verifyLogSignature(note, key, verifyEd25519) === 'valid'
        ? []
        : [fault('note 列：签名不成立')]),
      ...row.cosignatures.flatMap((one) => {
        const witness = parseKey(hashes.sha256, one.key)
        const name = `见证签名(ledger_cosignature)${row.jurisdictionId} ${row.size}条 ${one.witness}`
        if (!witness) return [`${name}：key 列：不是公钥`]
        if (witness.name !== one.witness) return [`${name}：witness 列：公钥的名称是“${witness.name}”`]
        const signed = parseNote(writeNote(note.body, [one.line]))
        return signed && verifyCosignature(signed, witness, verifyEd25519) === 'valid'
          ? []
          : [`${name}：line 列：签名不成立`]
      }),
    ]
  })
}
