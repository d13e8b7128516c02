// L-08: approvals are killed. A process approves targets, several at once, and is killed with kill -9 at some
// moment; every third time every process of the database is killed with it. After each kill the ledger is looked at:
// size, leaves and subtrees that came, approved and sealed, acknowledged and sealed; at the end all of it (inspect).
//   npm run drill:ledger-kill [-- --times 1000 --at-once 4]
//   npm run drill:ledger-kill -- --times 20 --control    says "done" too early; the drill must see it
import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { inspect } from '../src/app/inspect/inspect.ts'
import { openFileStore } from '../src/storage/file-store.ts'
import { openKeyStore } from '../src/storage/signing-key.ts'
import { bundleApprover } from './support/bundle-approver.ts'
import { someTime, startApprover } from './support/approving.ts'
import { checkGrowth, NOTHING_YET, whichApproved } from './support/check-growth.ts'
import { startOwnServer } from './support/own-server.ts'
import { PLACE, stockHome } from './support/stock-home.ts'
import { temporaryDirectory } from './support/site.ts'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '1000' },
    'at-once': { type: 'string', default: '4' },
    /** Ends earlier when so many minutes are over. */
    minutes: { type: 'string', default: '600' },
    control: { type: 'boolean', default: false },
  },
})
const [times, atOnce] = [Number(values.times), Number(values['at-once'])]
/** More than can be approved between two kills. */
const SHEETS = 60
/** The first approvals of a fresh process are slow; a kill shall also meet fast ones. */
const UNTIL_KILL = [10, 1400] as const
const DATABASE_EVERY = 3

const home = temporaryDirectory('ledger-kill')
const { task, sheets } = await stockHome(home, times * 20 + SHEETS, atOnce)
const program = await bundleApprover(path.join(home, 'program'))
let [server, grown] = [await startOwnServer(home), NOTHING_YET]
const faults: string[] = []
const acknowledged = new Set<string>()
const count = { sealed: 0, inFlight: 0, inFlightSealed: 0, lost: 0, doubled: 0, withDatabase: 0 }
const cycles_ms: number[] = []

/** Those of a killed process end when they notice: until then what they began is not decided. */
async function untilAlone(): Promise<void> {
  for (let waited = 0; waited < 1000; waited += 1) {
    const { rows } = await server.database.owner.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity where datname = current_database()
       and application_name = 'jiheng' and pid <> pg_backend_pid()`,
    )
    if (rows[0]?.others === 0) return
    await sleep(10)
  }
  throw new Error('connections of a killed process do not end')
}

let next = startApprover(program, { ...task, isHasty: values.control })
const endsAt = performance.now() + Number(values.minutes) * 60_000
let rounds = 0
for (let round = 1; round <= times && performance.now() < endsAt; round += 1) {
  const from = performance.now()
  const given = sheets.splice(0, SHEETS)
  if (given.length < SHEETS) throw new Error('not enough targets were laid in')
  const approver = next
  await approver.begin(given)
  next = startApprover(program, { ...task, isHasty: values.control })
  await someTime(UNTIL_KILL)
  approver.kill()
  if (round % DATABASE_EVERY === 0) {
    await server.kill()
    server = await startOwnServer(home)
    count.withDatabase += 1
  }
  const outcome = await approver.outcome()
  await untilAlone()
  const { approved, faults: torn } = await whichApproved(
    server.database,
    given.map(({ recordId }) => recordId),
  )
  const growth = await checkGrowth(server.database, PLACE, grown)
  grown = growth.grown
  const lost = outcome.done.filter((id) => !approved.has(id))
  const unknown = outcome.begun.filter((id) => !outcome.done.includes(id))
  for (const id of outcome.done) acknowledged.add(id)
  count.lost += lost.length
  count.sealed += approved.size
  count.inFlight += unknown.length
  count.inFlightSealed += unknown.filter((id) => approved.has(id)).length
  faults.push(...[...torn, ...growth.faults, ...outcome.refused].map((said) => `kill ${round}: ${said}`))
  // What was not approved is given again, so that what nobody knew the fate of ends up there exactly once.
  sheets.push(...given.filter(({ recordId }) => !approved.has(recordId)))
  cycles_ms.push(performance.now() - from)
  rounds = round
  if (round % 50 === 0)
    process.stderr.write(
      `${round}/${times} ${count.sealed} sealed, lost ${count.lost}, faults ${faults.length}\n`,
    )
}
next.kill()
const inspecting = performance.now()
const lines = await inspect(
  server.database.owner,
  openFileStore(`${home}/files`),
  openKeyStore(`${home}/keys`),
)
const inspected_s = (performance.now() - inspecting) / 1000
const { approved: allSealed } = await whichApproved(server.database, [...acknowledged])
await server.stop()
const lostAtEnd = [...acknowledged].filter((id) => !allSealed.has(id)).length
faults.push(
  ...lines
    .filter((line) => line.count > 0)
    .map(({ id, title, examples }) => `${id} ${title}: ${examples[0]}`),
  ...(lostAtEnd > 0 && !values.control
    ? [`${lostAtEnd} acknowledged approvals are not sealed at the end`]
    : []),
)
const isRight = values.control
  ? count.lost > 0 && faults.length === 0
  : count.lost === 0 && faults.length === 0 && count.inFlight > 0
const median_ms = cycles_ms.toSorted((a, b) => a - b)[Math.floor(cycles_ms.length / 2)] ?? 0
console.log(
  `drill:ledger-kill ${values.control ? '(control: acknowledged too early) ' : ''}${isRight ? 'PASS' : 'FAIL'}: ${rounds} kills ` +
    `(${count.withDatabase} of them with every process of the database), ${acknowledged.size} approvals acknowledged, ` +
    `${count.sealed} sealed, ${grown.size} leaves; under way at a kill ${count.inFlight}, of them sealed ${count.inFlightSealed}, ` +
    `undone ${count.inFlight - count.inFlightSealed}; acknowledged and lost ${count.lost}, other violations ${faults.length}, ` +
    `inspection of everything ${inspected_s.toFixed(0)} s, cycle median ${Math.round(median_ms)} ms` +
    `${faults.length > 0 ? ` | ${faults.slice(0, 20).join('; ')}` : ''}`,
)
if (isRight) rmSync(home, { recursive: true, force: true })
process.exitCode = isRight ? 0 : 1
