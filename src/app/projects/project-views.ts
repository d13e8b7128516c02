import { Type } from 'typebox'

const Text = Type.String()
const MaybeText = Type.Union([Type.String(), Type.Null()])

/** One line of the project list; states are codes, the page names them from the domain. */
export const ProjectListView = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Text,
      code: Text,
      name: Text,
      status: Text,
      budget_fen: Text,
      isNew: Type.Boolean(),
      isPilot: Type.Boolean(),
      grade: MaybeText,
      light: MaybeText,
      unitName: Text,
      createdAt: Text,
    }),
  ),
  total: Type.Integer(),
})

/** 一项目一档案: everything recorded about a project, in the order it happened. */
export const ProjectFileView = Type.Object({
  project: Type.Object({
    jurisdictionId: Text,
    jurisdictionName: Text,
    id: Text,
    fiscalYear: Type.Integer(),
    code: Text,
    name: Text,
    unitId: Text,
    unitName: Text,
    departmentId: Text,
    departmentName: Text,
    status: Text,
    isNew: Type.Boolean(),
    isMajor: Type.Boolean(),
    isClassified: Type.Boolean(),
    isPilot: Type.Boolean(),
    budget_fen: Text,
    grade: MaybeText,
    light: MaybeText,
    version: Type.Integer(),
    content: Type.Record(Text, Type.Unknown()),
  }),
  indicators: Type.Array(
    Type.Object({
      id: Text,
      recordId: Text,
      level1: Text,
      level2: Text,
      name: Text,
      operator: MaybeText,
      value: MaybeText,
      unit: MaybeText,
      weight_x100: Type.Union([Type.Integer(), Type.Null()]),
    }),
  ),
  observations: Type.Array(Type.Object({ indicatorId: Text, month: Type.Integer(), actual: MaybeText })),
  execution: Type.Array(
    Type.Object({ month: Type.Integer(), fund: Text, adjusted_fen: MaybeText, paid_fen: MaybeText }),
  ),
  records: Type.Array(
    Type.Object({
      id: Text,
      kind: Text,
      title: Text,
      state: Text,
      stateSince: Text,
      dueOn: MaybeText,
      version: Type.Integer(),
      stage: MaybeText,
      subjectId: MaybeText,
      /** The people of a group it names; only records that a group works on have them. */
      members: Type.Unknown(),
    }),
  ),
  acts: Type.Array(
    Type.Object({
      id: Text,
      recordId: Text,
      action: Text,
      toState: Text,
      role: Text,
      personName: Text,
      organisationName: MaybeText,
      opinion: MaybeText,
      documentNumber: MaybeText,
      actedAt: Text,
    }),
  ),
})
