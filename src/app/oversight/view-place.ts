import { type Static, Type } from 'typebox'
import { OVERSIGHT_READERS } from '../../domain/oversight/readers.ts'
import { LINKAGE_MEASURES, type LinkageMeasure } from '../../domain/results/compute/index.ts'
import { statusTitle } from '../../domain/project/status.ts'
import { GRADES, type Grade } from '../../domain/shared/grade.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { type ProjectThen, readPlaceAsOf } from '../../storage/oversight-repository.ts'
import type { Context } from '../kernel/context.ts'
import { requireOwnPlace } from '../kernel/own-place.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { stagesOf } from '../pilot/stage-states.ts'
import { AsOf, momentOf, readingOf } from './reading.ts'

const Text = Type.String()
const MaybeText = Type.Union([Type.String(), Type.Null()])

const Seen = Type.Object({
  name: Text,
  unitName: Text,
  departmentName: Text,
  statusTitle: Text,
  budget_fen: Text,
  paid_fen: MaybeText,
  indicators: Type.Integer(),
  score_x100: Type.Union([Type.Integer(), Type.Null()]),
  gradeTitle: MaybeText,
  decision: MaybeText,
  tasks: Type.Integer(),
  verified: Type.Integer(),
  stages: Type.Array(Type.Object({ title: Text, state: Text, stateTitle: Text })),
  records: Type.Array(
    Type.Object({ id: Text, title: Text, stageTitle: Text, stateTitle: Text, version: Type.Integer() }),
  ),
  documents: Type.Array(Type.Object({ recordId: Text, title: Text, number: Text, on: Text })),
})
export type Seen = Static<typeof Seen>

/** 监督查阅: a place's programme as it stood on a day, each project beside what it is today; noted in the audit trail. */
export const viewPlace = defineUseCase({
  id: 'oversight.viewPlace',
  title: '查阅本地区某日情况',
  stage: 'shell',
  kind: 'query',
  by: OVERSIGHT_READERS,
  input: Type.Object(
    {
      jurisdiction: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{6}$' })),
      year: Type.Integer({ minimum: 2000, maximum: 2100 }),
      asOf: AsOf,
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    asOf: Text,
    items: Type.Array(
      Type.Object({
        id: Text,
        code: Text,
        past: Type.Union([Seen, Type.Null()]),
        present: Seen,
        /** What differs between that day and today, in words: 评价得分. */
        changed: Type.Array(Text),
      }),
    ),
  }),
  run: async (context, { jurisdiction, year, asOf }) => {
    requireOwnPlace(context, jurisdiction)
    const jurisdictionId = jurisdiction ?? context.actor.jurisdictionId
    const moment = await momentOf(context, jurisdictionId, asOf)
    const rows = await readPlaceAsOf(
      context.db,
      { jurisdictionId, fiscalYear: year, moment },
      readingOf(context, {
        ...{ useCase: 'oversight.viewPlace', title: '查阅本地区某日情况', jurisdictionId },
        ...{ subjectKind: 'oversight', asked: { year, asOf } },
      }),
    )
    const items = rows
      .filter(({ past }) => past !== null || asOf.slice(0, 10) === context.today)
      .map(({ id, code, ...of }) => {
        const past = of.past && seenOf(context, year, of.past, asOf)
        const present = seenOf(context, year, of.present, context.today)
        return { id, code, past, present, changed: past ? changedIn(past, present) : [] }
      })
    return { asOf, items }
  },
})

function seenOf(context: Context, fiscalYear: number, seen: ProjectThen, on: string): Seen {
  const { records, decision, grade, status, documents, ...figures } = seen
  const [day = context.today] = [on.slice(0, 10), context.today].sort()
  // What is gone from today's tables was there then: losses are told where today is looked at.
  const stages = stagesOf({ ...seen, id: '', fiscalYear, lost: [] }, day)
  const measure = decision?.measure as LinkageMeasure | null | undefined
  return {
    name: figures.name,
    unitName: figures.unitName,
    departmentName: figures.departmentName,
    statusTitle: statusTitle(status),
    budget_fen: figures.budget_fen,
    paid_fen: figures.paid_fen,
    indicators: figures.indicators,
    score_x100: figures.score_x100,
    gradeTitle: grade === null ? null : GRADES[grade as Grade],
    decision: measure ? LINKAGE_MEASURES[measure] : null,
    tasks: figures.tasks,
    verified: figures.verified,
    stages: stages.map(({ title, state, stateTitle }) => ({ title, state, stateTitle })),
    records: records.map(({ id, kind, title, state, version }) => {
      const { workflow, title: stageTitle } = getRecordKind(kind)
      return { id, title, stageTitle, stateTitle: workflow.states[state]?.title ?? state, version }
    }),
    documents: [...documents],
  }
}

const COMPARED: readonly (readonly [keyof Seen, string])[] = [
  ['name', '项目名称'],
  ['unitName', '实施单位'],
  ['statusTitle', '状态'],
  ['budget_fen', '批复预算'],
  ['paid_fen', '已支付'],
  ['indicators', '绩效指标'],
  ['score_x100', '评价得分'],
  ['gradeTitle', '评价等级'],
  ['decision', '预算安排决定'],
  ['tasks', '整改任务'],
  ['verified', '已核实整改'],
  ['documents', '文书'],
]

function changedIn(past: Seen, present: Seen): string[] {
  return COMPARED.filter(([key]) => JSON.stringify(past[key]) !== JSON.stringify(present[key])).map(
    ([, title]) => title,
  )
}
