import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { renderCatalogue } from '../src/rules/catalogue-page.ts'
import { loadForms, loadRules } from '../src/rules/index.ts'

/** `rules/` and the rules' title blocks → `docs/rules.md`. Run after a rule or a parameter changes. */
const root = new URL('..', import.meta.url)
const book = loadRules(fileURLToPath(new URL('rules', root)), { withExamples: true })
writeFileSync(
  fileURLToPath(new URL('docs/rules.md', root)),
  renderCatalogue(book, loadForms(fileURLToPath(new URL('rules', root)))),
)
