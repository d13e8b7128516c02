import { computeMilestones, type Milestone, type MilestoneLine } from '../../../domain/pilot/compute/index.ts'
import { acceptance, selection } from '../../../domain/pilot/index.ts'
import { PLAN_STAGES, type PlanStage, type RecordKind } from '../../../domain/workflow/record-kind.ts'
import { dayOf, handsOf, roleTitle } from '../../../domain/workflow/sentences.ts'
import type { JurisdictionProgress, ProgressRecord } from '../../../storage/cockpit-repository.ts'
import { countyReportItem } from '../completeness.ts'
import { stagesOf } from '../stage-states.ts'

export type MilestoneAccount = {
  readonly lines: readonly MilestoneLine[]
  readonly next: MilestoneLine | null
  /** What the next milestone waits for and in whose hands it is, in words. */
  readonly waiting: string | null
}

/**
 * Where a place stands against its own milestones. What the region has to decide is reached on the day the place
 * has done its own part: how long the region takes is no delay of the place.
 */
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
  return { lines, next, waiting: next && waitingFor(place, next.code, today) }
}

/** The first thing that is not there yet, and who has it in hand. */
function waitingFor(place: JurisdictionProgress, code: string, today: string): string {
  const pilots = place.projects.filter(({ isPilot }) => isPilot)
  if (pilots.length === 0) {
    const proposed = place.projects
      .flatMap(({ records }) => records)
      .findLast(({ kind }) => kind === selection.kind)
    return proposed ? inHands(selection, proposed.state) : '请财政绩效股推荐试点项目'
  }
  if (code === 'countyReport') return countyReportItem(place.records, place.lost).note
  if (code === 'acceptance') {
    const own = place.records.findLast(({ kind }) => kind === acceptance.kind)
    return own ? inHands(acceptance, own.state) : '还没有申请，请财政绩效股申请验收'
  }
  const missing = pilots.flatMap((project) =>
    stagesOf(project, today)
      .filter(({ stage }) => stage === code)
      .flatMap((stage) => stage.missing),
  )
  return missing[0] ?? ''
}

function inHands(kind: RecordKind, state: string): string {
  const title = kind.workflow.states[state]?.title ?? state
  const hands = handsOf(kind, state).map(roleTitle).join('或')
  return `${kind.title}${title}${hands === '' ? '' : `，请${hands}办理`}`
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
  const left = next?.code === 'decide' ? places.filter((one) => decisionDay(one) === null) : []
  const without = next?.code === 'confirm' ? places.filter((one) => selectionDay(one) === null) : left
  return { lines, next, waiting: next && `还有${without.length}个地区没有办完` }
}

/** Code → the day it was done, null while it is not. */
function doneDays(place: JurisdictionProgress, today: string): Record<string, string | null> {
  const pilots = place.projects.filter(({ isPilot }) => isPilot)
  const stages = PLAN_STAGES.map((stage) => [stage, stageDay(pilots, stage, today)])
  const report = place.records.findLast(({ kind }) => kind === 'pilot.countyReport')
  return {
    ...Object.fromEntries(stages),
    selection: firstOf(proposedDays(place)),
    countyReport: report?.state === 'approved' ? dayOf(report.stateSince) : null,
    acceptance: requestDay(place),
  }
}

type Projects = JurisdictionProgress['projects']

/** The records whose end ends a stage: what follows later, such as an adjustment, does not make it late. */
const CLOSING: Readonly<Record<PlanStage, readonly string[]>> = {
  exante: ['exante.evaluation'],
  targets: ['targets.sheet', 'project.budgetLine'],
  monitoring: ['monitoring.round', 'monitoring.finding'],
  evaluation: ['evaluation.self', 'evaluation.finance'],
  results: ['results.notice', 'results.task', 'results.budgetDecision', 'results.disclosure'],
}

/** A stage is done when it is done for all pilot projects; what was not needed was done from the beginning. */
function stageDay(pilots: Projects, stage: PlanStage, today: string): string | null {
  if (pilots.length === 0) return null
  const days = pilots.map((project) => {
    const own = stagesOf(project, today).find((one) => one.stage === stage)
    if (own?.state !== 'done') return null
    const closed = project.records
      .filter(({ kind }) => CLOSING[stage].includes(kind))
      .map(({ confirmedAt, stateSince }) => dayOf(confirmedAt ?? stateSince))
    return closed.toSorted().at(-1) ?? NEVER
  })
  return lastOf(days)
}

/** Before every milestone: something that was not needed is never late. */
const NEVER = '1970-01-01'

/** The days on which proposals left the place that are with the region now, or were confirmed. */
function proposedDays({ projects }: JurisdictionProgress): string[] {
  return projects.flatMap(({ records, isPilot }) => {
    const proposal = records.findLast(({ kind }) => kind === selection.kind)
    if (!proposal) return isPilot ? [NEVER] : []
    if (!['endorsed', 'confirmed'].includes(proposal.state)) return []
    return [dayOf(proposal.handedInAt ?? proposal.stateSince)]
  })
}

/** When the region confirmed the first project of a place; a second one, chosen later, makes nothing late. */
function selectionDay({ projects }: JurisdictionProgress): string | null {
  const confirmed = projects
    .flatMap(({ records }) => records)
    .filter(({ kind, state }) => kind === selection.kind && state === 'confirmed')
  if (confirmed.length === 0) return projects.some(({ isPilot }) => isPilot) ? NEVER : null
  return firstOf(confirmed.map(({ stateSince }) => dayOf(stateSince)))
}

/** When the place asked for acceptance; what is sent back for correction has a last day of its own. */
function requestDay({ records }: JurisdictionProgress): string | null {
  const asked = records.findLast(({ kind, state }) => kind === acceptance.kind && state !== 'draft')
  return asked ? dayOf(asked.handedInAt ?? asked.stateSince) : null
}

function decisionDay({ records }: JurisdictionProgress): string | null {
  const isDecided = ({ kind, state }: ProgressRecord) =>
    kind === acceptance.kind && (state === 'accepted' || state === 'refused')
  const last = records.findLast(({ kind }) => kind === acceptance.kind)
  return last && isDecided(last) ? dayOf(last.stateSince) : null
}

function firstOf(days: readonly string[]): string | null {
  return days.toSorted()[0] ?? null
}

/** The last of the days, or nothing where one is missing or there is none. */
function lastOf(days: readonly (string | null)[]): string | null {
  const known = days.flatMap((day) => day ?? [])
  return known.length === 0 || known.length < days.length ? null : (known.toSorted().at(-1) ?? null)
}
