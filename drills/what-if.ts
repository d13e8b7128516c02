// 预算测算: random problems against trying everything; twins that differ in score only; plans of 2,000 projects
// looked at afresh. Any breach stops the drill with the problem that shows it.
//   npm run drill:what-if [-- --runs 5000 --large 20 --seed 20261127]
import { strict as assert } from 'node:assert'
import { parseArgs } from 'node:util'
import * as fc from 'fast-check'
import { countyOf } from '../bench/what-if/county.ts'
import { openHighs, solveProgramme } from '../src/app/results/what-if/solve-with-highs.ts'
import {
  checkPlan,
  makePlan,
  type Solve,
  type WhatIfProblem,
} from '../src/domain/results/compute/what-if/index.ts'
import { problems } from '../src/domain/results/compute/what-if/random-problem.fixture.ts'
import { bestByTryingEverything } from '../src/domain/results/compute/what-if/try-everything.fixture.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5000' },
    large: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 86_400_000)) },
  },
})
const [runs, large, seed] = [Number(values.runs), Number(values.large), Number(values.seed)]
const highs = await openHighs()
const solveBy =
  (gap: number): Solve =>
  (programme) =>
    solveProgramme(highs, programme, { gap, seconds: 60 })
const from = performance.now()
const seen = { plans: 0, refused: 0, twins: 0 }

await fc.assert(
  fc.asyncProperty(problems({ items: 4, max: 4 }), async (problem) => {
    const outcome = await makePlan(problem, solveBy(0))
    const best = bestByTryingEverything(problem)
    if (outcome.kind === 'conflict') {
      seen.refused += 1
      assert.equal(best, undefined)
      return
    }
    seen.plans += 1
    assert.deepEqual(checkPlan(problem, outcome.plan.lines), [])
    assert.equal(outcome.plan.value, best)
  }),
  { numRuns: runs, seed },
)

const scores = fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }))
await fc.assert(
  fc.asyncProperty(fc.tuple(problems({ items: 7, max: 9 }), scores), async ([drawn, [one, other]]) => {
    const [first, ...others] = drawn.items
    if (!first) return
    const twin = { ...first, fixed_fen: null }
    const items = [...others, { ...twin, id: 'z', score_x100: one }, { ...twin, id: 'a', score_x100: other }]
    const outcome = await makePlan({ ...drawn, items }, solveBy(0))
    if (outcome.kind === 'conflict') return
    seen.twins += 1
    const amountOf = (id: string) => outcome.plan.lines.find(({ itemId }) => itemId === id)?.amount_fen ?? 0n
    const difference = amountOf('z') - amountOf('a')
    assert.ok(one === other || (one > other ? difference >= 0n : difference <= 0n))
  }),
  { numRuns: runs, seed: seed + 1 },
)

let slowest = 0
for (let index = 0; index < large; index += 1) {
  const problem: WhatIfProblem = countyOf(seed + index, { projects: 2000, departments: 60 })
  const began = performance.now()
  const outcome = await makePlan(problem, solveBy(1e-6))
  slowest = Math.max(slowest, performance.now() - began)
  assert.equal(outcome.kind, 'plan')
  if (outcome.kind === 'plan') assert.deepEqual(checkPlan(problem, outcome.plan.lines), [])
}
console.log(
  `预算测算：与逐一试算相等${seen.plans}次，确实无解${seen.refused}次；只差得分的一对${seen.twins}次，没有一次得分高的反而少；` +
    `2000个项目${large}次，没有违反约束，最慢${(slowest / 1000).toFixed(2)}秒；种子${seed}，用时${((performance.now() - from) / 1000).toFixed(0)}秒`,
)
