import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ROOT, runTool } from './command.ts'

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

const VITEST = 'vitest/vitest.mjs'
export const RESULTS = path.join(ROOT, 'var', 'test')

type How = {
  readonly env?: { readonly [name: string]: string }
  /** Whether its output waits in a file until it has ended, because another run speaks meanwhile. */
  readonly isQuiet?: boolean
}

/** Runs vitest once and counts from its JSON report; a run without a report is one failure. */
export async function runVitest(
  name: string,
  args: readonly string[],
  { env = {}, isQuiet = false }: How = {},
): Promise<Counts> {
  mkdirSync(RESULTS, { recursive: true })
  const report = path.join(RESULTS, `${name}.json`)
  rmSync(report, { force: true })
  const log = isQuiet ? path.join(RESULTS, `${name}.log`) : undefined
  const code = await runTool(
    VITEST,
    ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { env, log },
  )
  if (log !== undefined) process.stdout.write(readFileSync(log))
  return countReport(report, code)
}

type Report = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

function countReport(file: string, code: number): Counts {
  let report: Report
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
  // A file that cannot even be loaded has no test that could fail.
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  const failed = report.numFailedTests + unloadable
  return {
    passed: report.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** How many tests a run would have had. */
export function countTests(args: readonly string[]): number {
  const listed = spawnSync(
    process.execPath,
    [path.join(ROOT, 'node_modules', VITEST), 'list', ...args, '--json'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    },
  )
  const start = listed.stdout.indexOf('[')
  try {
    const tests: unknown[] = JSON.parse(listed.stdout.slice(start))
    return tests.length
  } catch {
    return 0
  }
}
