// Mutation test of the consistency engine: every figure of the finished project of the demonstration changed
// once, purely in memory. First each copy alone (record, frozen version, leaf, step, project), then each figure
// in all copies of its record at once, with digests to match. What is not found must be listed with the reason.
//   npm run drill:consistency
import { rmSync } from 'node:fs'
import { buildDemo, demoClock } from '../src/app/demo/index.ts'
import { readDemo } from '../src/app/demo/read-demo.ts'
import { readCase } from '../src/app/pilot/consistency/testing.ts'
import { openProduct } from '../src/app/product.ts'
import { checkConsistency } from '../src/domain/pilot/consistency/check-consistency.ts'
import {
  coherentChanges,
  type PlantedChange,
  singleChanges,
} from '../src/domain/pilot/consistency/testing/plant-changes.ts'
import { SINGLE_COPY, SINGLE_RECORD } from '../src/domain/pilot/consistency/testing/stands-alone.ts'
import {
  keyOfCopy,
  keyOfRecord,
  type Trial,
  tryChanges,
} from '../src/domain/pilot/consistency/testing/try-changes.ts'
import { startStorage } from '../src/storage/start.ts'
import { temporaryDirectory } from './support/site.ts'

const home = temporaryDirectory('consistency')
const storage = await startStorage({ home })
try {
  await buildDemo(storage, { password: 'drill-Password-1', say: (sentence) => console.error(sentence) })
  const product = await openProduct(storage, { isDemo: true, clock: await demoClock(storage) })
  const { rows } = await storage.database.owner.query<{ id: string }>(
    `select post.id from post join account using (person_id) where username = 'finance.performance'`,
  )
  const given = await readCase(product, rows[0]?.id ?? '', readDemo().places.main)
  const clean = checkConsistency(given)
  console.log(`干净案卷：${given.records.length}件记录，发现${clean.length}处`)
  const single = singleChanges(given)
  const alone = tryChanges(given, single)
  const isRight = report('逐份改动', single, alone, keyOfCopy, SINGLE_COPY)
  const coherent = coherentChanges(given)
  const together = tryChanges(given, coherent, { keyOf: keyOfRecord })
  const isRightToo = report('同一记录各份一起改动', coherent, together, keyOfRecord, SINGLE_RECORD)
  process.exitCode = clean.length === 0 && isRight && isRightToo ? 0 : 1
} finally {
  await storage.stop()
  rmSync(home, { recursive: true, force: true })
}

/** Counts by document, what was not found with its reason, and whether the list is exact. */
function report(
  title: string,
  changes: readonly PlantedChange[],
  { tried, found, missed }: Trial,
  keyOf: (change: PlantedChange) => string,
  reasons: Readonly<Record<string, string>>,
): boolean {
  const lost = (kind: string) => [...missed.values()].flat().filter((change) => change.kind === kind).length
  const held = tried - [...missed].reduce((sum, [key, list]) => sum + (reasons[key] ? list.length : 0), 0)
  console.log(
    `\n${title}：${tried}个数，发现${found}个；只存一处的${tried - held}个，其余${held}个中发现${found}个（${((found / held) * 100).toFixed(2)}%）`,
  )
  for (const kind of new Set(changes.map((change) => change.kind))) {
    const own = changes.filter((change) => change.kind === kind)
    console.log(`  ${kind}（${own[0]?.record ?? ''}）：${own.length}个，发现${own.length - lost(kind)}个`)
  }
  for (const [key, list] of missed)
    console.log(`  没有发现 ${key} ${list.length}个：${reasons[key] ?? '没有列出原因'}`)
  const known = new Set(changes.map(keyOf))
  const stale = Object.keys(reasons).filter((key) => !missed.has(key) && known.has(key))
  for (const key of stale) console.log(`  已能发现，应从清单删去：${key}`)
  return found === held && stale.length === 0
}
