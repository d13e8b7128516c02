import path from 'node:path'
import { plainText } from '../src/domain/indicators/runs.ts'
import {
  buildSuggestIndex,
  type IndicatorLibrary,
  suggestIndicators,
} from '../src/domain/indicators/index.ts'
import { scanLibrary } from '../src/domain/indicators/scan.fixture.ts'
import { loadIndicators } from '../src/rules/load-indicators.ts'
import { loadRules } from '../src/rules/load-rules.ts'

/**
 * `npm run bench:suggest -- [--indicators 100000] [--queries 1000]`: the library multiplied to that size
 * and asked as somebody types; the index beside reading every indicator, interleaved. Goal: p95 ≤ 50 ms.
 */
const GOAL_MS = 50
const option = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const wanted = option('indicators', 100_000)
const queries = option('queries', 1000)
const scans = Math.min(60, queries)

/** The same numbers in every run. */
function makeDice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const SYLLABLES = [...'东西南北上下新安平永兴和石河沟湾川岭坪塘林桥镇乡村金银红白青长大小三五七里庄堡营']

/** Copies under the names of made-up places, so that runs of characters repeat as in real life. */
function multiply(library: IndicatorLibrary, size: number): IndicatorLibrary {
  const dice = makeDice(7)
  const own = library.indicators
  const indicators = Array.from({ length: size }, (_, at) => {
    const source = own[at % own.length]!
    if (at < own.length) return source
    const place = Array.from({ length: 2 + dice(2) }, () => SYLLABLES[dice(SYLLABLES.length)]).join('')
    const id = `${source.id}-${Math.floor(at / own.length)}`
    return {
      ...source,
      id,
      name: `${place}${source.name}`,
      synonyms: source.synonyms.map((word) => `${place}${word}`),
    }
  })
  return { ...library, indicators }
}

/** What stands in the cell while a name is typed: its beginning, a middle part, a synonym, a slip. */
function typedTexts(library: IndicatorLibrary, count: number): string[] {
  const dice = makeDice(11)
  return Array.from({ length: count }, () => {
    const indicator = library.indicators[dice(library.indicators.length)]!
    const words = [indicator.name, ...indicator.synonyms]
    const word = words[dice(words.length)]!
    const from = dice(3) === 0 ? dice(Math.max(1, word.length - 2)) : 0
    const part = word.slice(from, from + 1 + dice(10))
    return dice(10) === 0 ? `${part}${SYLLABLES[dice(SYLLABLES.length)]}` : part
  })
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

function timed<T>(run: () => T): { readonly value: T; readonly took_ms: number } {
  const start = performance.now()
  const value = run()
  return { value, took_ms: performance.now() - start }
}

function measure(title: string, library: IndicatorLibrary): boolean {
  const { value: index, took_ms: built_ms } = timed(() => buildSuggestIndex(library))
  const typed = typedTexts(library, queries)
  for (const text of typed.slice(0, 50)) suggestIndicators(index, text)
  const ours: number[] = []
  const theirs: number[] = []
  let same = 0
  typed.forEach((text, at) => {
    const wish = { sector: 'water', level1: 'output', limit: 8 }
    const fast = timed(() => suggestIndicators(index, text, wish))
    ours.push(fast.took_ms)
    if (at >= scans) return
    const slow = timed(() => scanLibrary(index, plainText(text), wish))
    theirs.push(slow.took_ms)
    if (fast.value.map((one) => one.indicator.id).join() === slow.value.map((one) => one.indicator.id).join())
      same += 1
  })
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(ours, share)) as [
    number,
    number,
    number,
  ]
  const [scan50, scan95] = [0.5, 0.95].map((share) => percentile(theirs, share)) as [number, number]
  console.log(
    `${title}：${library.indicators.length} 项指标，${index.writings.length} 种写法，建索引 ${built_ms.toFixed(0)} 毫秒\n` +
      `  联想 ${queries} 次：p50 ${p50.toFixed(2)}，p95 ${p95.toFixed(2)}，p99 ${p99.toFixed(2)} 毫秒\n` +
      `  逐项查找 ${scans} 次：p50 ${scan50.toFixed(2)}，p95 ${scan95.toFixed(2)} 毫秒；快 ${(scan50 / p50).toFixed(1)} 倍（p50）、${(scan95 / p95).toFixed(1)} 倍（p95）；结果相同 ${same}/${scans}`,
  )
  return p95 <= GOAL_MS && same === scans
}

const rules = path.join(import.meta.dirname, '../rules')
const library = loadIndicators(rules, loadRules(rules).sources)
measure('本库', library)
const isMet = measure('放大', multiply(library, wanted))
console.log(
  `目标 p95 ≤ ${GOAL_MS} 毫秒且结果与逐项查找相同：${isMet ? '达到' : '未达到'}；内存 ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
)
process.exitCode = isMet ? 0 : 1
