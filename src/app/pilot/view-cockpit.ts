import { Type } from 'typebox'
import { acceptance, countyReport } from '../../domain/pilot/index.ts'
import { addMonths } from '../../domain/shared/dates.ts'
import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import {
  findPilotProgress,
  findPilotSums,
  type JurisdictionProgress,
  type ProgressRecord,
  type ProjectProgress,
} from '../../storage/cockpit-repository.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { computeFigures } from './cockpit-figures.ts'
import { CockpitView } from './cockpit-view.ts'
import { stageReportItems } from './completeness.ts'
import { stagesOf, sumStages } from './stage-states.ts'

const Input = Type.Object(
  { year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })) },
  { additionalProperties: false },
)

/** 试点驾驶舱: every city and county × five stages, and in words what is missing where. */
export const viewCockpit = defineUseCase({
  id: 'pilot.cockpit',
  title: '试点驾驶舱',
  stage: 'pilot',
  kind: 'query',
  by: BUSINESS,
  input: Input,
  output: CockpitView,
  run: async (context, input: Type.Static<typeof Input>): Promise<Type.Static<typeof CockpitView>> => {
    const fiscalYear = input.year
    const progress = await findPilotProgress(context.db, fiscalYear === undefined ? {} : { fiscalYear })
    const before = await findPilotSums(context.db, `${addMonths(context.today, -1)}T00:00:00+08:00`)
    const tiles = progress.map((jurisdiction) => presentTile(jurisdiction, context.today))
    return {
      today: context.today,
      tiles,
      figures: computeFigures(tiles, fiscalYear === undefined ? before : undefined),
      isDemo: context.isDemo,
    }
  },
})

/** One tile of the map. */
export function presentTile(jurisdiction: JurisdictionProgress, today: string): Tile {
  const projects = jurisdiction.projects.map((project) => presentProject(project, today))
  const pilots = projects.filter(({ isPilot }) => isPilot)
  const paid = pilots.map(({ paid_fen }) => paid_fen).filter((fen) => fen !== null)
  return {
    id: jurisdiction.id,
    name: jurisdiction.name,
    level: jurisdiction.level,
    parentId: jurisdiction.parentId,
    tileColumn: jurisdiction.tileColumn,
    tileRow: jurisdiction.tileRow,
    isVisible: jurisdiction.isVisible || projects.length > 0,
    projects,
    pilotCount: pilots.length,
    stages: sumStages(pilots.length > 0 ? pilots : projects),
    budget_fen: sumText(pilots.map(({ budget_fen }) => budget_fen)),
    paid_fen: paid.length > 0 ? sumText(paid) : null,
    lights: countBy(
      pilots.map(({ light }) => light),
      LIGHTS,
    ),
    light: worstLight(pilots.map(({ light }) => light)),
    grades: countBy(
      pilots.map(({ grade }) => grade),
      GRADE_IDS,
    ),
    countyReport: presentClosing(countyReport, jurisdiction.records),
    acceptance: presentClosing(acceptance, jurisdiction.records),
  }
}

export type Tile = Type.Static<typeof CockpitView>['tiles'][number]

function presentProject(project: ProjectProgress, today: string): Tile['projects'][number] {
  const { records, ...header } = project
  return {
    ...header,
    stages: stagesOf(project, today),
    missingReports: stageReportItems({ ...project, records })
      .filter(({ isPresent }) => !isPresent)
      .map(({ item, note }) => `${item}:${note}`),
  }
}

function presentClosing(kind: RecordKind, records: readonly ProgressRecord[]): Tile['acceptance'] {
  const record = records.findLast((candidate) => candidate.kind === kind.kind)
  if (!record) return null
  const state = kind.workflow.states[record.state]
  return {
    recordId: record.id,
    state: record.state,
    stateTitle: state?.title ?? record.state,
    isFinal: state?.isFinal ?? false,
  }
}

const LIGHTS = ['green', 'yellow', 'red', 'pending'] as const
const GRADE_IDS = ['excellent', 'good', 'fair', 'poor'] as const

function countBy<Id extends string>(
  values: readonly (string | null)[],
  ids: readonly Id[],
): Record<Id, number> {
  const counts = ids.map((id) => [id, values.filter((value) => value === id).length])
  return Object.fromEntries(counts) as Record<Id, number>
}

/** The tile shows its worst project. */
function worstLight(lights: readonly (string | null)[]): string | null {
  return ['red', 'yellow', 'green', 'pending'].find((light) => lights.includes(light)) ?? null
}

function sumText(amounts: readonly string[]): string {
  return amounts.reduce((sum, amount) => sum + BigInt(amount), 0n).toString()
}
