// Backs up while people write, destroys everything, restores, and counts.
//   npm run drill:restore
import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { backUp, restore } from '../src/storage/backup/index.ts'
import { openFileStore } from '../src/storage/file-store.ts'
import { examine, faultsOf } from './support/examine.ts'
import { endSite, makeSite, startSite, temporaryDirectory } from './support/site.ts'
import { startLoad } from './support/writer.ts'

const WRITERS = 4
const ATTACHMENTS = 50

const place = temporaryDirectory('restore')
const home = path.join(place, 'site')
const directory = path.join(place, 'backup')

const site = await makeSite(home)
const files = openFileStore(path.join(home, 'files'))
for (let number = 0; number < ATTACHMENTS; number += 1)
  await files.put(Buffer.alloc(100_000, `附件 ${number} `))

const server = await startSite(home)
const load = startLoad(site, server, WRITERS)
await sleep(3_000)
const from = performance.now()
const writtenBefore = load.writes.filter(({ acknowledgedAt_ms }) => acknowledgedAt_ms !== undefined).length
const beganAt_ms = Date.now()
const manifest = await backUp({ home, directory, now: new Date() })
const backup_ms = performance.now() - from
const during = load.writes.filter(({ acknowledgedAt_ms = 0 }) => acknowledgedAt_ms >= beganAt_ms).length
await load.stop()
await endSite(server, 'SIGKILL')
await sleep(1_000)
rmSync(home, { recursive: true, force: true })

const restoreFrom = performance.now()
await restore({ home, directory })
const restore_ms = performance.now() - restoreFrom

const promised = load.writes.filter(
  ({ acknowledgedAt_ms = Number.POSITIVE_INFINITY }) => acknowledgedAt_ms < beganAt_ms,
)
const findings = await examine(home, promised)
const kept: string[] = []
for await (const digest of openFileStore(path.join(home, 'files')).list()) {
  if ((await openFileStore(path.join(home, 'files')).verify(digest)) === 'intact') kept.push(digest)
}
const again = await startSite(home)
await endSite(again, 'SIGTERM')

const faults = [
  ...faultsOf(findings),
  ...load.complaints.slice(0, 3),
  ...(kept.length === ATTACHMENTS ? [] : [`附件 ${kept.length}/${ATTACHMENTS}`]),
  ...(during === 0 ? ['备份期间没有写入,演练无效'] : []),
]
const bytes = manifest.files.reduce((sum, { size }) => sum + size, 0)
console.log(
  `drill:restore ${faults.length === 0 ? 'PASS' : 'FAIL'}: ${writtenBefore} writes before and ${during} during the backup, ` +
    `restored ${findings.projects}, lost ${findings.lost}, attachments ${kept.length}/${ATTACHMENTS}, ` +
    `backup ${(backup_ms / 1000).toFixed(1)} s (${(bytes / 1024 / 1024).toFixed(0)} MB), ` +
    `restore ${(restore_ms / 1000).toFixed(1)} s, first start after it ${Math.round(again.started_ms)} ms` +
    `${faults.length > 0 ? ` | ${faults.join('; ')}` : ''}`,
)
rmSync(place, { recursive: true, force: true })
process.exitCode = faults.length === 0 ? 0 : 1
