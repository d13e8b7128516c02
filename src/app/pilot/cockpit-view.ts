import { Type } from 'typebox'

const Text = Type.String()
const MaybeText = Type.Union([Type.String(), Type.Null()])
const StageState = Type.Union([
  Type.Literal('notStarted'),
  Type.Literal('underway'),
  Type.Literal('done'),
  Type.Literal('overdue'),
])
const PlanStage = Type.Union([
  Type.Literal('exante'),
  Type.Literal('targets'),
  Type.Literal('monitoring'),
  Type.Literal('evaluation'),
  Type.Literal('results'),
])

const ProjectStageView = Type.Object({
  stage: PlanStage,
  title: Text,
  state: StageState,
  stateTitle: Text,
  since: MaybeText,
  missing: Type.Array(Text),
})

const StageView = Type.Object({
  stage: PlanStage,
  title: Text,
  state: StageState,
  stateTitle: Text,
  /** Each names what is not there yet, whose project it is, and who has it in hand. */
  missing: Type.Array(Text),
  done: Type.Integer(),
  total: Type.Integer(),
})

const ProjectView = Type.Object({
  id: Text,
  name: Text,
  unitName: Text,
  departmentName: Text,
  fiscalYear: Type.Integer(),
  status: Text,
  isNew: Type.Boolean(),
  isPilot: Type.Boolean(),
  budget_fen: Text,
  paid_fen: MaybeText,
  light: MaybeText,
  grade: MaybeText,
  stages: Type.Array(ProjectStageView),
  missingReports: Type.Array(Text),
})

const ClosingView = Type.Union([
  Type.Object({ recordId: Text, state: Text, stateTitle: Text, isFinal: Type.Boolean() }),
  Type.Null(),
])

const FigureView = Type.Object({
  id: Text,
  label: Text,
  value: Text,
  unit: Text,
  /** Against a month ago: +2; absent where there is nothing to compare with. */
  change: MaybeText,
  explanation: Type.Union([Type.Unknown(), Type.Null()]),
})

/** What the cockpit page receives. */
export const CockpitView = Type.Object({
  today: Text,
  tiles: Type.Array(
    Type.Object({
      id: Text,
      name: Text,
      level: Type.Union([Type.Literal('city'), Type.Literal('county')]),
      parentId: MaybeText,
      tileColumn: Type.Integer(),
      tileRow: Type.Integer(),
      /** False: outside the reader's scope; empty then says nothing about the place. */
      isVisible: Type.Boolean(),
      /** Projects in the pilot and those still being proposed (`isPilot` false). */
      projects: Type.Array(ProjectView),
      pilotCount: Type.Integer(),
      stages: Type.Array(StageView),
      budget_fen: Text,
      paid_fen: MaybeText,
      lights: Type.Object({
        green: Type.Integer(),
        yellow: Type.Integer(),
        red: Type.Integer(),
        pending: Type.Integer(),
      }),
      light: MaybeText,
      grades: Type.Object({
        excellent: Type.Integer(),
        good: Type.Integer(),
        fair: Type.Integer(),
        poor: Type.Integer(),
      }),
      countyReport: ClosingView,
      acceptance: ClosingView,
    }),
  ),
  figures: Type.Array(FigureView),
  isDemo: Type.Boolean(),
})
