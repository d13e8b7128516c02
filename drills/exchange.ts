// Exchange tables: 10,000 generated projects out to JSON Lines, CSV and Excel, in through the gate and out again; then
// 500 spoiled files against a real database, each sent with the choice made from a clean one.
//   npm run drill:exchange [-- --projects 10000 --chunk 1000 --spoiled 500 --seed 20261127]
import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { UseCase } from '../src/app/kernel/use-case.ts'
import { openProduct } from '../src/app/product.ts'
import { populateWorld } from '../src/app/testing/populate.ts'
import type { World } from '../src/app/testing/world.ts'
import { startStorage } from '../src/storage/start.ts'
import { type Tally, walkChunk } from './support/exchange-files.ts'
import { spoilFiles } from './support/exchange-spoiled.ts'
import { temporaryDirectory } from './support/site.ts'

const { values } = parseArgs({
  options: {
    projects: { type: 'string', default: '10000' },
    // An uploaded file is at most 20 MB: a place sends its tables in files of so many projects.
    chunk: { type: 'string', default: '1000' },
    spoiled: { type: 'string', default: '500' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 86_400_000)) },
  },
})
const [projects, chunk, spoiled, seed] = [
  Number(values.projects),
  Number(values.chunk),
  Number(values.spoiled),
  Number(values.seed),
]
const MB = 2 ** 20
const seconds = (from: number) => Math.round((performance.now() - from) / 1000)
const most_mb = () => Math.round(process.resourceUsage().maxRSS / 1024)

const home = temporaryDirectory('exchange')
process.on('exit', () => rmSync(home, { recursive: true, force: true }))
const tally: Tally = { rows: 0, files: 0, bytes: 0, largest_bytes: 0 }
const start = performance.now()
const rest_mb = most_mb()
for (let first = 0; first < projects; first += chunk) {
  await walkChunk(home, first, Math.min(chunk, projects - first), seed + first, tally)
}
const [files_s, files_mb] = [seconds(start), most_mb()]

const storage = await startStorage({ home })
const from = performance.now()
try {
  const product = await openProduct(storage, { clock: () => new Date('2022-10-10T02:00:00Z') })
  const people = await populateWorld(storage.database, product, '2022-09-01')
  const world: World = {
    product,
    people,
    database: storage.database as never,
    owner: storage.database.owner,
    setToday: () => undefined,
    as: async (person, useCase, input, call = {}) => {
      const credentials = { postId: people[person].postId }
      return JSON.parse((await product.run(useCase as UseCase, input, { credentials, ...call })).body)
    },
  }
  const found = await spoilFiles(world, home, spoiled, seed)
  console.log(
    `drill:exchange PASS: ${projects} projects, ${tally.rows} rows, ${tally.files} files of ${chunk} projects ` +
      `(${Math.round(tally.bytes / MB)} MB, the largest ${(tally.largest_bytes / MB).toFixed(1)} MB): JSON Lines and CSV ` +
      `byte for byte, workbooks row for row; ${files_s} s, memory from ${rest_mb} to at most ${files_mb} MB; ` +
      `${found.files} spoiled files, ${found.compared} readable, ${found.refused} refused, ${found.asShown} unchanged ` +
      `in what they say, nothing stored; the clean one stores its ${found.offered} rows; ${seconds(from)} s; seed ${seed}, ` +
      `load ${loadavg()[0]?.toFixed(1)}`,
  )
} finally {
  await storage.stop()
}
