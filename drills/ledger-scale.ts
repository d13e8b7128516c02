// L-14: appends, proofs and a full recomputation on a ledger of many leaves. Leaves are appended by the
// product's own statement; the bulk before the measured appends goes in by larger batches of the same.
// Full leaves of approved targets are some 8,000 to 20,000 bytes; a million of them would be a disk of their own, so
// a leaf here is 1,500 bytes unless said otherwise: the longest that PostgreSQL keeps in the row as it is.
//   npm run drill:ledger-scale [-- --leaves 1000000 --bytes 1500]
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkTree } from '../src/app/ledger/check-tree.ts'
import { HASHES } from '../src/app/ledger/hashes.ts'
import { openProduct } from '../src/app/product.ts'
import { populateWorld } from '../src/app/testing/populate.ts'
import { toUtf8 } from '../src/domain/ledger/bytes.ts'
import { forBoth } from '../src/domain/ledger/hash.ts'
import { subtreesOf } from '../src/domain/ledger/merkle.ts'
import {
  consistencyRanges,
  inclusionRanges,
  nodesFor,
  pathOf,
  rootAt,
} from '../src/domain/ledger/proof-path.ts'
import { sealedText } from '../src/domain/ledger/sealed-value.ts'
import { systemLeaf } from '../src/domain/ledger/system-leaf.ts'
import { verifyConsistency, verifyInclusion } from '../src/domain/ledger/verify-proof.ts'
import { appendLeaves } from '../src/storage/ledger-append.ts'
import { findHeads, findLeaves, findNodes } from '../src/storage/ledger-repository.ts'
import { kyselyOn } from '../src/storage/connection.ts'
import { startStorage } from '../src/storage/start.ts'
import { temporaryDirectory } from './support/site.ts'

const { values } = parseArgs({
  options: { leaves: { type: 'string', default: '100000' }, bytes: { type: 'string', default: '1500' } },
})
const leaves = Number(values.leaves)
const filler = 'x'.repeat(Number(values.bytes))
const JURISDICTION = '640221'
const BATCH = 500
const MEASURED = 500

const home = temporaryDirectory('ledger-scale')
const storage = await startStorage({ home })
const db = kyselyOn(storage.database.owner)
const log = { jurisdictionId: JURISDICTION, origin: `contract-ledger/${JURISDICTION}` }

function leafOf(number: number) {
  const body = { audit: { day: `day ${number}`, count: String(number), filler } }
  const canon = toUtf8(
    sealedText(systemLeaf('audit.sealed', JURISDICTION, '2023-02-09T10:00:00+08:00', body)),
  )
  return { type: 'audit.sealed', canon, salts: [] }
}

const percentile = (times: readonly number[], share: number) =>
  (times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0).toFixed(1)

async function measure() {
  const product = await openProduct(storage)
  await populateWorld(storage.database, product, '2022-09-01')
  const filling = performance.now()
  for (let done = 0; done < leaves - MEASURED; done += BATCH) {
    const size = Math.min(BATCH, leaves - MEASURED - done)
    const batch = Array.from({ length: size }, (_none, index) => leafOf(done + index))
    await db.transaction().execute((trx) => appendLeaves(trx, log, HASHES, batch))
    if ((done / BATCH) % 100 === 99) process.stderr.write(`${done + size} `)
  }
  await storage.database.owner.query('analyze ledger_node; analyze ledger_leaf')
  const filled_s = (performance.now() - filling) / 1000
  const appends: number[] = []
  for (let number = leaves - MEASURED; number < leaves; number += 1) {
    const from = performance.now()
    await db.transaction().execute((trx) => appendLeaves(trx, log, HASHES, [leafOf(number)]))
    appends.push(performance.now() - from)
  }
  const proofs: number[] = []
  let wrong = 0
  for (let round = 0; round < MEASURED; round += 1) {
    const index = Math.floor((round / MEASURED) * leaves)
    const from = performance.now()
    if (!(await prove(index))) wrong += 1
    proofs.push(performance.now() - from)
  }
  const [head] = await findHeads(db, JURISDICTION)
  if (!head) throw new Error('no head')
  const [verifying, used] = [performance.now(), process.cpuUsage()]
  const { faults } = await checkTree(db, HASHES, head, { isDemo: false })
  const verified_s = (performance.now() - verifying) / 1000
  const { user, system } = process.cpuUsage(used)
  const processor_s = (user + system) / 1_000_000
  const { rows } = await storage.database.owner.query<{ size: string }>(
    `select pg_size_pretty(pg_total_relation_size('ledger_node')) as size`,
  )
  return {
    filled_s,
    appends,
    proofs,
    wrong,
    verified_s,
    processor_s,
    faults,
    nodes: rows[0]?.size,
    size: head.size,
  }
}

/** Reads an inclusion and a consistency proof from the database and verifies both. */
async function prove(index: number): Promise<boolean> {
  const [inclusion, consistency] = [inclusionRanges(index, leaves), consistencyRanges(index + 1, leaves)]
  const whole = subtreesOf({ start: 0, end: leaves })
  const earlier = subtreesOf({ start: 0, end: index + 1 })
  const places = [...nodesFor([...inclusion, ...consistency]), ...whole, ...earlier]
  const unique = new Map(places.map((place) => [`${place.level}/${place.position}`, place]))
  const [find, [leaf]] = await Promise.all([
    findNodes(db, JURISDICTION, [...unique.values()]),
    findLeaves(db, JURISDICTION, { from: index, limit: 1 }),
  ])
  const verdicts = forBoth((name) => {
    const root = rootAt(HASHES[name], leaves, find[name])
    const fromRoot = rootAt(HASHES[name], index + 1, find[name])
    const own = leaf?.[name] ?? new Uint8Array(0)
    return (
      verifyInclusion(HASHES[name], {
        ...{ index, size: leaves, leaf: own, root },
        path: pathOf(HASHES[name], inclusion, find[name]),
      }) &&
      verifyConsistency(HASHES[name], {
        ...{ from: index + 1, size: leaves, fromRoot, root },
        path: pathOf(HASHES[name], consistency, find[name]),
      })
    )
  })
  return verdicts.sha256 && verdicts.sm3
}

const found = await measure().finally(async () => {
  await storage.stop()
  rmSync(home, { recursive: true, force: true })
})
const isRight = found.wrong === 0 && found.faults.length === 0 && found.size === leaves
console.log(
  `drill:ledger-scale ${isRight ? 'PASS' : 'FAIL'}: ${leaves} leaves of about ${filler.length} bytes, both algorithms; ` +
    `append p50 ${percentile(found.appends, 0.5)} ms p95 ${percentile(found.appends, 0.95)} ms (goal 20), ` +
    `both proofs read and verified p50 ${percentile(found.proofs, 0.5)} ms p95 ${percentile(found.proofs, 0.95)} ms (goal 5), ` +
    `full verification ${found.verified_s.toFixed(1)} s (goal 60; ${found.processor_s.toFixed(1)} s of processor time in the program), ` +
    `memory of the program ${Math.round(process.resourceUsage().maxRSS / 1000)} MB at most, subtrees on disk ${found.nodes}, filled in ${Math.round(found.filled_s)} s` +
    `${isRight ? '' : ` | wrong proofs ${found.wrong}, faults ${found.faults.length}: ${found.faults[0]?.object} ${found.faults[0]?.said}`}`,
)
process.exitCode = isRight ? 0 : 1
