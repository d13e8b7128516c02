import { cpSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { keepPlaces } from '../../scripts/release/keep-places.ts'
import { parseRules } from '../../scripts/release/parse-rules.ts'

const ROOT = path.join(import.meta.dirname, '../..')

/**
 * The approving process as one file with the rules parsed, laid out as a release is: a thousand of them are started,
 * and reading five hundred modules each time would take longer than what is looked at.
 * @returns the file
 */
export async function bundleApprover(folder: string): Promise<string> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [keepPlaces(ROOT)],
    ssr: { noExternal: true, external: ['@node-rs/argon2'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: { approver: path.join(ROOT, 'drills/support/approver.ts') },
        output: {
          format: 'es',
          entryFileNames: 'lib/[name].mjs',
          chunkFileNames: 'lib/[name]-[hash].mjs',
          banner: 'const __dirname = import.meta.dirname',
        },
      },
    },
  })
  cpSync(path.join(ROOT, 'rules'), path.join(folder, 'rules'), { recursive: true })
  parseRules(folder)
  return path.join(folder, 'lib/approver.mjs')
}
