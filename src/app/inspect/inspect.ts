import type pg from 'pg'
import { recomputeRound, type StoredRound } from '../../domain/monitoring/compute/index.ts'
import { getRecordKind, RECORD_KINDS } from '../../domain/record-kinds.ts'
import { replay } from '../../domain/workflow/workflow.ts'
import { kyselyOn } from '../../storage/connection.ts'
import type { FileStore } from '../../storage/file-store.ts'
import {
  findAttachmentDigests,
  findBreaches,
  readHistories,
  readLights,
  sealedActs,
  SQL_INVARIANTS,
} from '../../storage/invariants.ts'
import type { InspectionLine } from '../../storage/inspection-repository.ts'
import type { KeyStore } from '../../storage/signing-key.ts'
import { HASHES } from '../ledger/hashes.ts'
import { inspectLedger } from '../ledger/inspect-ledger.ts'
import { findUnusable, readRulesInForce } from '../kernel/place-rules.ts'
import { RULES_FOLDER } from '../rules-folder.ts'
import { loadForms, loadRules, type RuleBook } from '../../rules/index.ts'
import { findUnapproved } from '../../storage/place-parameter-repository.ts'
import { compareOverview } from '../monitoring/recompute-overview.ts'

/**
 * 体检: what must hold after every crash, restore and upgrade: I2 to I8, I10 to I13, I17, I20 and I21, each as its title
 * says. I1 (acknowledged writes) is the drills' to check; the other numbers are not given.
 * @param keys the installation's signing key, to check the ledger's checkpoints with
 * @returns one line per invariant; `count` 0 means it holds
 */
export async function inspect(owner: pg.Pool, files: FileStore, keys?: KeyStore): Promise<InspectionLine[]> {
  const lines: InspectionLine[] = []
  for (const invariant of [...SQL_INVARIANTS, sealedActs(SEALED_ACTS)]) {
    lines.push({ id: invariant.id, title: invariant.title, ...(await findBreaches(owner, invariant)) })
  }
  const rules = await filesOf(owner)
  lines.push(
    await inspectStates(owner),
    await inspectLights(owner),
    await inspectOverview(owner, rules),
    await inspectFiles(owner, files),
    await inspectPlaceParameters(owner, rules),
    ...(await inspectLog(owner, keys)),
  )
  return lines.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
}

const SEALED_ACTS = RECORD_KINDS.flatMap(({ kind, seals = [] }) =>
  seals.map(({ by, as }) => ({ kind, action: by, type: as })),
)

/** The ledger computed anew, and every business row against its leaf. */
async function inspectLog(owner: pg.Pool, keys: KeyStore | undefined): Promise<InspectionLine[]> {
  const { rows } = await owner.query<{ is_demo: boolean }>('select is_demo from installation')
  const { tree, rows: differing } = await inspectLedger(kyselyOn(owner), {
    hashes: HASHES,
    forms: new Map(loadForms(RULES_FOLDER).map((form) => [form.id, form])),
    isDemo: rows[0]?.is_demo ?? false,
    ...(keys ? { keys } : {}),
  })
  const line = (id: string, title: string, found: readonly string[]) => ({
    ...{ id, title, count: found.length },
    examples: found.slice(0, 10),
  })
  return [line('I3a', '契约账按条目重算一致', tree), line('I3b', '业务数据与契约账逐项一致', differing)]
}

/** What the monitoring overview keeps, against every round computed anew. */
async function inspectOverview(owner: pg.Pool, files: RuleBook): Promise<InspectionLine> {
  const db = kyselyOn(owner)
  const wrong = await compareOverview(db, await readRulesInForce(db, files))
  return { id: 'I13', title: '监控汇总与逐项重算一致', count: wrong.length, examples: wrong.slice(0, 10) }
}

/**
 * Every parameter a place approved: an approved decision of the place stands behind it (not which of its entries
 * names it), and the rules can use it as it is, within what the level above allows.
 */
async function inspectPlaceParameters(owner: pg.Pool, files: RuleBook): Promise<InspectionLine> {
  const db = kyselyOn(owner)
  const wrong = [...(await findUnapproved(db)), ...(await findUnusable(db, files))]
  return {
    id: 'I17',
    title: '各地审定的参数取值都有已审定的事项，能够使用，不比上级宽',
    count: wrong.length,
    examples: wrong.slice(0, 10),
  }
}

async function filesOf(owner: pg.Pool): Promise<RuleBook> {
  const { rows } = await owner.query<{ is_demo: boolean }>('select is_demo from installation')
  return loadRules(RULES_FOLDER, { withExamples: rows[0]?.is_demo ?? false })
}

async function inspectStates(owner: pg.Pool): Promise<InspectionLine> {
  const wrong: string[] = []
  for await (const { id, kind, state, actions } of readHistories(owner)) {
    const reached = replayed(kind, actions)
    if (reached !== state) wrong.push(`${kind} ${id}：按办理经过应为 ${reached}，库中为 ${state}`)
  }
  return { id: 'I4', title: '状态与办理经过一致', count: wrong.length, examples: wrong.slice(0, 10) }
}

/** Every light anew from what was stored with it. */
async function inspectLights(owner: pg.Pool): Promise<InspectionLine> {
  const wrong: string[] = []
  for await (const { id, light, reason, input } of readLights(owner)) {
    const anew = recomputeRound(input as StoredRound)
    if (anew.light !== light || anew.reason !== reason)
      wrong.push(`监控亮灯 ${id}：存为${light}，按存下的数据应为${anew.light}（${anew.reason}）`)
  }
  return {
    id: 'I12',
    title: '监控亮灯按存下的数据重算一致',
    count: wrong.length,
    examples: wrong.slice(0, 10),
  }
}

function replayed(kind: string, actions: readonly string[]): string {
  try {
    return replay(getRecordKind(kind).workflow, actions)
  } catch {
    return '走不通'
  }
}

async function inspectFiles(owner: pg.Pool, files: FileStore): Promise<InspectionLine> {
  const wrong: string[] = []
  for (const digest of await findAttachmentDigests(owner)) {
    const verdict = await files.verify(digest)
    if (verdict !== 'intact') wrong.push(`${digest}:${verdict === 'missing' ? '文件缺失' : '文件损坏'}`)
  }
  return {
    id: 'I7',
    title: '附件登记的文件都在，内容没有损坏',
    count: wrong.length,
    examples: wrong.slice(0, 10),
  }
}
