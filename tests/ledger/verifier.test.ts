import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { buildVerifier } from '../../scripts/build-verifier.ts'
import { tools } from '../../src/cli/ledger/tools.ts'
import { contractTable } from '../../src/domain/ledger/contract-table.ts'
import { parseBundle } from '../../src/domain/ledger/bundle.ts'
import { parseCheckpoint } from '../../src/domain/ledger/checkpoint.ts'
import { parseKey } from '../../src/domain/ledger/note.ts'
import { type VerifyOptions, verifyBundle } from '../../src/domain/ledger/verify-bundle.ts'
import { bundleOf, makeRandom, makeSigner, makeUpLog, makeWitness, type MadeUpLog } from './made-up-log.ts'
import { mutateBytes, mutateJson, saysLess } from './mutate.ts'
import { readCheckpoint, readKey, secondVerify } from './second-verifier.mjs'

const [log, other] = [makeUpLog(300), makeUpLog(300, { 150: '999999.00' })]
const [signer, forger] = [makeSigner(), makeSigner()]
const witnesses = ['congress', 'audit', 'province'].map(makeWitness)

type Asked = { old?: string; logKey?: string; witnessKeys?: string[]; quorum?: number }

/** The same question to both verifiers. */
function askBoth(text: string, { old, logKey, witnessKeys, quorum }: Asked) {
  const sha256 = tools.hashes.sha256
  const first: VerifyOptions = {
    ...(old === undefined ? {} : { old: parseCheckpoint(old)! }),
    ...(logKey === undefined ? {} : { logKey: parseKey(sha256, logKey)! }),
    ...(witnessKeys === undefined ? {} : { witnessKeys: witnessKeys.map((key) => parseKey(sha256, key)!) }),
    ...(quorum === undefined ? {} : { quorum }),
  }
  const second = {
    ...(old === undefined ? {} : { old: readCheckpoint(old)! }),
    ...(logKey === undefined ? {} : { logKey: readKey(logKey)! }),
    ...(witnessKeys === undefined ? {} : { witnessKeys: witnessKeys.map((key) => readKey(key)!) }),
    ...(quorum === undefined ? {} : { quorum }),
  }
  const answer = verifyBundle(text, first, tools)
  for (const { contract, opened } of answer.code === 0 ? answer.contracts : [])
    contractTable(contract, opened)
  return { first: answer.code, second: secondVerify(text, second) }
}

/** One honest bundle out of many, with what an auditor might bring along. */
function chance(random: (below: number) => number, from: MadeUpLog = log) {
  const size = 2 + random(298)
  const indexes = Array.from({ length: 1 + random(4) }, () => random(size))
  const held = 1 + random(size)
  const count = random(4)
  const text = bundleOf(from, signer, witnesses.slice(0, count), {
    ...{ size, indexes, earlier: [held], isOpen: random(2) === 0 },
  })
  const asked: Asked = {
    ...(random(2) ? { old: log.body(held) } : {}),
    ...(random(2) ? { logKey: signer.key.text } : {}),
    ...(count > 0 && random(2) ? { witnessKeys: witnesses.slice(0, count).map(({ key }) => key.text) } : {}),
  }
  return { text, asked, size, held }
}

describe('L-11 a second verifier, written from the description, says the same', () => {
  test('1,000 bundles: 500 honest, 500 with something wrong in them', () => {
    const random = makeRandom(11)
    const seen: Record<number, number> = {}
    for (let round = 0; round < 1_000; round += 1) {
      const { text, asked } = chance(random)
      const isHonest = round % 2 === 0
      const given = isHonest ? text : random(4) === 0 ? mutateBytes(text, random) : mutateJson(text, random)
      const { first, second } = askBoth(given, asked)
      expect([round, first]).toEqual([round, second])
      if (isHonest) expect([round, first]).toEqual([round, 0])
      seen[first] = (seen[first] ?? 0) + 1
    }
    expect(Object.keys(seen).map(Number)).toEqual(expect.arrayContaining([0, 1, 2, 3, 4, 6]))
  }, 240_000)

  test.each<[what: string, code: number, make: () => readonly [text: string, asked: Asked]]>([
    [
      'a rewritten ledger against the paper',
      3,
      () => [
        bundleOf(other, signer, [], { size: 200, indexes: [7], earlier: [180], isOpen: false }),
        { old: log.body(180) },
      ],
    ],
    [
      'a rewritten ledger of the same size',
      3,
      () => [
        bundleOf(other, signer, [], { size: 180, indexes: [7], earlier: [], isOpen: false }),
        { old: log.body(180) },
      ],
    ],
    [
      'a ledger that was put back',
      3,
      () => [
        bundleOf(log, signer, [], { size: 150, indexes: [7], earlier: [], isOpen: false }),
        { old: log.body(180) },
      ],
    ],
    [
      'no proof from the size in hand',
      3,
      () => [
        bundleOf(log, signer, [], { size: 200, indexes: [7], earlier: [], isOpen: false }),
        { old: log.body(180) },
      ],
    ],
    [
      'before the rewriting nothing differs',
      0,
      () => [
        bundleOf(other, signer, [], { size: 200, indexes: [7], earlier: [120], isOpen: false }),
        { old: log.body(120) },
      ],
    ],
    [
      'the forger\u2019s own key, unasked',
      0,
      () => [bundleOf(other, forger, [], { size: 200, indexes: [150], earlier: [], isOpen: false }), {}],
    ],
    [
      'the forger\u2019s own key, the true one at hand',
      4,
      () => [
        bundleOf(other, forger, [], { size: 200, indexes: [150], earlier: [], isOpen: false }),
        { logKey: signer.key.text },
      ],
    ],
    [
      'two witnesses wanted, two there',
      0,
      () => [
        bundleOf(log, signer, witnesses.slice(0, 2), { size: 90, indexes: [3], earlier: [], isOpen: true }),
        { witnessKeys: witnesses.map(({ key }) => key.text) },
      ],
    ],
    [
      'three wanted, two there',
      5,
      () => [
        bundleOf(log, signer, witnesses.slice(0, 2), { size: 90, indexes: [3], earlier: [], isOpen: true }),
        { witnessKeys: witnesses.map(({ key }) => key.text), quorum: 3 },
      ],
    ],
    [
      'another witness of the same name',
      5,
      () => [
        bundleOf(log, signer, [makeWitness('congress')], {
          size: 90,
          indexes: [3],
          earlier: [],
          isOpen: true,
        }),
        { witnessKeys: [witnesses[0]!.key.text] },
      ],
    ],
  ])('%s: %i', (_what, code, make) => {
    const [text, asked] = make()
    expect(askBoth(text, asked)).toEqual({ first: code, second: code })
  })
})

