import { parentPort } from 'node:worker_threads'
import {
  costSentence,
  makePlan,
  relaxationsOf,
  type Solve,
  summarise,
} from '../../../domain/results/compute/what-if/index.ts'
import { openHighs, solveProgramme } from './solve-with-highs.ts'
import type { SolveAnswer, SolveOrder } from './run-in-worker.ts'

/** Proven to a millionth of the optimum, or the best answer of this time. */
const LIMITS = { gap: 1e-6, seconds: 60 }

const say = (answer: SolveAnswer) => parentPort?.postMessage(answer)

parentPort?.on('message', async (order: SolveOrder) => {
  try {
    await work(order)
  } catch (error) {
    say({ id: order.id, kind: 'fault', message: error instanceof Error ? error.message : String(error) })
  }
})

/** The plan; for costs, then again without each constraint that binds it, one after the other. */
async function work({ id, problem, withCosts }: SolveOrder): Promise<void> {
  say({ id, kind: 'progress', done: 0, total: 1, what: '求解' })
  const highs = await openHighs()
  const solve: Solve = (programme) => solveProgramme(highs, programme, LIMITS)
  const outcome = await makePlan(problem, solve)
  if (outcome.kind === 'conflict') {
    say({ id, kind: 'conflict', conflicts: outcome.conflicts })
    return
  }
  const now = outcome.plan
  const costs: { title: string; sentence: string }[] = []
  const relaxations = withCosts ? relaxationsOf(problem, now) : []
  for (const [index, { title, problem: relaxed }] of relaxations.entries()) {
    say({ id, kind: 'progress', done: index + 1, total: relaxations.length + 1, what: `去掉“${title}”再算` })
    const without = await makePlan(relaxed, solve)
    if (without.kind === 'plan') {
      costs.push({ title, sentence: costSentence(problem, title, { now, without: without.plan }) })
    }
  }
  say({ id, kind: 'plan', summary: summarise(problem, now), costs: withCosts ? costs : null })
}
