import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { likenessOf } from '../src/domain/results/compute/repeats/likeness.ts'
import { makeTraitReader } from '../src/domain/results/compute/repeats/problem-traits.ts'
import { loadRules } from '../src/rules/load-rules.ts'

/**
 * `npm run bench:repeats`: how well the same problem in other words is found, and how often two that only
 * look alike are taken for one; on the half the weights were found on, and on the half they never saw.
 */
const root = path.join(import.meta.dirname, '..')
const rules = loadRules(path.join(root, 'rules')).at({ date: '2024-06-28', jurisdiction: '640000' })
const words = rules.value('results.problem_words').value
const { share_bp } = rules.value('results.repeat_similarity').value
const read = makeTraitReader(words)

type Pair = readonly [earlier: string, now: string]
type Half = { readonly same: readonly Pair[]; readonly different: readonly Pair[] }

const similarity = ([earlier, now]: Pair) => likenessOf(read(earlier), read(now)).similarity_bp

for (const half of ['tuning', 'unseen']) {
  const { same, different } = parse(
    readFileSync(path.join(root, `bench/repeats/${half}.yaml`), 'utf8'),
  ) as Half
  const found = same.filter((pair) => similarity(pair) >= share_bp)
  const alarms = different.filter((pair) => similarity(pair) >= share_bp)
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`
  console.log(
    `${half} 查全率 ${percent(found.length, same.length)}（${found.length}/${same.length}）` +
      ` 误报率 ${percent(alarms.length, different.length)}（${alarms.length}/${different.length}）` +
      ` 查准率 ${percent(found.length, found.length + alarms.length)} 提示线 ${share_bp / 100}%`,
  )
  if (!process.argv.includes('--list')) continue
  for (const pair of same.filter((one) => !found.includes(one)))
    console.log(`  漏 ${similarity(pair)} ${pair.join(' / ')}`)
  for (const pair of alarms) console.log(`  误 ${similarity(pair)} ${pair.join(' / ')}`)
}
