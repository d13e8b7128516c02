import { generateKeyPairSync, sign } from 'node:crypto'
import { type Bundle, writeBundle } from '../../src/domain/ledger/bundle.ts'
import { checkpointText } from '../../src/domain/ledger/checkpoint.ts'
import { commitTo } from '../../src/domain/ledger/commitment.ts'
import { type Both, forBoth, leafHash } from '../../src/domain/ledger/hash.ts'
import { appendLeaf, rootOfFrontier } from '../../src/domain/ledger/merkle.ts'
import {
  cosignedMessage,
  LOG_SIGNATURE,
  makeKey,
  signatureLine,
  stampSignature,
  WITNESS_SIGNATURE,
  writeNote,
} from '../../src/domain/ledger/note.ts'
import {
  consistencyRanges,
  type FindNode,
  inclusionRanges,
  pathOf,
} from '../../src/domain/ledger/proof-path.ts'
import { type SealedObject, sealedText } from '../../src/domain/ledger/sealed-value.ts'
import { nodeHashes } from '../../src/domain/ledger/testing.ts'

/** Numbers that look random and are the same in every run. */
export function makeRandom(seed: number) {
  let state = seed >>> 0
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

export function party(name: string, type: number) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url')
  const key = makeKey(nodeHashes.sha256, name, type, raw)
  return {
    key,
    line: (body: string, time_s = 1_675_900_800) =>
      type === LOG_SIGNATURE
        ? signatureLine(key, sign(null, Buffer.from(body), privateKey))
        : signatureLine(key, stampSignature(time_s, sign(null, cosignedMessage(body, time_s), privateKey))),
  }
}

type Entry = {
  readonly canon: string
  readonly salt: Buffer
  readonly person: string
  readonly hashes: Both<Uint8Array>
}

/** A county's ledger in memory, with contracts that look like contracts. */
export function makeUpLog(size: number, change: Readonly<Record<number, string>> = {}) {
  const origin = 'contract-ledger/640221'
  const entries: Entry[] = []
  const nodes = forBoth(() => new Map<string, Uint8Array>())
  const roots: Both<Uint8Array>[] = [forBoth((name) => nodeHashes[name](new Uint8Array(0)))]
  const frontier: Record<string, readonly Uint8Array[]> = { sha256: [], sm3: [] }
  for (let index = 0; index < size; index += 1) {
    const salt = Buffer.alloc(16, index)
    const person = `人员${index}`
    const canon = sealedText(contractOf(index, salt, person, change[index], entries.at(-1)))
    const hashes = forBoth((name) => leafHash(nodeHashes[name], new TextEncoder().encode(canon)))
    for (const name of ['sha256', 'sm3'] as const) {
      const step = appendLeaf(nodeHashes[name], index, frontier[name]!, hashes[name])
      frontier[name] = step.frontier
      for (const node of step.nodes) nodes[name].set(`${node.level}/${node.position}`, node.hash)
    }
    entries.push({ canon, salt, person, hashes })
    roots.push(forBoth((name) => rootOfFrontier(nodeHashes[name], frontier[name]!)))
  }
  const find: Both<FindNode> = forBoth(
    (name) =>
      ({ level, position }) =>
        nodes[name].get(`${level}/${position}`)!,
  )
  return {
    origin,
    entries,
    roots,
    find,
    body: (at: number) => checkpointText({ origin, size: at, roots: roots[at]! }),
  }
}

export type MadeUpLog = ReturnType<typeof makeUpLog>

function contractOf(
  index: number,
  salt: Buffer,
  person: string,
  total = '120000.00',
  before?: Entry,
): SealedObject {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
  return {
    canon: 1,
    schema: 'jiheng/contract/1',
    type: 'target.approved',
    jurisdiction: { code: '640221', name: '示例县' },
    year: 2023,
    record: { kind: 'targets.sheet', id: `r-${index}`, title: '绩效目标申报表', version: 2 },
    sealedAt: '2023-02-09T10:00:00+08:00',
    content: {
      total_yuan: total,
      annualGoal: `完成${index}处`,
      indicators: [{ order: 1, name: '数量', value: String(index) }],
    },
    chain: [
      {
        order: 1,
        action: 'approve',
        role: 'finance_leader',
        at: '2023-02-09T10:00:00+08:00',
        person: commitTo(nodeHashes, salt, person),
      },
    ],
    ...(before ? { prev: { sha256: hex(before.hashes.sha256), sm3: hex(before.hashes.sm3) } } : {}),
    labels: {
      fields: { 'content/total_yuan': '年度资金总额' },
      options: {},
      actions: { approve: '批复' },
      roles: {},
    },
  }
}

/** A bundle of some records of a log at a size, as the product makes it. */
export function bundleOf(
  log: MadeUpLog,
  signer: ReturnType<typeof party>,
  witnesses: readonly ReturnType<typeof party>[],
  {
    size,
    indexes,
    earlier,
    isOpen,
  }: { size: number; indexes: readonly number[]; earlier: readonly number[]; isOpen: boolean },
): string {
  const body = log.body(size)
  const sorted = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b)
  const bundle: Bundle = {
    origin: log.origin,
    key: signer.key.text,
    witnessKeys: witnesses.map(({ key }) => key.text).sort(),
    checkpoint: writeNote(body, [signer.line(body), ...witnesses.map(({ line }) => line(body))]),
    records: sorted(indexes).map((index) => {
      const { canon, hashes, salt, person } = log.entries[index]!
      return {
        index,
        canon,
        leaf: hashes,
        path: forBoth((name) => pathOf(nodeHashes[name], inclusionRanges(index, size), log.find[name])),
        openings: isOpen ? [{ place: 'chain/0/person', salt, value: person }] : [],
      }
    }),
    consistency: sorted([...indexes.map((index) => index + 1), ...earlier]).map((from) => ({
      from,
      roots: log.roots[from]!,
      path: forBoth((name) => pathOf(nodeHashes[name], consistencyRanges(from, size), log.find[name])),
    })),
  }
  return writeBundle(bundle)
}

export const makeSigner = () => party('contract-ledger/640221', LOG_SIGNATURE)
export const makeWitness = (name: string) => party(`witness/${name}`, WITNESS_SIGNATURE)
