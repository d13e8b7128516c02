// L-09: 64 approvals at once, round after round. Indexes have no gap, nobody is caught in a deadlock,
// each contract is in the ledger exactly once, and everything equals its rows.
//   npm run drill:ledger-approvals [-- --rounds 500 --at-once 64]
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { inspect } from '../src/app/inspect/inspect.ts'
import type { UseCase } from '../src/app/kernel/use-case.ts'
import { openProduct } from '../src/app/product.ts'
import { approveTarget } from '../src/app/targets/approve-target.ts'
import { populateWorld } from '../src/app/testing/populate.ts'
import { startStorage } from '../src/storage/start.ts'
import { temporaryDirectory } from './support/site.ts'
import { stockSheets } from './support/stock.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '500' }, 'at-once': { type: 'string', default: '64' } },
})
const [rounds, atOnce] = [Number(values.rounds), Number(values['at-once'])]
const home = temporaryDirectory('ledger-approvals')
const storage = await startStorage({ home, appConnections: 16 })
const refusals: string[] = []
const times_ms: number[] = []

async function approveAll() {
  const clock = () => new Date('2022-10-10T02:00:00Z')
  const product = await openProduct(storage, { clock })
  const people = await populateWorld(storage.database, product, '2022-09-01')
  const sheets = await stockSheets(storage.database.owner, product, people, rounds * atOnce)
  const credentials = { postId: people.finance_leader.postId }
  for (let round = 0; round < rounds; round += 1) {
    const own = sheets.slice(round * atOnce, (round + 1) * atOnce)
    await Promise.all(
      own.map(async ({ recordId, version }) => {
        const from = performance.now()
        await product
          .run(approveTarget as unknown as UseCase, { recordId, version }, { credentials })
          .catch((error: Error) => refusals.push(error.message))
        times_ms.push(performance.now() - from)
      }),
    )
    if (round % 20 === 19) process.stderr.write(`${round + 1}/${rounds} `)
  }
}

async function examine() {
  const { rows } = await storage.database.owner.query<{ leaves: number; highest: number; contracts: number }>(
    `select count(*)::int as leaves, max(idx)::int as highest,
       count(distinct record_id) filter (where type = 'target.approved')::int as contracts from ledger_leaf`,
  )
  const { rows: server } = await storage.database.owner.query<{ deadlocks: number }>(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  )
  const [began, used] = [performance.now(), process.cpuUsage()]
  const lines = await inspect(storage.database.owner, storage.files, storage.keys)
  const examined_s = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(used)
  return {
    ...rows[0],
    ...{ examined_s, processor_s: (user + system) / 1_000_000 },
    deadlocks: server[0]?.deadlocks,
    broken: lines.filter(({ count }) => count > 0),
  }
}

const from = performance.now()
const { leaves, highest, contracts, deadlocks, broken, examined_s, processor_s } = await approveAll()
  .then(examine)
  .finally(async () => {
    await storage.stop()
    rmSync(home, { recursive: true, force: true })
  })
const wanted = rounds * atOnce
const faults = [
  ...refusals.slice(0, 3),
  ...(leaves === wanted * 2 ? [] : [`${leaves} leaves instead of ${wanted * 2}`]),
  ...(highest === wanted * 2 - 1 ? [] : [`highest index ${highest}`]),
  ...(contracts === wanted ? [] : [`${contracts} contracts`]),
  ...(deadlocks === 0 ? [] : [`${deadlocks} deadlocks`]),
  ...broken.map(({ id, examples }) => `${id}: ${examples[0]}`),
]
const sorted = times_ms.toSorted((a, b) => a - b)
const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
console.log(
  `drill:ledger-approvals ${faults.length === 0 ? 'PASS' : 'FAIL'}: ${rounds} rounds of ${atOnce} at once, ${contracts} contracts, ` +
    `${leaves} leaves, highest ${highest}, deadlocks ${deadlocks}, refused ${refusals.length}, ` +
    `waiting included p50 ${at(0.5)} ms p95 ${at(0.95)} ms, everything examined in ${Math.round(examined_s)} s ` +
    `(${Math.round(processor_s)} s of processor time in the program, memory ${Math.round(process.resourceUsage().maxRSS / 1000)} MB at most), ` +
    `${Math.round((performance.now() - from) / 1000)} s in all` +
    `${faults.length > 0 ? ` | ${faults.join('; ')}` : ''}`,
)
process.exitCode = faults.length === 0 ? 0 : 1
