import { computeMilestones, type Milestone, type MilestoneLine } from '../../../domain/pilot/compute/index.ts'
import { PLAN_STAGES, type PlanStage } from '../../../domain/workflow/record-kind.ts'
import { dayOf } from '../../../domain/workflow/sentences.ts'
import type { JurisdictionProgress, ProgressRecord } from '../../../storage/cockpit-repository.ts'
import { stagesOf } from '../stage-states.ts'

export type MilestoneAccount = {
  readonly lines: readonly MilestoneLine[]
  readonly next: MilestoneLine | null
}

/** Where a place stands against its own milestones. */
export function placeMilestones(
  place: JurisdictionProgress,
  milestones: readonly Milestone[],
  today: string,
): MilestoneAccount {
  const { lines, next } = computeMilestones({
    milestones: milestones.filter(({ who }) => who === 'place'),
    doneOn: doneDays(place, today),
    today,
  })
  return { lines, next }
}

/** Where the region stands: its milestones are done when they are done for every place that takes part. */
export function provinceMilestones(
  places: readonly JurisdictionProgress[],
  milestones: readonly Milestone[],
  today: string,
): MilestoneAccount {
  const { lines, next } = computeMilestones({
    milestones: milestones.filter(({ who }) => who === 'province'),
    doneOn: {
      confirm: lastOf(places.map((place) => selectionDay(place))),
      decide: lastOf(places.map((place) => decisionDay(place))),
    },
    today,
  })
  return { lines, next }
}

/** Code → the day it was done, null while it is not. */
function doneDays(place: JurisdictionProgress, today: string): Record<string, string | null> {
  const pilots = place.projects.filter(({ isPilot }) => isPilot)
  const stages = PLAN_STAGES.map((stage) => [stage, stageDay(pilots, stage, today)])
  const report = place.records.findLast(({ kind }) => kind === 'pilot.countyReport')
  return {
    ...Object.fromEntries(stages),
    selection: selectionDay(place),
    countyReport: report?.state === 'approved' ? dayOf(report.stateSince) : null,
    acceptance: decisionDay(place),
  }
}

type Projects = JurisdictionProgress['projects']

/** A stage is done when it is done for all pilot projects; what was not needed was done from the beginning. */
function stageDay(pilots: Projects, stage: PlanStage, today: string): string | null {
  if (pilots.length === 0) return null
  const days = pilots.map((project) => {
    const own = stagesOf(project, today).find((one) => one.stage === stage)
    return own?.state === 'done' ? (own.since ?? NEVER) : null
  })
  return lastOf(days)
}

/** Before every milestone: something that was not needed is never late. */
const NEVER = '1970-01-01'

function selectionDay({ projects }: JurisdictionProgress): string | null {
  const confirmed = projects
    .flatMap(({ records }) => records)
    .filter(({ kind, state }) => kind === 'pilot.selection' && state === 'confirmed')
  if (confirmed.length === 0) return projects.some(({ isPilot }) => isPilot) ? NEVER : null
  return lastOf(confirmed.map(({ stateSince }) => dayOf(stateSince)))
}

function decisionDay({ records }: JurisdictionProgress): string | null {
  const isDecided = ({ kind, state }: ProgressRecord) =>
    kind === 'pilot.acceptance' && (state === 'accepted' || state === 'refused')
  const last = records.findLast(({ kind }) => kind === 'pilot.acceptance')
  return last && isDecided(last) ? dayOf(last.stateSince) : null
}

/** The last of the days, or nothing where one is missing or there is none. */
function lastOf(days: readonly (string | null)[]): string | null {
  const known = days.flatMap((day) => day ?? [])
  return known.length === 0 || known.length < days.length ? null : (known.toSorted().at(-1) ?? null)
}