describe('L-10 hostile bundles', () => {
  test('5,000 mutated files: none crashes a verifier, none passes', () => {
    const random = makeRandom(10)
    const passed: string[] = []
    for (let tried = 0; tried < 5_000; ) {
      const { text, asked } = chance(random)
      const hostile = random(2) === 0 ? mutateBytes(text, random) : mutateJson(text, random)
      if (hostile === text || saysLess(hostile, text)) continue
      tried += 1
      const old = asked.old === undefined ? {} : { old: parseCheckpoint(asked.old)! }
      if (verifyBundle(hostile, old, tools).code === 0) passed.push(hostile)
    }
    expect(passed).toEqual([])
  }, 240_000)

  test.each([
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['the name alone', '{"format":"jiheng-ledger-bundle/1"}'],
    ['a prototype', '{"__proto__":{"records":[]}}'],
    ['a hundred thousand brackets', '['.repeat(100_000)],
    ['half a character', '{"a":"\\ud800"}'],
  ])('%s is malformed', (_what, text) => expect(verifyBundle(text, {}, tools).code).toBe(6))

  test('a contract of a forger may say anything: it is told, never fatal', () => {
    for (const content of [7, 'x', ['x'], { indicators: [1, { order: 'x' }] }, { a: { b: { c: 'd' } } }]) {
      const contract = {
        canon: 1,
        jurisdiction: 'x',
        content,
        chain: 'x',
        labels: 5,
        attachments: { a: 'b' },
      }
      try {
        contractTable(contract as never, new Map())
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError)
      }
    }
  })

  test('the honest file is read back whole', () => {
    const { text } = chance(makeRandom(1))
    expect(parseBundle(text)).toBeDefined()
    expect(parseBundle(`${text}\n`)).toBeDefined()
    expect(parseBundle(` ${text}`)).toBeUndefined()
  })
})

test('the verifier as one file: no packages, no database, exit codes of its own', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-verifier-'))
  const program = await buildVerifier(path.join(folder, 'built'))
  const imports = [...readFileSync(program, 'utf8').matchAll(/^import .* from "([^"]+)"/gm)].map(
    (match) => match[1],
  )
  expect(imports.every((name) => name!.startsWith('node:'))).toBe(true)
  const run = async (text: string, ...words: string[]) => {
    writeFileSync(path.join(folder, 'bundle.json'), text)
    const node = promisify(execFile)(process.execPath, [program, 'bundle.json', ...words], {
      cwd: folder,
      env: {},
    })
    return node.then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
    )
  }
  const text = bundleOf(log, signer, witnesses, { size: 90, indexes: [3], earlier: [50], isOpen: true })
  writeFileSync(path.join(folder, 'old.txt'), log.body(50))
  writeFileSync(path.join(folder, 'other.txt'), other.body(200))
  expect(await run(text, '--old', 'old.txt', '--log-key', signer.key.text)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/年度资金总额\(元\).*120000\.00[\s\S]*人员3[\s\S]*结论：全部成立/),
  })
  expect((await run(text.replace('120000.00', '120001.00'))).code).toBe(1)
  expect((await run(text, '--old', 'other.txt')).code).toBe(3)
  expect((await run(text, '--log-key', forger.key.text)).code).toBe(4)
  expect((await run('not a bundle')).code).toBe(6)
  expect((await run(text, '--old', 'missing.txt')).code).toBe(6)
}, 60_000)
