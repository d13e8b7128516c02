// The hostile files of the test suite, many more of them and with seeds of the day: broken, bombed,
// mutated workbooks, Word files and texts. Each must get a clear answer within its bound.
//   npm run drill:hostile-files [count] [seed]
import { rmSync } from 'node:fs'
import { examineHostile, FILE_MS } from '../tests/intake/examine-hostile.ts'
import { makeHostileFiles } from '../tests/intake/hostile-files.ts'
import { temporaryDirectory } from './support/site.ts'

const count = Number(process.argv[2] ?? 5_000)
const seed = Number(process.argv[3] ?? 1)
const MB = 1024 * 1024

const folder = temporaryDirectory('hostile')
const files = await makeHostileFiles(count, seed)
const before = process.memoryUsage.rss()
let most = before
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss())
}, 20)
const from = performance.now()
let slowest = { took_ms: 0, what: '' }
let read = 0
const faults: string[] = []
for (const file of files) {
  const answer = await examineHostile(file, folder)
  if (answer.took_ms > slowest.took_ms) slowest = answer
  if (answer.outcome === 'read') read += 1
  if (answer.fault) faults.push(`${answer.what}: ${answer.said} (${answer.fault})`)
  if (answer.took_ms > FILE_MS + 2_000) faults.push(`${answer.what}: ${Math.round(answer.took_ms)} ms`)
}
clearInterval(watch)
rmSync(folder, { recursive: true, force: true })
for (const fault of faults) console.error(fault)
console.log(
  `drill:hostile-files ${faults.length === 0 ? 'PASS' : 'FAIL'}: seed ${seed}, ${count} files, ${read} read, ` +
    `${count - read} refused in words, ${faults.length} unclear, slowest ${Math.round(slowest.took_ms)} ms ` +
    `(${slowest.what}), memory grew by ${Math.round((most - before) / MB)} MB at most, ` +
    `${Math.round((performance.now() - from) / 1000)} s`,
)
process.exitCode = faults.length === 0 ? 0 : 1
