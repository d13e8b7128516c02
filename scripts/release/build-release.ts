import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { copyParts } from './copy-parts.ts'
import { findEntries } from './entries.ts'
import { keepPlaces } from './keep-places.ts'
import { licencesOf } from './licences.ts'
import { parseRules } from './parse-rules.ts'
import { PACKAGES_FILE, rememberPackages } from './remember-packages.ts'
import { withoutUnzipper } from './without-unzipper.ts'

/**
 * `npm run release`: the product without its tools, in `dist/release`: code in one bundle, pages, rules,
 * database programs and fonts. It needs Node 24 on the machine and nothing else; nothing is fetched.
 */
const ROOT = path.join(import.meta.dirname, '../..')
const RELEASE = path.join(ROOT, 'dist/release')

async function main(): Promise<void> {
  const fresh = path.join(ROOT, `dist/release.${process.pid}`)
  try {
    const packages = await bundle(fresh)
    copyParts(ROOT, fresh)
    parseRules(fresh)
    writeFileSync(
      path.join(fresh, 'LICENCES.txt'),
      licencesOf(ROOT, new Set([...packages, ...packagesOfPages()])),
    )
    writeFileSync(path.join(fresh, 'package.json'), '{ "type": "module", "private": true }\n')
    mkdirSync(path.join(fresh, 'bin'))
    writeFileSync(path.join(fresh, 'bin/jiheng'), STARTER)
    chmodSync(path.join(fresh, 'bin/jiheng'), 0o755)
    rmSync(RELEASE, { recursive: true, force: true })
    renameSync(fresh, RELEASE)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** @returns the packages whose code went into the bundle */
async function bundle(folder: string): Promise<ReadonlySet<string>> {
  const remembered = rememberPackages()
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [keepPlaces(ROOT), withoutUnzipper(), remembered],
    ssr: { noExternal: true, external: ['@node-rs/argon2'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(
          [...findEntries(ROOT)].map(([name, file]) => [name, path.join(ROOT, file)]),
        ),
        output: {
          format: 'es',
          entryFileNames: 'lib/[name].js',
          chunkFileNames: 'lib/[name]-[hash].js',
          // Older packages read files beside themselves; theirs are copied into the folder of the code.
          banner: 'const __dirname = import.meta.dirname',
        },
      },
    },
  })
  return remembered.packages
}

function packagesOfPages(): string[] {
  return readFileSync(path.join(ROOT, 'dist/web', PACKAGES_FILE), 'utf8').split('\n')
}

/** Node may be any 24 in the path, or lie beside the product in `node/bin`. */
const STARTER = `#!/bin/sh
# 绩衡：jiheng start 启动；jiheng help 列出其他命令。数据放在 JIHENG_HOME（默认本目录下 var）。
set -eu
root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
node="$root/node/bin/node"
[ -x "$node" ] || node=$(command -v node) || {
  echo '没有找到 Node.js 24。请安装，或把它放到本目录的 node/bin 下。' >&2
  exit 1
}
version=$("$node" -v)
major=\${version#v}
[ "\${major%%.*}" -ge 24 ] || {
  echo "Node.js 版本过低（\${version}），至少需要 24。" >&2
  exit 1
}
NODE_COMPILE_CACHE="\${NODE_COMPILE_CACHE:-$root/.cache}"
export NODE_COMPILE_CACHE
if [ "\${1:-}" = start ]; then
  shift
  # Smaller rooms for young objects: 9 MB less at rest.
  exec "$node" --max-semi-space-size=4 "$root/lib/main.js" "$@"
fi
exec "$node" "$root/lib/cli.js" "$@"
`

await main()
