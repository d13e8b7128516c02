import { PLAN_STAGES, type PlanStage, STAGES } from '../../../domain/workflow/record-kind.ts'
import type { CockpitTile, StageState } from '../../shapes.ts'
import { zh } from '../../zh.ts'

export type StageCount = {
  readonly stage: PlanStage
  readonly title: string
  readonly counts: Readonly<Record<StageState, number>>
}

/** How many places stand where in each stage; places without a project in the pilot do not count. */
export function countStages(tiles: readonly CockpitTile[]): readonly StageCount[] {
  const taking = tiles.filter(({ isVisible, projects }) => isVisible && projects.length > 0)
  return PLAN_STAGES.map((stage) => {
    const states = taking.map((tile) => tile.stages.find((one) => one.stage === stage)?.state ?? 'notStarted')
    const count = (wanted: StageState) => states.filter((state) => state === wanted).length
    const counts = {
      done: count('done'),
      underway: count('underway'),
      overdue: count('overdue'),
      notStarted: count('notStarted'),
    }
    return { stage, title: STAGES[stage], counts }
  })
}

/** The finding, in words: the title of the chart. */
export function chartTitle(stages: readonly StageCount[]): string {
  const sorted = [...stages].sort((a, b) => b.counts.done - a.counts.done)
  const most = sorted[0]
  const least = sorted[sorted.length - 1]
  if (most === undefined || least === undefined || most.counts.done === 0) return zh.cockpit.chartNone
  if (most.counts.done === least.counts.done) return zh.cockpit.chartEven(most.counts.done)
  return zh.cockpit.chartTitle(most.title, most.counts.done, least.title, least.counts.done)
}
