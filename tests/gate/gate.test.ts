import { expect, test } from 'vitest'
import { GATES, walkModel } from '../../drills/support/gate-model.ts'
import { walkGate } from '../../drills/support/gate-walk.ts'
import { makeDice } from '../../drills/support/random.ts'
import { defineAct } from '../../src/app/records/act.ts'
import { useWorld } from '../../src/app/testing/world.ts'
import { budgetLine } from '../../src/domain/project/index.ts'
import { targetSheet } from '../../src/domain/targets/index.ts'

const world = useWorld('2022-10-10')
/** The same walk every time; `npm run drill:gate` takes others, and `GATE_SEED` walks one of them here. */
const seed = Number(process.env['GATE_SEED'] ?? 20_784)

test('no random act of random people opens a budget without conclusion and approved target', async () => {
  process.stderr.write(`gate seed ${seed}\n`)
  const walk = await walkGate(world, makeDice(seed), 600)
  expect(walk.broken, `seed ${seed}`).toEqual([])
  expect(walk.opened, `seed ${seed}`).toBeGreaterThan(0)
  expect(walk.refused, `seed ${seed}`).toBeGreaterThan(100)
}, 240_000)

test('the same walk without the gate of the arrangement finds it open', async () => {
  const ungated = { 'project.budgetLine.arrange': defineAct(budgetLine, 'arrange') }
  const walk = await walkGate(world, makeDice(1), 900, ungated)
  expect(walk.broken.length).toBeGreaterThan(0)
}, 240_000)

test('the same walk with targets returned from under their budget finds it open', async () => {
  const ungated = { 'targets.sheet.return': defineAct(targetSheet, 'return') }
  const walk = await walkGate(world, makeDice(8), 700, ungated)
  expect(walk.broken.length).toBeGreaterThan(0)
}, 240_000)

test('workflow tables and checks alone hold, and do not without either gate', () => {
  const walk = walkModel(makeDice(seed), 30_000)
  expect(walk.broken, `seed ${seed}`).toEqual([])
  expect(walk.opened).toBeGreaterThan(10)
  expect(walkModel(makeDice(seed), 30_000, { ...GATES, arrange: () => true }).broken.length).toBeGreaterThan(
    0,
  )
  expect(
    walkModel(makeDice(seed), 30_000, { ...GATES, returnTarget: () => true }).broken.length,
  ).toBeGreaterThan(0)
})
