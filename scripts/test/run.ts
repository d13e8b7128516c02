import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runTool } from './command.ts'
import { startExternalPostgres } from './external-postgres.ts'
import { debianPostgres, hasNss, prepareMachine } from './machine.ts'
import { type Counts, countTests, RESULTS, runVitest } from './vitest.ts'

type Outcome = Counts & { readonly note?: string }
type Step = { readonly name: string; readonly title: string; run(): Promise<Outcome> }

const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 }

/** The whole examination, quickest first; a failure does not keep the later steps from running. */
const STEPS: readonly Step[] = [
  { name: 'types', title: '类型', run: () => tool('typescript-native/bin/tsc', ['--noEmit']) },
  { name: 'style', title: '代码规范', run: () => tool('@biomejs/biome/bin/biome', ['check', '.']) },
  { name: 'unit', title: '单元与数据库', run: () => runVitest('unit', ['--project', 'unit']) },
  { name: 'external', title: '外部 PostgreSQL', run: runExternal },
  { name: 'journeys', title: '全程（当前 Chromium 与 Chromium 90 同时）', run: runBothJourneys },
]

async function tool(entry: string, args: readonly string[]): Promise<Outcome> {
  return (await runTool(entry, args)) === 0 ? NOTHING : { ...NOTHING, failed: 1, note: '未通过' }
}

/**
 * What talks to the database most, once more against a PostgreSQL that is not ours, of the oldest version
 * we promise: repositories, the kernel, records, the ledger, and the demonstration, which walks through all stages.
 */
const EXTERNAL = [
  '--project',
  'unit',
  'src/storage',
  'src/app/kernel',
  'src/app/records',
  'src/app/ledger',
  'src/app/demo',
]
/** What is about our own embedded server, or about no database at all. */
const NOT_EXTERNAL = ['src/storage/server/**', 'src/storage/backup/**', 'src/storage/file-gate/**']

/**
 * Refusals and searching are the server's and the domain's: one browser is enough to see them said. Acceptance,
 * blueprint and an evaluation of one's own are filled in on the forms the whole way fills in, whose pages both open.
 */
const NOT_FOR_90 = [
  'tests/journeys/wrong-person.test.ts',
  'tests/journeys/indicator-library.test.ts',
  'tests/journeys/slow-project.test.ts',
  'tests/journeys/acceptance.test.ts',
  'tests/journeys/blueprint.test.ts',
  'tests/journeys/own-evaluation.test.ts',
]

/** Pages that are opened and read, not worked in, are opened in the browser that lacks most. */
const NOT_FOR_TODAY = [
  'tests/journeys/everyone-at-their-desk.test.ts',
  'tests/journeys/reading-room.test.ts',
  'tests/journeys/table-doctor.test.ts',
]

async function runExternal(): Promise<Outcome> {
  const bin = debianPostgres()
  if (!bin) return skip(EXTERNAL, '没有 Debian 的 PostgreSQL')
  const server = await startExternalPostgres(bin)
  try {
    return await runVitest('external', EXTERNAL, {
      env: { JIHENG_TEST_DATABASE_URL: server.url, JIHENG_LEAVE_OUT: NOT_EXTERNAL.join(' ') },
    })
  } finally {
    await server.stop()
  }
}

/** Each journey waits for its browser most of the time, so the two browsers go side by side. */
async function runBothJourneys(): Promise<Outcome> {
  const outcomes = await Promise.all([runJourneys('chromium'), runJourneys('chromium90')])
  const sum = (key: keyof Counts) => outcomes.reduce((total, outcome) => total + outcome[key], 0)
  const notes = outcomes.flatMap(({ note }) => note ?? [])
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), note: notes.join('；') }
}

async function runJourneys(browser: 'chromium' | 'chromium90'): Promise<Outcome> {
  const args = ['--project', 'journeys']
  const leftOut = browser === 'chromium90' ? NOT_FOR_90 : NOT_FOR_TODAY
  if (!existsSync('tests/journeys')) return NOTHING
  if (browser === 'chromium' && !existsSync('/usr/bin/chromium')) return skip(args, '没有安装 Chromium')
  if (browser === 'chromium90' && !hasNss()) return skip(args, '没有 Chromium 90 所需的系统库')
  return runVitest(`journeys-${browser}`, args, {
    env: { JIHENG_BROWSER: browser, JIHENG_LEAVE_OUT: leftOut.join(' ') },
    isQuiet: true,
  })
}

function skip(args: readonly string[], why: string): Outcome {
  return { ...NOTHING, skipped: countTests(args), note: `跳过：${why}` }
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } })
  const wanted = values.only?.split(',')
  mkdirSync(RESULTS, { recursive: true })
  rmSync(path.join(RESULTS, 'summary'), { force: true })
  if (!wanted) await prepareMachine()
  const lines: string[] = []
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const step of STEPS.filter(({ name }) => !wanted || wanted.includes(name))) {
    console.log(`\n== ${step.title}`)
    const from = performance.now()
    const { passed, failed, skipped, note = '' } = await step.run()
    const seconds = ((performance.now() - from) / 1000).toFixed(1)
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
    lines.push(`${seconds.padStart(7)} s  ${step.title}: ${passed}/${failed}/${skipped} ${note}`)
  }
  console.log(`\n用时与结果（通过/失败/跳过）：\n${lines.join('\n')}\n`)
  const summary = `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`
  writeFileSync(path.join(RESULTS, 'summary'), `${summary}\n`)
  console.log(summary)
  return total.failed === 0 ? 0 : 1
}

process.exitCode = await main()
