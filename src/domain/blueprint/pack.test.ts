import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../ledger/canonical-json.ts'
import { PACK_PART_IDS, PACK_PARTS, type Pack, type PackParts } from './pack.ts'
import { anyParts, HEAD } from './pack.fixture.ts'
import { type PackReading, readPack } from './read-pack.ts'
import { makePack, writePack } from './write-pack.ts'

const hash = (name: string) => (bytes: Uint8Array) => createHash(name).update(bytes).digest()
const TOOLS = { hashes: { sha256: hash('sha256'), sm3: hash('sm3') }, verify: () => true }
const read = (text: string) => readPack(text, TOOLS)
const partsOf = (reading: PackReading) => (reading.ok ? [] : reading.faults.map(({ part }) => part))
const sample = (seed: number) => fc.sample(anyParts, { numRuns: 1, seed })[0] as PackParts
const full = (() => {
  const found = Array.from({ length: 500 }, (_, seed) => sample(seed)).find((parts) =>
    PACK_PART_IDS.every((id) => parts[id].length > 0),
  )
  if (!found) throw new Error('no sample with every part')
  return makePack(HEAD, found, TOOLS.hashes)
})()

test('export, load, export: the same bytes, whatever is in it', () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      const text = writePack(makePack(HEAD, parts, TOOLS.hashes))
      const reading = read(text)
      expect(reading).toMatchObject({ ok: true })
      if (reading.ok) expect(writePack(reading.pack)).toBe(text)
      expect(read(`${text}\n`).ok).toBe(true)
    }),
    { numRuns: 200 },
  )
})

describe('a pack that was altered', () => {
  test.each(PACK_PART_IDS)('%s: the part is named', (id) => {
    const parts = { ...full.parts, [id]: [...full.parts[id], ...full.parts[id]] }
    expect(partsOf(read(writePack({ ...full, parts })))).toEqual([PACK_PARTS[id]])
  })

  test('every single character of it changed: never taken over', () => {
    const text = writePack(full)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', '9', 'x', '"', '}', '字'), (at, letter) => {
        if (text[at] === letter) return
        expect(read(`${text.slice(0, at)}${letter}${text.slice(at + 1)}`).ok).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  test('cut off anywhere: refused', () => {
    const text = writePack(full)
    fc.assert(
      fc.property(fc.nat(text.length - 1), (end) => {
        expect(read(text.slice(0, end)).ok).toBe(false)
      }),
      {
        numRuns: 100,
      },
    )
  })

  test.each<[why: string, text: string, part: string, said: string]>([
    ['no JSON', 'PK\u0003\u0004', '文件', '不是蓝本文件'],
    ['another file', '{"format":"jiheng-ledger-bundle/1"}', '文件', '不是规范管理蓝本'],
    ['of a newer format', changed({ formatVersion: 2 }), '文件', '格式版本为2'],
    ['with something added', changed({ more: 1 }), '文件', '多余内容'],
    ['with a part nobody knows', changed({ parts: { ...full.parts, more: [] } }), '文件', '不认识的部分'],
    ['without a part', changed({ parts: { ...full.parts, cases: undefined } }), '脱敏案例', '应为列表'],
    [
      'with another version',
      changed({ manifest: { ...full.manifest, version: '2024-2' } }),
      '清单',
      '清单被改动过',
    ],
    ['with evidence that is none', changed({ proof: '{}' }), '契约账证明', '核验不成立'],
    ['written otherwise', JSON.stringify(JSON.parse(writePack(full)), null, 1), '文件', '规范形式'],
  ])('%s: refused, naming %s', (_why, text, part, said) => {
    const reading = read(text)
    expect(partsOf(reading)).toContain(part)
    expect(reading.ok ? '' : reading.faults.map(({ message }) => message).join()).toContain(said)
  })

  test('with digests made anew it is another blueprint, and says so by its digest', () => {
    const other = makePack({ ...HEAD, version: '2024-2' }, full.parts, TOOLS.hashes)
    const reading = read(writePack(other))
    expect(reading.ok && reading.pack.digest.sha256).not.toBe(full.digest.sha256)
  })
})

function changed(part: object): string {
  const whole = { ...(JSON.parse(writePack(full)) as Pack), ...part }
  return canonicalJson(JSON.parse(JSON.stringify(whole)))
}
