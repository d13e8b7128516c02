import { Type } from 'typebox'
import { parseCheckpoint, rootPrefix } from '../../domain/ledger/checkpoint.ts'
import {
  keyFingerprint,
  parseKey,
  parseNote,
  verifyCosignature,
  writeNote,
} from '../../domain/ledger/note.ts'
import { writeWitnessRequest } from '../../domain/ledger/witness.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import {
  type CheckpointRow,
  findCheckpoints,
  insertCosignature,
} from '../../storage/checkpoint-repository.ts'
import { findHeads } from '../../storage/ledger-repository.ts'
import { verifyEd25519 } from '../../storage/signing-key.ts'
import type { Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { proveDisclosures } from './prove-disclosures.ts'
import { cosignedNote, logKey, makeCheckpoint, proveConsistency } from './make-checkpoint.ts'

const Jurisdiction = Type.String({ pattern: '^[0-9A-Z]{6}$' })
const MaybeText = Type.Union([Type.String(), Type.Null()])

const CheckpointView = Type.Object({
  size: Type.Integer(),
  createdAt: Type.String(),
  /** The signed text with the witnesses' lines: what is published and kept. */
  note: Type.String(),
  prefix_sha256: Type.String(),
  prefix_sm3: Type.String(),
  witnesses: Type.Array(
    Type.Object({ name: Type.String(), organisationName: Type.String(), receivedAt: Type.String() }),
  ),
})

function presentCheckpoint(row: CheckpointRow): Type.Static<typeof CheckpointView> {
  return {
    size: row.size,
    createdAt: row.createdAt,
    note: cosignedNote(row),
    prefix_sha256: rootPrefix(row.root.sha256),
    prefix_sm3: rootPrefix(row.root.sm3),
    witnesses: row.cosignatures.map(({ witness, organisationName, receivedAt }) => ({
      ...{ name: witness, organisationName, receivedAt },
    })),
  }
}

/** 契约账凭证: how long the ledger of a place is, its public key and its checkpoints; hashes, no contents. */
export const listCheckpoints = defineUseCase({
  id: 'ledger.listCheckpoints',
  title: '查看契约账凭证',
  stage: 'shell',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object({ jurisdiction: Jurisdiction }, { additionalProperties: false }),
  output: Type.Object({
    origin: MaybeText,
    size: Type.Integer(),
    key: MaybeText,
    fingerprint: MaybeText,
    items: Type.Array(CheckpointView),
  }),
  run: async (context, { jurisdiction }) => {
    const [head] = await findHeads(context.db, jurisdiction)
    if (!head) return { origin: null, size: 0, key: null, fingerprint: null, items: [] }
    const signer = context.ledger.keys.find()
    const key = signer && logKey(context, head.origin, signer.publicKey)
    return {
      origin: head.origin,
      size: head.size,
      key: key?.text ?? null,
      fingerprint: key ? keyFingerprint(context.ledger.hashes.sha256, key) : null,
      items: (await findCheckpoints(context.db, jurisdiction)).map(presentCheckpoint),
    }
  },
})

/**
 * 出具凭证: signs the ledger of one's own place as it stands. The section that publishes targets and
 * results does it for a county, the department for the region. Leaders do not: whoever approves shall
 * not choose when the ledger is fixed. Administrators have no business here.
 */
export const issueCheckpoint = defineUseCase({
  id: 'ledger.issueCheckpoint',
  title: '出具契约账凭证',
  stage: 'shell',
  kind: 'command',
  by: ['finance_performance', 'province'],
  input: Type.Object({}, { additionalProperties: false }),
  output: CheckpointView,
  run: async (context) => {
    const [head] = await findHeads(context.db, context.actor.jurisdictionId)
    const made = head && (await makeCheckpoint(context.db, context, head, context.now))
    if (head && made) await proveDisclosures(context.db, context, head, context.now)
    if (!made)
      throw new DomainError('ACTION_NOT_AVAILABLE', '契约账还没有内容，批复第一份绩效目标后再出具凭证。')
    const { row, isNew } = made
    if (isNew) noteChange(context, row, 'checkpoint', `${row.size}条 SM3 ${rootPrefix(row.root.sm3)}`)
    return presentCheckpoint(row)
  },
})

/** The nightly inspection looks for the row behind each of these notes. */
function noteChange(
  context: Context,
  { jurisdictionId }: Pick<CheckpointRow, 'jurisdictionId'>,
  field: 'checkpoint' | 'cosignature',
  said: string,
): void {
  context.changed({ kind: 'ledger', id: null, jurisdictionId }, [{ field, from: null, to: said }])
}

/** 见证材料: the newest checkpoint with the proof from the one a witness signed last. Hashes only. */
export const viewWitnessRequest = defineUseCase({
  id: 'ledger.viewWitnessRequest',
  title: '下载见证材料',
  stage: 'shell',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object(
    { jurisdiction: Jurisdiction, from: Type.Integer({ minimum: 0 }) },
    { additionalProperties: false },
  ),
  output: Type.Object({ size: Type.Integer(), text: Type.String() }),
  run: async (context, { jurisdiction, from }) => {
    const [newest] = await findCheckpoints(context.db, jurisdiction, { limit: 1 })
    if (!newest)
      throw new DomainError('NOT_FOUND', '这个地区还没有出具契约账凭证，请联系当地财政绩效股或自治区财政厅。')
    if (from > newest.size) {
      throw new DomainError(
        'ACTION_NOT_AVAILABLE',
        `您上次见证的账有${from}条，现在只有${newest.size}条：账被倒退过，请立即报告，不要签名。`,
      )
    }
    const proof = await proveConsistency(context.db, context, jurisdiction, { from, size: newest.size })
    return { size: newest.size, text: writeWitnessRequest(proof, newest.note) }
  },
})

/**
 * 登记见证签名: by those who watch the finance bureau and do not belong to it — the department for the
 * counties, the People's Congress and the audit office for their own place.
 */
export const cosign = defineUseCase({
  id: 'ledger.cosign',
  title: '登记契约账见证签名',
  stage: 'shell',
  kind: 'command',
  by: ['province', 'congress', 'audit'],
  input: Type.Object(
    {
      jurisdiction: Jurisdiction,
      size: Type.Integer({ minimum: 1 }),
      key: Type.String({ maxLength: 300 }),
      line: Type.String({ maxLength: 400 }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ size: Type.Integer(), witness: Type.String(), isNew: Type.Boolean() }),
  run: async (context, { jurisdiction, size, key: keyText, line }) => {
    const row = await requireForeignLog(context, jurisdiction, size)
    const key = parseKey(context.ledger.hashes.sha256, keyText)
    const note = parseNote(writeNote(parseNote(row.note)?.body ?? '', [line.trim()]))
    if (!key || !note || verifyCosignature(note, key, verifyEd25519) !== 'valid') {
      throw new DomainError(
        'INVALID_INPUT',
        '签名与所附公钥或凭证对不上。请用 jiheng ledger witness 重新核对并签名后再登记。',
        { places: [{ field: 'line', problem: '签名不成立' }] },
      )
    }
    const isNew = await insertCosignature(context.db, {
      ...{ jurisdictionId: jurisdiction, size, witness: key.name, key: key.text, line: line.trim() },
      organisationId: context.actor.organisationId,
    })
    if (isNew) noteChange(context, row, 'cosignature', `${key.name}见证${size}条`)
    return { size, witness: key.name, isNew }
  },
})

/** A checkpoint of a log this post may witness: visible to it, and not its own. */
async function requireForeignLog(
  context: Context,
  jurisdiction: string,
  size: number,
): Promise<CheckpointRow> {
  const { role, jurisdictionId } = context.actor
  if (role === 'province' ? jurisdiction === jurisdictionId : jurisdiction !== jurisdictionId) {
    throw new DomainError(
      role === 'province' ? 'NOT_PERMITTED' : 'NOT_FOUND',
      role === 'province'
        ? '自治区财政厅不能见证自己的账，请由自治区人大或审计部门见证。'
        : '没有找到这份凭证，可能不在您的管理范围内。',
    )
  }
  const [row] = await findCheckpoints(context.db, jurisdiction, { size })
  if (row && parseCheckpoint(parseNote(row.note)?.body ?? '')) return row
  throw new DomainError('NOT_FOUND', '没有找到这份凭证，请先下载最新的见证材料。')
}
