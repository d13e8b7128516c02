import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { contentsModule } from '../src/rules/contents-module.ts'
import { loadForms } from '../src/rules/load-forms.ts'

/** `rules/forms` → `src/domain/forms/contents.ts`. Run by `npm run generate` after a form changes. */
const root = new URL('..', import.meta.url)
const target = fileURLToPath(new URL('src/domain/forms/contents.ts', root))
writeFileSync(target, contentsModule(loadForms(fileURLToPath(new URL('rules', root)))))
