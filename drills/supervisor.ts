// What a test suite has no time for: first starts killed at random moments, and a disk that fills up
// while people write (needs root, for a small file system of its own).
//   npm run drill:supervisor
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '../src/storage/connection.ts'
import { startServer } from '../src/storage/server/supervisor.ts'
import { temporaryDirectory } from './support/site.ts'

const FIRST_STARTS = 20
const HOLDER = path.join(import.meta.dirname, '../src/storage/server/hold-server.fixture.ts')

const faults: string[] = []

/** Kills the very first start of an empty home again and again; afterwards it must start. */
async function killFirstStarts(): Promise<string> {
  const home = temporaryDirectory('first-start')
  for (let round = 0; round < FIRST_STARTS; round += 1) {
    const child = spawn(process.execPath, [HOLDER, home], { stdio: 'ignore' })
    await sleep(100 + (round / FIRST_STARTS) * 2_000)
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const from = performance.now()
  const server = await startServer({ home })
  const database = openDatabase(server.address)
  await database.app.query('select 1')
  await database.close()
  await server.stop()
  rmSync(home, { recursive: true, force: true })
  return `${FIRST_STARTS} killed first starts, then up in ${Math.round(performance.now() - from)} ms`
}

/** Fills the disk under a writing server; afterwards every acknowledged row must be there. */
async function fillDisk(): Promise<string> {
  const home = temporaryDirectory('full-disk')
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=320m,mode=711', 'none', home])
  try {
    const first = await startServer({ home })
    const database = openDatabase(first.address)
    await database.owner.query('create table entry (number int primary key, filler text)')
    const ballast = path.join(home, 'ballast')
    writeFileSync(ballast, Buffer.alloc(150 * 1024 * 1024))
    const { acknowledged, code } = await writeUntilRefused((sql, values) => database.owner.query(sql, values))
    await database.close()
    await first.stop()
    const told = await startServer({ home }).then(
      async (server) => {
        await server.stop()
        return 'nothing'
      },
      (error: Error) => error.message,
    )
    if (!told.startsWith('磁盘空间不足')) faults.push(`full disk was reported as: ${told}`)
    rmSync(ballast)
    const again = await startServer({ home })
    const reader = openDatabase(again.address)
    const { rows } = await reader.owner.query('select count(*)::int as count from entry')
    if (rows[0].count < acknowledged) faults.push(`${acknowledged} acknowledged, ${rows[0].count} found`)
    await reader.owner.query('insert into entry values (-1, null)')
    await reader.close()
    await again.stop()
    return `full disk: ${acknowledged} rows until ${code}, ${rows[0].count} after making room`
  } finally {
    execFileSync('umount', [home])
    rmSync(home, { recursive: true, force: true })
  }
}

async function writeUntilRefused(
  query: (sql: string, values: unknown[]) => Promise<unknown>,
): Promise<{ acknowledged: number; code: string }> {
  for (let number = 1; ; number += 1) {
    try {
      await query('insert into entry values ($1, $2)', [
        number,
        'x'.repeat(100_000).replaceAll('x', () => Math.random().toString(36)),
      ])
    } catch (error) {
      return {
        acknowledged: number - 1,
        code: error instanceof Error && 'code' in error ? String(error.code) : String(error),
      }
    }
  }
}

const results = [await killFirstStarts()]
results.push(process.getuid?.() === 0 ? await fillDisk() : 'full disk skipped (not root)')
console.log(
  `drill:supervisor ${faults.length === 0 ? 'PASS' : 'FAIL'}: ${[...results, ...faults].join('; ')}`,
)
process.exitCode = faults.length === 0 ? 0 : 1
