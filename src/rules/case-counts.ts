import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export type CaseCounts = Readonly<Record<string, { readonly file: string; readonly count: number }>>

/** Rule ID → its case file below the folder and the number of cases in it. */
export function countCases(folder: string): CaseCounts {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
  const entries = files.map((file) => {
    const { rule, cases } = parse(readFileSync(join(folder, file), 'utf8')) as {
      readonly rule: string
      readonly cases: readonly unknown[]
    }
    return [rule, { file, count: cases.length }] as const
  })
  return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, 'en')))
}

/** The TypeScript text of `rule-cases.ts`: cases are not shipped, their number is. */
export function caseCountsModule(counts: CaseCounts): string {
  const lines = Object.entries(counts).map(
    ([id, { file, count }]) => `  '${id}': { file: '${file}', count: ${count} },`,
  )
  return `// Generated from tests/cases by \`npm run generate\`; add a case, do not change this file.
import type { CaseCounts } from './case-counts.ts'

/** Rule ID → its case file and the number of its cases. */
export const RULE_CASES: CaseCounts = {
${lines.join('\n')}
}
`
}
