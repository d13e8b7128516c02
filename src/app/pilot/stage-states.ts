import { timelineOf } from '../../domain/project/timeline.ts'
import { PLAN_STAGES, type PlanStage, STAGES } from '../../domain/workflow/record-kind.ts'
import type { ProjectProgress } from '../../storage/cockpit-repository.ts'
import { stageItems } from './completeness.ts'

export type StageState = 'notStarted' | 'underway' | 'done' | 'overdue'

const STATE_TITLES: Readonly<Record<StageState, string>> = {
  notStarted: '未开始',
  underway: '进行中',
  done: '已完成',
  overdue: '已逾期',
}

export function stateTitle(state: StageState): string {
  return STATE_TITLES[state]
}

export type ProjectStage = {
  readonly stage: PlanStage
  readonly title: string
  readonly state: StageState
  readonly stateTitle: string
  /** Day of the last movement. */
  readonly since: string | null
  /** Each names one item that is not there yet and who has it in hand. */
  readonly missing: string[]
}

/**
 * The five stages of one project. The movement is the timeline's; a stage is done only when nothing
 * of it is missing, so that no tile is full while a document is still to come.
 */
export function stagesOf(project: ProjectProgress, today: string): ProjectStage[] {
  const items = stageItems(project)
  return timelineOf(project.records, today).map(({ stage, title, state: movement, since }) => {
    const own = items.filter((item) => item.stage === stage)
    const missing = own.filter((item) => !item.isPresent).map(({ item, note }) => `${item}：${note}`)
    const state = missing.length === 0 ? 'done' : movement === 'done' ? 'underway' : movement
    const isSkipped = state === 'done' && movement === 'notStarted'
    return {
      stage,
      title,
      state,
      stateTitle: isSkipped ? '不需开展' : stateTitle(state),
      since: since ?? null,
      missing,
    }
  })
}

export type JurisdictionStage = Omit<ProjectStage, 'since'> & {
  /** Projects whose stage is done, of all that are in the pilot. */
  readonly done: number
  readonly total: number
}

/** The stages of a jurisdiction: done when they are done for all of its projects, late when one is. */
export function sumStages(
  projects: readonly { readonly name: string; readonly stages: readonly ProjectStage[] }[],
): JurisdictionStage[] {
  return PLAN_STAGES.map((stage) => {
    const own = projects.flatMap(({ name, stages }) =>
      stages.filter((candidate) => candidate.stage === stage).map((found) => ({ name, ...found })),
    )
    const state = sumStates(own.map((each) => each.state))
    const missing =
      projects.length === 0
        ? ['还没有推荐试点项目，请财政绩效股新建推荐表']
        : own.flatMap((each) => each.missing.map((text) => (own.length > 1 ? `${each.name}：${text}` : text)))
    return {
      stage,
      title: STAGES[stage],
      state,
      stateTitle: stateTitle(state),
      missing,
      done: own.filter((each) => each.state === 'done').length,
      total: own.length,
    }
  })
}

function sumStates(states: readonly StageState[]): StageState {
  if (states.length === 0 || states.every((state) => state === 'notStarted')) return 'notStarted'
  if (states.includes('overdue')) return 'overdue'
  return states.every((state) => state === 'done') ? 'done' : 'underway'
}
