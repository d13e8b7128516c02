import { setTimeout as wait } from 'node:timers/promises'
import type { ScenarioSettings } from '../../../domain/results/compute/what-if/index.ts'
import {
  calculatePlan,
  createScenario,
  savePlan,
  saveScenario,
  viewCalculation,
  viewScenario,
} from '../../results/index.ts'
import type { Walk } from '../walk.ts'

type View = Awaited<ReturnType<typeof viewScenario.run>>
type Outcome = Awaited<ReturnType<typeof viewCalculation.run>>

/** 业务股测算下一年预算: one scenario, its constraints, and the plans the story tells. */
export async function weighBudget(walk: Walk): Promise<void> {
  const { whatIf } = walk.story
  if (!whatIf) return
  const { name, budgetYear } = whatIf
  const { scenarioId } = await walk.run<{ scenarioId: string }>('business', createScenario, {
    name,
    budgetYear,
  })
  const { scenario } = await walk.run<View>('business', viewScenario, { scenarioId })
  const edits = scenario.lines.flatMap((line) => {
    const told = whatIf.limits[line.name]
    return told ? [{ ...told, projectId: line.projectId }] : []
  })
  const first = { scenarioId, version: scenario.version, name, settings: scenario.settings, edits }
  await walk.run('business', saveScenario, first)
  for (const plan of whatIf.plans) {
    const { name: planName, ...levers } = plan
    const settings: ScenarioSettings = { ...scenario.settings, ...levers }
    const calculationId = await calculate(walk, scenarioId, settings)
    await walk.run('business', savePlan, { scenarioId, calculationId, name: planName })
  }
}

async function calculate(walk: Walk, scenarioId: string, settings: ScenarioSettings): Promise<string> {
  const asked = { scenarioId, settings, edits: [], withCosts: false }
  const { calculationId } = await walk.run<{ calculationId: string }>('business', calculatePlan, asked)
  for (;;) {
    const outcome = await walk.run<Outcome>('business', viewCalculation, { calculationId })
    if (outcome.kind === 'plan') return calculationId
    if (outcome.kind !== 'running') throw new Error(JSON.stringify(outcome))
    await wait(20)
  }
}
