import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { worsened } from './gate.ts'
import type { Line } from './report.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-gate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const line = (ratio: number, workload: Line['workload'] = 'W1'): Line => ({
  workload,
  mode: 'cold',
  clients: 16,
  goal: 1.3,
  floor_p50_ms: 1,
  product_p50_ms: ratio,
  ratios: [ratio],
  ratio,
  cpuRatio: ratio,
  rate: 1000,
})
const stored = path.join(folder, 'stored.json')
writeFileSync(stored, JSON.stringify({ lines: [line(1.2)] }))

test.each([
  [1.2, 0],
  [1.38, 0],
  [1.39, 1],
  [0.6, 0],
])('a ratio of %d against a stored 1.2 is reported %d times', (ratio, times) => {
  expect(worsened(stored, [line(ratio)])).toHaveLength(times)
})

test('what was never stored does not pass', () => {
  expect(worsened(stored, [line(1, 'W2')])).toHaveLength(1)
  expect(worsened(path.join(folder, 'nothing.json'), [line(1)])).toHaveLength(1)
})
