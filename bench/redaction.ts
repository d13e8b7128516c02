import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { CONCEALED_KINDS, type ConcealedKind, scanText } from '../src/domain/disclosure/redaction/index.ts'
import { loadRules } from '../src/rules/index.ts'
import { cleanTexts } from './redaction/clean-texts.ts'
import { measure } from './redaction/measure.ts'

/**
 * `npm run bench:redaction`: recall of the scan before publication on planted texts, and its false alarms on
 * every text of the demonstration, of the published tables and of the accepted documents. Odd seeds were looked
 * at while the detectors were made; even ones were not.
 */
const root = path.join(import.meta.dirname, '..')
const rules = loadRules(path.join(root, 'rules')).at({
  date: '2024-05-10',
  jurisdiction: '640522',
  fiscalYear: 2024,
})
const { words } = rules.value('results.secret_words').value
const clean = cleanTexts()
const quiet = clean
  .map(({ text }) => text)
  .filter(
    (text) => /[一-龥].{6}/s.test(text) && scanText(text, { names: [], secretWords: words }).length === 0,
  )

const PER_SEED = 600
const seen = measure([1, 3, 5, 7, 9, 11], PER_SEED, quiet, words)
const unseen = measure([2, 4, 6, 8, 10, 12], PER_SEED, quiet, words)

const later = measure([21, 22, 23, 24], 150, quiet, words, true)

const percent = (found: number, all: number) => `${((found / all) * 100).toFixed(2)} %`
for (const [title, one] of [
  ['看过的', seen],
  ['没看过的', unseen],
  ['后来想到的写法，', later],
] as const) {
  console.log(
    `${title}种子：埋设 ${one.planted}，找出 ${one.found}，召回率 ${percent(one.found, one.planted)}，类别也对 ${one.sameKind}`,
  )
}
for (const kind of Object.keys(CONCEALED_KINDS) as ConcealedKind[]) {
  const [planted, found] = unseen.byKind.get(kind) ?? [0, 0]
  console.log(`  ${CONCEALED_KINDS[kind]}：${found}/${planted}`)
}
for (const how of new Set(later.missed.map((miss) => miss.how))) {
  console.log(`后来的写法漏报：${how} ${later.missed.filter((miss) => miss.how === how).length} 处`)
}
for (const miss of [...seen.missed, ...unseen.missed].slice(0, 20)) console.log('漏报', JSON.stringify(miss))

const alarms = clean.flatMap(({ file, text }) =>
  scanText(text, { names: [], secretWords: words }).map((one) => ({ file, kind: one.kind, text: one.text })),
)
const characters = clean.reduce((all, { text }) => all + text.length, 0)
console.log(`干净文本 ${clean.length} 段、${characters} 字：提示 ${alarms.length} 处`)
for (const { file, kind, text } of alarms)
  console.log(`  ${file}　${CONCEALED_KINDS[kind]}　${text.replaceAll('\n', '⏎')}`)

const began = process.hrtime.bigint()
for (const { text } of clean) scanText(text, { names: ['马秀兰'], secretWords: words })
const perMillion_ms = (Number(process.hrtime.bigint() - began) / 1e6 / characters) * 1e6
console.log(`每百万字 ${perMillion_ms.toFixed(0)} 毫秒`)

const summary = (one: typeof seen) => ({ planted: one.planted, found: one.found, sameKind: one.sameKind })
mkdirSync(path.join(root, 'bench/results'), { recursive: true })
writeFileSync(
  path.join(root, 'bench/results/redaction.json'),
  `${JSON.stringify({ seen: summary(seen), unseen: summary(unseen), later: summary(later), cleanTexts: clean.length, characters, alarms }, null, 2)}\n`,
)
