// L-08, F-02: the power fails during approvals. The whole installation lies on a disk of its own (ext4 in a file);
// at some moment the disk goes down without writing anything more, every process is killed, the disk is mounted
// again and the database started. What was acknowledged must be sealed. Needs root and a loop device.
//   npm run drill:ledger-powercut [-- --times 200]
//   npm run drill:ledger-powercut -- --times 10 --control    commits do not wait for the disk; the drill must see it
import { rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { inspect } from '../src/app/inspect/inspect.ts'
import { openFileStore } from '../src/storage/file-store.ts'
import { openKeyStore } from '../src/storage/signing-key.ts'
import { someTime, startApprover } from './support/approving.ts'
import { bundleApprover } from './support/bundle-approver.ts'
import { checkGrowth, NOTHING_YET, whichApproved } from './support/check-growth.ts'
import { makeLoopDisk } from './support/loop-disk.ts'
import { startOwnServer } from './support/own-server.ts'
import { temporaryDirectory } from './support/site.ts'
import { PLACE, stockHome } from './support/stock-home.ts'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '200' },
    'at-once': { type: 'string', default: '4' },
    /** Ends earlier when so many minutes are over. */
    minutes: { type: 'string', default: '600' },
    control: { type: 'boolean', default: false },
  },
})
const [times, atOnce] = [Number(values.times), Number(values['at-once'])]
const SHEETS = 80
const UNTIL_CUT = [200, 1600] as const
const DISK_BYTES = 4_000_000_000
const SETTINGS = values.control ? ['synchronous_commit=off'] : []

const directory = temporaryDirectory('ledger-powercut')
const program = await bundleApprover(path.join(directory, 'program'))
const disk = makeLoopDisk(directory, DISK_BYTES)
const home = path.join(disk.folder, 'home')
const { task, sheets } = await stockHome(home, times * 30 + SHEETS, atOnce)
let [server, grown] = [await startOwnServer(home, SETTINGS), NOTHING_YET]
const faults: string[] = []
const acknowledged = new Set<string>()
const count = { sealed: 0, inFlight: 0, inFlightSealed: 0, lost: 0 }
const restarts_ms: number[] = []

let next = startApprover(program, { ...task, isHasty: false })
const endsAt = performance.now() + Number(values.minutes) * 60_000
let rounds = 0
for (let round = 1; round <= times && performance.now() < endsAt; round += 1) {
  const given = sheets.splice(0, SHEETS)
  if (given.length < SHEETS) throw new Error('not enough targets were laid in')
  const approver = next
  await approver.begin(given)
  await someTime(UNTIL_CUT)
  disk.cutPower()
  approver.kill()
  await server.kill()
  const outcome = await approver.outcome()
  await disk.unmount()
  disk.mount()
  const from = performance.now()
  server = await startOwnServer(home, SETTINGS)
  restarts_ms.push(performance.now() - from)
  next = startApprover(program, { ...task, isHasty: false })
  const { approved, faults: torn } = await whichApproved(
    server.database,
    given.map(({ recordId }) => recordId),
  )
  const growth = await checkGrowth(server.database, PLACE, grown)
  grown = growth.grown
  const unknown = outcome.begun.filter((id) => !outcome.done.includes(id))
  for (const id of outcome.done) acknowledged.add(id)
  count.lost += outcome.done.filter((id) => !approved.has(id)).length
  count.sealed += approved.size
  count.inFlight += unknown.length
  count.inFlightSealed += unknown.filter((id) => approved.has(id)).length
  faults.push(...[...torn, ...growth.faults, ...outcome.refused].map((said) => `cut ${round}: ${said}`))
  sheets.push(...given.filter(({ recordId }) => !approved.has(recordId)))
  rounds = round
  if (round % 20 === 0)
    process.stderr.write(
      `${round}/${times} ${count.sealed} sealed, lost ${count.lost}, faults ${faults.length}\n`,
    )
}
next.kill()
const lines = await inspect(
  server.database.owner,
  openFileStore(`${home}/files`),
  openKeyStore(`${home}/keys`),
)
const { approved: allSealed } = await whichApproved(server.database, [...acknowledged])
await server.stop()
await disk.unmount()
const lostAtEnd = [...acknowledged].filter((id) => !allSealed.has(id)).length
faults.push(
  ...lines
    .filter((line) => line.count > 0)
    .map(({ id, title, examples }) => `${id} ${title}: ${examples[0]}`),
  ...(lostAtEnd > 0 && !values.control
    ? [`${lostAtEnd} acknowledged approvals are not sealed at the end`]
    : []),
)
const isRight = faults.length === 0 && (values.control ? count.lost > 0 : count.lost === 0)
const median_ms = restarts_ms.toSorted((a, b) => a - b)[Math.floor(restarts_ms.length / 2)] ?? 0
console.log(
  `drill:ledger-powercut ${values.control ? '(control: synchronous_commit=off) ' : ''}${isRight ? 'PASS' : 'FAIL'}: ${rounds} power cuts, ` +
    `${acknowledged.size} approvals acknowledged, ${count.sealed} sealed, ${grown.size} leaves; under way at a cut ${count.inFlight}, ` +
    `of them sealed ${count.inFlightSealed}, undone ${count.inFlight - count.inFlightSealed}; acknowledged and lost ${count.lost}, ` +
    `other violations ${faults.length}, start after a cut median ${Math.round(median_ms)} ms` +
    `${faults.length > 0 ? ` | ${faults.slice(0, 20).join('; ')}` : ''}`,
)
if (isRight) rmSync(directory, { recursive: true, force: true })
process.exitCode = isRight ? 0 : 1
