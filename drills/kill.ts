// Kills the server 50 times while people enter projects and a leader approves targets; nothing that was
// acknowledged may be missing, and no approval without its leaf, no leaf without its approval (L-08).
// Every third time the database is killed with it, as a failing machine would.
//   npm run drill:kill [-- --times 50]
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { examine, faultsOf } from './support/examine.ts'
import { endSite, makeSite, type RunningServer, startSite, temporaryDirectory } from './support/site.ts'
import { type Approval, approve, enter, startApprovals, startLoad, type Write } from './support/writer.ts'

const LONGEST_START_MS = 10_000
const WRITERS = 4
/** More than one person can approve between two kills. */
const SHEETS_PER_KILL = 40

const { values } = parseArgs({ options: { times: { type: 'string', default: '50' } } })
const times = Number(values.times)
const home = temporaryDirectory('kill')
const writes: Write[] = []
const approvals: Approval[] = []
const complaints: string[] = []
const starts_ms: number[] = []

function killDatabase(): void {
  const file = path.join(home, 'database', 'data', 'postmaster.pid')
  process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGKILL')
}

async function killUnderLoad(
  server: RunningServer,
  round: number,
  site: Awaited<ReturnType<typeof makeSite>>,
) {
  const load = startLoad(site, server, WRITERS)
  const leader = startApprovals(site, server)
  await sleep(200 + Math.random() * 800)
  if (round % 3 === 0) killDatabase()
  await endSite(server, 'SIGKILL')
  await Promise.all([load.stop(), leader.stop()])
  writes.push(...load.writes)
  approvals.push(...leader.approvals)
  const said = [...load.complaints, ...leader.complaints]
  complaints.push(...said.filter((line) => round % 3 !== 0 || !line.startsWith('5')))
}

const site = await makeSite(home, times * SHEETS_PER_KILL)
let server = await startSite(home)
for (let round = 1; round <= times; round += 1) {
  await killUnderLoad(server, round, site)
  server = await startSite(home)
  starts_ms.push(server.started_ms)
  // What nobody knows the fate of is sent again: it must end up there exactly once.
  for (const write of writes.filter(({ projectId }) => projectId === undefined)) {
    const complaint = await enter(site, server, write)
    if (complaint) complaints.push(complaint)
  }
  for (const approval of approvals.filter(({ isAcknowledged }) => !isAcknowledged)) {
    const complaint = await approve(site, server, approval)
    if (complaint) complaints.push(complaint)
  }
  process.stdout.write(
    `${round}/${times} ${writes.length} 笔,批复 ${approvals.length} 件,启动 ${Math.round(server.started_ms)} ms\n`,
  )
}
await endSite(server, 'SIGTERM')

const findings = await examine(home, writes, approvals)
const slowest_ms = Math.max(...starts_ms)
const faults = [
  ...faultsOf(findings),
  ...(slowest_ms > LONGEST_START_MS ? [`最慢启动 ${Math.round(slowest_ms)} ms`] : []),
  ...(findings.projects === writes.length ? [] : [`应有 ${writes.length} 笔,实有 ${findings.projects} 笔`]),
  ...complaints.slice(0, 3),
]
const median_ms = starts_ms.toSorted((a, b) => a - b)[Math.floor(starts_ms.length / 2)] ?? 0
console.log(
  `drill:kill ${faults.length === 0 ? 'PASS' : 'FAIL'}: ${times} kills, ${writes.length} writes, ${findings.sealed} approvals sealed, ` +
    `lost ${findings.lost}, doubled ${findings.doubled}, audit without change ${findings.auditWithoutChange}, ` +
    `change without audit ${findings.changeWithoutAudit}, restart median ${Math.round(median_ms)} ms, ` +
    `slowest ${Math.round(slowest_ms)} ms${faults.length > 0 ? ` | ${faults.join('; ')}` : ''}`,
)
if (faults.length === 0) rmSync(home, { recursive: true, force: true })
process.exitCode = faults.length === 0 ? 0 : 1
