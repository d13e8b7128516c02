import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scoreFile } from '../../src/app/pilot/export-acceptance.ts'
import { RECORD_KINDS } from '../../src/domain/record-kinds.ts'
import { PLAN_STAGES } from '../../src/domain/workflow/record-kind.ts'
import type { JurisdictionProgress, ProgressRecord } from '../../src/storage/cockpit-repository.ts'

const SCRIPT = path.join(import.meta.dirname, '../../docs/acceptance-score.mjs')
const AS_OF = '2024-06-28'
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jiheng-acceptance-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A record of any kind, more often than not where it should come to; twice as likely a stage report. */
const record: fc.Arbitrary<ProgressRecord> = fc
  .record({
    kind: fc.constantFrom(...RECORD_KINDS, ...Array(12).fill(stageReportKind())),
    isLast: fc.boolean(),
    place: fc.nat(),
    stage: fc.constantFrom(...PLAN_STAGES),
    isCarriedOut: fc.boolean(),
    problemCount: fc.constantFrom(0, 2, null),
  })
  .map(({ kind, isLast, place, stage, isCarriedOut, problemCount }) => {
    const states = Object.keys(kind.workflow.states)
    return {
      id: '',
      kind: kind.kind,
      state: (isLast ? states.at(-1) : states[place % states.length]) ?? '',
      stateSince: '2024-01-01T00:00:00.000Z',
      dueOn: null,
      stage: kind.kind === 'pilot.stageReport' ? stage : null,
      isCarriedOut: kind.kind === 'pilot.stageReport' ? isCarriedOut : null,
      missingReason: null,
      problemCount: kind.kind === 'evaluation.finance' ? problemCount : null,
    }
  })

function stageReportKind() {
  const kind = RECORD_KINDS.find((one) => one.kind === 'pilot.stageReport')
  if (!kind) throw new Error('there is no stage report')
  return kind
}

const project = fc.record({
  name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  isNew: fc.boolean(),
  isClassified: fc.boolean(),
  isPilot: fc.constantFrom(true, true, true, false),
  records: fc.array(record, { maxLength: 120, size: 'max' }),
  lost: fc.constantFrom(
    ...[[], [], [], [{ kind: 'targets.sheet', title: '目标', number: 3 }]],
    [{ kind: 'exante.draw', title: '抽取', number: 4 }],
    [{ kind: 'pilot.integratedReport', title: '一体化评价报告', number: 5 }],
  ),
})
const criteria = fc.array(
  fc.record({
    weight_x100: fc.constant(2500),
    score_x100: fc.option(fc.nat(2500), { freq: 8, nil: undefined }),
  }),
  { maxLength: 4 },
)
const place = fc.record({
  projects: fc.array(project, { minLength: 0, maxLength: 2 }),
  records: fc.array(record, { maxLength: 40, size: 'max' }),
  lost: fc.constantFrom([], [], [{ kind: 'pilot.countyReport', title: '试点报告', number: 6 }]),
})

test('200 random places: the script in docs finds the same items missing and the same score', () => {
  const samples = fc.sample(fc.tuple(place, criteria, fc.nat(10_000)), { numRuns: 200, seed: 20_240_628 })
  const files = samples.map(([one, rows, pass_x100]) =>
    scoreFile(
      { name: '某县', ...one } as unknown as JurisdictionProgress,
      {
        criteria: rows.map(({ weight_x100, score_x100 }) => ({
          weight_x100,
          score_x100: score_x100 ?? null,
        })),
        pass_x100,
      },
      AS_OF,
    ),
  )
  const names = files.map((file, index) => {
    const name = path.join(folder, `${index}.json`)
    writeFileSync(name, JSON.stringify(file))
    return name
  })
  const out = execFileSync(process.execPath, [SCRIPT, ...names], { encoding: 'utf8' })
  expect(out.trim().split('\n')).toEqual(names.map((name) => `一致 ${AS_OF} ${name}`))
  const results = files.map(({ result }) => result)
  // The samples are worth comparing: much is there, much is missing, some have points on either side.
  expect(results.filter(({ present }) => present >= 8).length).toBeGreaterThan(40)
  expect(results.filter(({ isPassed }) => isPassed === true).length).toBeGreaterThan(10)
  expect(results.filter(({ isPassed }) => isPassed === false).length).toBeGreaterThan(10)
})

test('a result that was tampered with is not the same', () => {
  const file = scoreFile(
    { name: '某县', projects: [], records: [], lost: [] } as unknown as JurisdictionProgress,
    {
      criteria: [{ weight_x100: 10_000, score_x100: 7_000 }],
      pass_x100: 8000,
    },
    AS_OF,
  )
  const name = path.join(folder, 'tampered.json')
  writeFileSync(name, JSON.stringify({ ...file, result: { ...file.result, isPassed: true } }))
  expect(spawnSync(process.execPath, [SCRIPT, name]).status).toBe(1)
})
