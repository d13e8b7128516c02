import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { missingEntries } from './complete-lockfile.mjs'

it('the lock file lists every optional package, so that npm ci accepts it everywhere', () => {
  // When this fails: node scripts/complete-lockfile.mjs
  expect(missingEntries(JSON.parse(readFileSync('package-lock.json', 'utf8')))).toEqual({})
})

it('the lock file names no registry', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"')
})

it('makes an entry for another platform from its name, and refuses to guess', () => {
  const lock = (name: string) => ({
    packages: { 'node_modules/tool': { dev: true, optionalDependencies: { [name]: '1.2.3' } } },
  })
  expect(missingEntries(lock('@tool/cli-linux-x64-musl'))).toEqual({
    'node_modules/@tool/cli-linux-x64-musl': {
      version: '1.2.3',
      cpu: ['x64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
  })
  expect(() => missingEntries(lock('fsevents'))).toThrow('cannot tell the platform')
})
