// Says (by exit code) whether node_modules holds what package-lock.json asks for on this machine.
// Plain JavaScript and no imports but Node's own: it runs before anything is installed, on Node 20.
import { readFileSync } from 'node:fs'

const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
const present = readPresent()
const differing = Object.entries(wanted).filter(
  ([place, entry]) => place !== '' && isNeeded(entry) && present[place]?.version !== entry.version,
)
process.exitCode = differing.length === 0 ? 0 : 1

/** npm writes this list as its last act: after an interrupted installation it is absent. */
function readPresent() {
  try {
    return JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages
  } catch {
    return {}
  }
}

/** Optional packages are needed when they name this very platform (Node 24, the database). */
function isNeeded({ optional, os, cpu, libc }) {
  if (!optional) return true
  if (!os || !cpu || libc?.includes('musl')) return false
  return os.includes(process.platform) && cpu.includes(process.arch)
}
