import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { caseCountsModule, countCases } from '../src/rules/case-counts.ts'

/** `tests/cases` → `src/rules/rule-cases.ts`. Run by `npm run generate` after a case was added. */
const root = new URL('..', import.meta.url)
const counts = countCases(fileURLToPath(new URL('tests/cases', root)))
writeFileSync(fileURLToPath(new URL('src/rules/rule-cases.ts', root)), caseCountsModule(counts))
