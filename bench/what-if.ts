import { cpus } from 'node:os'
import { openHighs, solveProgramme } from '../src/app/results/what-if/solve-with-highs.ts'
import { checkPlan, makePlan, type Solve } from '../src/domain/results/compute/what-if/index.ts'
import { countyOf } from './what-if/county.ts'
import { greedyWorth } from './what-if/greedy.ts'

/**
 * `npm run bench:what-if -- [--projects 2000] [--seeds 5]`: how long a plan takes, how much more it is worth
 * than going down the list by score, and that it breaks nothing. The first line carries loading the solver.
 */
const option = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const projects = option('projects', 2000)
const seeds = option('seeds', 5)

console.log(`预算测算：${projects}个项目，60个部门，三分之一不可拆分；${cpus().length}核`)
let worst = 0
let busiest = 0
for (let seed = 1; seed <= seeds; seed += 1) {
  const problem = countyOf(seed, { projects, departments: 60 })
  const began = performance.now()
  const highs = await openHighs()
  let solving = 0
  const before = process.cpuUsage()
  const solve: Solve = (programme) => {
    const start = performance.now()
    const answer = solveProgramme(highs, programme, { gap: 1e-6, seconds: 60 })
    solving += performance.now() - start
    return answer
  }
  const outcome = await makePlan(problem, solve)
  const took = performance.now() - began
  const { user, system } = process.cpuUsage(before)
  const busy = (user + system) / 1000
  busiest = Math.max(busiest, busy)
  worst = Math.max(worst, took)
  if (outcome.kind === 'conflict') {
    console.log(`  种子${seed}：无解，${outcome.conflicts[0]?.sentence}`)
    continue
  }
  const { plan } = outcome
  const greedy = greedyWorth(problem)
  const ratio =
    greedy === undefined
      ? '按名次分配达不到部门下限'
      : `与按名次分配之比${(Number(plan.value) / Number(greedy)).toFixed(4)}`
  const breaches = checkPlan(problem, plan.lines).length
  console.log(
    `  种子${seed}：${(took / 1000).toFixed(2)}秒（求解${(solving / 1000).toFixed(2)}秒，处理器${(busy / 1000).toFixed(2)}秒），` +
      `${plan.isOptimal ? '最优' : '到时间为止'}，${ratio}，违反约束${breaches}处`,
  )
}
console.log(
  `最慢${(worst / 1000).toFixed(2)}秒，处理器最多${(busiest / 1000).toFixed(2)}秒；内存${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
)
