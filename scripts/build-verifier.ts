// Makes dist/verifier/verify.mjs: the offline verifier as one readable file without packages.
//   npm run build:verifier [-- folder]
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

const root = path.join(import.meta.dirname, '..')

/** @returns path of the file */
export async function buildVerifier(folder: string): Promise<string> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: path.join(root, 'src/cli/ledger/verifier.ts'),
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'verify.mjs' } },
    },
  })
  return path.join(folder, 'verify.mjs')
}

if (import.meta.main) {
  const file = await buildVerifier(path.resolve(process.argv[2] ?? path.join(root, 'dist/verifier')))
  const digest = createHash('sha256').update(readFileSync(file)).digest('hex')
  console.log(
    `${file}\nSHA-256 ${digest}\n把这个文件和 docs/ledger.md 一并交给审计人员；运行:node verify.mjs 证据包.json`,
  )
}
