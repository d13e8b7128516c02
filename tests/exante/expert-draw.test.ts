import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkQuotas } from '../../src/domain/exante/checks/index.ts'
import {
  computeExpertDraw,
  EXPERT_FIELDS,
  nextInOrder,
  type Roster,
} from '../../src/domain/exante/compute/index.ts'

const SCRIPT = path.join(import.meta.dirname, '../../docs/expert-draw.mjs')
const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const FIELDS = Object.keys(EXPERT_FIELDS)

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jiheng-draw-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
const expert = fc.record({
  id: fc.uuid(),
  name: text,
  fields: fc.uniqueArray(fc.constantFrom(...FIELDS), { minLength: 1, maxLength: 3 }),
  reasons: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    fc.array(text, { minLength: 1, maxLength: 2 }),
  ),
})
const roster: fc.Arbitrary<Roster> = fc.record({
  format: fc.constant('jiheng-expert-draw/1' as const),
  draw: fc.uuid(),
  quotas: fc.uniqueArray(
    fc.record({ field: fc.constantFrom(...FIELDS), count: fc.integer({ min: 1, max: 4 }) }),
    { selector: ({ field }) => field, minLength: 1, maxLength: 4 },
  ),
  publicValue: fc.record({ name: text, on: fc.constant('2026-12-05'), source: text }),
  earlier: fc.array(fc.record({ draw: fc.uuid(), reason: text }), { maxLength: 2 }),
  experts: fc.uniqueArray(expert, { selector: ({ id }) => id, maxLength: 30, size: 'max' }),
})
const value = fc.oneof(
  fc.double({ min: 1000, max: 5000, noNaN: true }).map((index) => index.toFixed(2)),
  text,
)

/** A draw file as the product gives it, the first seat replaced once. */
function fileOf(one: Roster, published: string) {
  const { explanation: _why, ...drawn } = computeExpertDraw(one, published, digest)
  const [first] = drawn.panel
  const used = drawn.panel.map(({ id }) => id)
  const next = first && nextInOrder(one, drawn.order, first.field, used)
  const replacements = first
    ? [{ replaced: first.id, successor: next?.id ?? null, field: first.field, on: '2026-12-07' }]
    : []
  return { roster: one, value: published, ...drawn, replacements }
}

describe('EXA-021 the draw', () => {
  test('1,000 random rosters: the script in docs comes to the same order, panel and successor', () => {
    const samples = fc.sample(fc.tuple(roster, value), { numRuns: 1000, seed: 20_261_205 })
    const names = samples.map(([one, published], index) => {
      const name = path.join(folder, `${index}.json`)
      writeFileSync(name, JSON.stringify(fileOf(one, published)))
      return name
    })
    const out = execFileSync(process.execPath, [SCRIPT, ...names], { encoding: 'utf8' })
    expect(out.trim().split('\n')).toEqual(names.map((name) => `一致 ${name}`))
    expect(samples.filter(([one]) => one.experts.length > 10).length).toBeGreaterThan(100)
  })

  test.each([
    ['an expert left out', (file: ReturnType<typeof fileOf>) => file.roster.experts.slice(1)],
    [
      'a reason invented',
      (file: ReturnType<typeof fileOf>) =>
        file.roster.experts.map((one, index) => (index === 0 ? { ...one, reasons: ['有事'] } : one)),
    ],
  ])('the script notices %s', (_what, meddled) => {
    const [sample] = fc.sample(roster, { numRuns: 1, seed: 7 })
    const experts = ['a', 'b', 'c'].map((id) => ({ id, name: id, fields: ['law'], reasons: [] }))
    const file = fileOf({ ...(sample as Roster), experts, quotas: [{ field: 'law', count: 1 }] }, '3421.57')
    const name = path.join(folder, 'meddled.json')
    writeFileSync(name, JSON.stringify({ ...file, roster: { ...file.roster, experts: meddled(file) } }))
    const { status, stdout } = spawnSync(process.execPath, [SCRIPT, name], { encoding: 'utf8' })
    expect([status, stdout.startsWith('不一致')]).toEqual([1, true])
  })

  test('the order of lines and blanks around the value change nothing; one digit changes the order', () => {
    const experts = Array.from({ length: 12 }, (_, index) => ({
      ...{ id: `id-${index}`, name: `专家${index}`, fields: ['finance'], reasons: [] },
    }))
    const one: Roster = {
      format: 'jiheng-expert-draw/1',
      draw: 'd',
      quotas: [{ field: 'finance', count: 5 }],
      publicValue: { name: '指数', on: '2026-12-05', source: '交易所' },
      earlier: [],
      experts,
    }
    const order = (given: Roster, published: string) =>
      computeExpertDraw(given, published, digest).order.map(({ id }) => id)
    const backwards = { ...one, experts: [...experts].reverse() }
    expect(order(backwards, ' 3421.57 ')).toEqual(order(one, '3421.57'))
    expect(order(one, '3421.58')).not.toEqual(order(one, '3421.57'))
  })

  test('whatever the value, quotas that pass EXA-132 are filled, by people who have the field, once each', () => {
    fc.assert(
      fc.property(roster, value, (one, published) => {
        fc.pre(checkQuotas({ quotas: [...one.quotas] as never }, one.experts).length === 0)
        const { panel } = computeExpertDraw(one, published, digest)
        expect(panel).toHaveLength(one.quotas.reduce((sum, { count }) => sum + count, 0))
        expect(new Set(panel.map(({ id }) => id)).size).toBe(panel.length)
        for (const { id, field } of panel) {
          const found = one.experts.find((candidate) => candidate.id === id)
          expect([found?.fields.includes(field), found?.reasons]).toEqual([true, []])
        }
      }),
      { numRuns: 300 },
    )
  })

  test('everybody is drawn about equally often', () => {
    const experts = Array.from({ length: 10 }, (_, index) => ({
      ...{ id: `id-${index}`, name: '某', fields: ['law'], reasons: [] },
    }))
    const [sample] = fc.sample(roster, { numRuns: 1, seed: 1 })
    const one = { ...(sample as Roster), experts, quotas: [{ field: 'law', count: 3 }] }
    const counts = new Map<string, number>()
    for (let index = 0; index < 2000; index += 1)
      for (const { id } of computeExpertDraw(one, `${3000 + index / 100}`, digest).panel)
        counts.set(id, (counts.get(id) ?? 0) + 1)
    // 600 each on average; seven standard deviations (20.5) to either side.
    expect(Math.min(...counts.values())).toBeGreaterThan(456)
    expect(Math.max(...counts.values())).toBeLessThan(744)
  })
})

test('the script stands alone', () => {
  const lines = readFileSync(SCRIPT, 'utf8').split('\n')
  const imports = lines.filter((line) => /^import|require\(|import\(/.test(line))
  expect(imports.every((line) => /'node:(crypto|fs)'$/.test(line))).toBe(true)
})
