import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openHighs, solveProgramme } from '../../../../app/results/what-if/solve-with-highs.ts'
import { checkPlan, makePlan, type Plan, type Solve, type WhatIfProblem } from './index.ts'
import { problems } from './random-problem.fixture.ts'
import { bestByTryingEverything } from './try-everything.fixture.ts'

let solve: Solve
beforeAll(async () => {
  const highs = await openHighs()
  solve = (programme) => solveProgramme(highs, programme, { gap: 0, seconds: 20 })
})

async function planOf(problem: WhatIfProblem): Promise<Plan | undefined> {
  const outcome = await makePlan(problem, solve)
  return outcome.kind === 'plan' ? outcome.plan : undefined
}

describe('预算测算', () => {
  test('is as good as trying everything, keeps every constraint, and says why where nothing fits', async () => {
    await fc.assert(
      fc.asyncProperty(problems({ items: 4, max: 4 }), async (problem) => {
        const outcome = await makePlan(problem, solve)
        const best = bestByTryingEverything(problem)
        if (outcome.kind === 'conflict') {
          expect(best).toBeUndefined()
          expect(outcome.conflicts.length).toBeGreaterThan(0)
          return
        }
        expect(checkPlan(problem, outcome.plan.lines)).toEqual([])
        expect(outcome.plan.value).toBe(best)
      }),
      { numRuns: 250, seed: 20260 },
    )
  })

  test('a higher score never gets less, all else equal; the same in everything gets the same', async () => {
    const pairs = fc.tuple(
      problems({ items: 6, max: 9 }),
      fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 })),
    )
    await fc.assert(
      fc.asyncProperty(pairs, async ([drawn, [one, other]]) => {
        const [first] = drawn.items
        const twin = { ...first!, fixed_fen: null, isWhole: first!.isWhole && one !== other }
        const problem = {
          ...drawn,
          items: [
            ...drawn.items.slice(1),
            { ...twin, id: 'z', score_x100: one },
            { ...twin, id: 'a', score_x100: other },
          ],
        }
        const plan = await planOf(problem)
        if (!plan) return
        const [z, a] = ['z', 'a'].map((id) => plan.lines.find(({ itemId }) => itemId === id)!.amount_fen)
        const difference = z! - a!
        if (one > other) expect(difference).toBeGreaterThanOrEqual(0n)
        else if (one < other) expect(difference).toBeLessThanOrEqual(0n)
        else expect(difference * difference).toBeLessThanOrEqual(1n)
      }),
      { numRuns: 250, seed: 20261 },
    )
  })

  test('the order in which projects come in changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(problems({ items: 6, max: 9 }), async (problem) => {
        const plan = await planOf(problem)
        expect(await planOf({ ...problem, items: problem.items.toReversed() })).toEqual(plan)
      }),
      { numRuns: 60, seed: 20262 },
    )
  })
})
