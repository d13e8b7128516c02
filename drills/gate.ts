// F-17, I6: random people take random acts; a budget is never open without the ex-ante conclusion where one
// is due and the approved target. Real use cases on a real database, then the pure model; the same walks
// without the gate must find it open.
//   npm run drill:gate [-- --real 30000 --model 70000 --seed 20261127]
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { UseCase } from '../src/app/kernel/use-case.ts'
import { openProduct } from '../src/app/product.ts'
import { defineAct } from '../src/app/records/act.ts'
import { populateWorld } from '../src/app/testing/populate.ts'
import type { World } from '../src/app/testing/world.ts'
import { budgetLine } from '../src/domain/project/index.ts'
import { startStorage } from '../src/storage/start.ts'
import { GATES, walkModel } from './support/gate-model.ts'
import { walkGate } from './support/gate-walk.ts'
import { makeDice } from './support/random.ts'
import { temporaryDirectory } from './support/site.ts'

const { values } = parseArgs({
  options: {
    real: { type: 'string', default: '30000' },
    model: { type: 'string', default: '70000' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 86_400_000)) },
  },
})
const [real, model, seed] = [Number(values.real), Number(values.model), Number(values.seed)]
const home = temporaryDirectory('gate')
const storage = await startStorage({ home })
const from = performance.now()

async function makeWorld(): Promise<World> {
  let today = '2022-10-10'
  const product = await openProduct(storage, { clock: () => new Date(`${today}T02:00:00Z`) })
  const people = await populateWorld(storage.database, product, '2022-09-01')
  return {
    product,
    people,
    database: storage.database as never,
    owner: storage.database.owner,
    setToday: (day) => {
      today = day
    },
    as: async (person, useCase, input, call = {}) => {
      const credentials = { postId: people[person].postId }
      return JSON.parse((await product.run(useCase as UseCase, input, { credentials, ...call })).body)
    },
  }
}

async function walkReal() {
  const world = await makeWorld()
  const walk = await walkGate(world, makeDice(seed), real)
  const { rows } = await storage.database.owner.query<{ deadlocks: number }>(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  )
  const ungated = { 'project.budgetLine.arrange': defineAct(budgetLine, 'arrange') }
  const control = await walkGate(world, makeDice(seed), Math.min(2000, real), ungated)
  return { walk, control, deadlocks: rows[0]?.deadlocks ?? -1 }
}

const { walk, control, deadlocks } = await walkReal().finally(async () => {
  await storage.stop()
  rmSync(home, { recursive: true, force: true })
})
const pure = walkModel(makeDice(seed), model)
const pureControl = walkModel(makeDice(seed), Math.min(20_000, model), { ...GATES, arrange: () => true })
const faults = [
  ...[...walk.broken, ...pure.broken].slice(0, 3),
  ...(walk.opened === 0 || pure.opened === 0 ? ['no budget was opened: the walk shows nothing'] : []),
  ...(control.broken.length === 0 || pureControl.broken.length === 0
    ? ['the control without gate found nothing']
    : []),
  ...(deadlocks === 0 ? [] : [`${deadlocks} deadlocks`]),
]
console.log(
  `drill:gate ${faults.length === 0 ? 'PASS' : 'FAIL'}: ${walk.steps + pure.steps} random steps (${walk.steps} use cases on a database: ` +
    `${walk.done} done, ${walk.refused} refused, ${walk.opened} budgets opened; ${pure.steps} on the model: ${pure.opened} opened), ` +
    `illegal states ${walk.broken.length + pure.broken.length}; control without gate: ${control.broken.length} of ${control.steps} found, ` +
    `model ${pureControl.broken.length} of ${pureControl.steps}; seed ${seed}, ${Math.round((performance.now() - from) / 1000)} s` +
    `${faults.length > 0 ? ` | ${faults.join('; ')}` : ''}`,
)
process.exitCode = faults.length === 0 ? 0 : 1
