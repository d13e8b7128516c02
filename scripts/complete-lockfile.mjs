// Adds to package-lock.json the optional packages of other platforms that a registry mirror does not
// carry: `npm install` then leaves them out, and `npm ci` refuses a lock file without them.
// They are never fetched on a platform that is not theirs. Run after adding a dependency.
import { readFileSync, writeFileSync } from 'node:fs'

const OS = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  win32: 'win32',
  windows: 'win32',
}
const CPU = /(?:^|[-/])(x64|arm64|arm|ia32|ppc64|riscv64|s390x|loong64)(?=-|$)/

/** The entries that are missing, by their place in the lock file. */
export function missingEntries(lock) {
  const missing = {}
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isListed(lock.packages, place, name)) continue
      missing[`node_modules/${name}`] = entryOf(name, version, entry.dev === true)
    }
  }
  return missing
}

/** npm looks for a package beside its user, then further up. */
function isListed(packages, place, name) {
  for (let base = place; ; base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${base}${base ? '/' : ''}node_modules/${name}`]) return true
    if (base === '') return false
  }
}

function entryOf(name, version, isDev) {
  const short = name.split('/').at(-1) ?? name
  const os = Object.keys(OS).find((key) => short.split('-').includes(key))
  const cpu = CPU.exec(short)?.[1]
  if (!os || !cpu || !/^\d/.test(version)) throw new Error(`cannot tell the platform of ${name}@${version}`)
  const libc = short.endsWith('-musl') ? { libc: ['musl'] } : {}
  return { version, cpu: [cpu], ...(isDev ? { dev: true } : {}), ...libc, optional: true, os: [OS[os]] }
}

if (import.meta.main ?? process.argv[1]?.endsWith('complete-lockfile.mjs')) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const missing = missingEntries(lock)
  const packages = { ...lock.packages, ...missing }
  const sorted = Object.keys(packages).sort((a, b) => (a < b ? -1 : 1))
  lock.packages = Object.fromEntries(sorted.map((place) => [place, packages[place]]))
  if (Object.keys(missing).length > 0)
    writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${Object.keys(missing).length} added`)
}
