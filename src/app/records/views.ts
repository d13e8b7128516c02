import { Type } from 'typebox'

/** The shapes that pages receive; `npm run generate` turns them into the typed client. */
const Text = Type.String()
const MaybeText = Type.Union([Type.String(), Type.Null()])
const Anything = Type.Unknown()

export const ProjectHeader = Type.Object({
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
  statusTitle: Text,
  isNew: Type.Boolean(),
  isMajor: Type.Boolean(),
  isClassified: Type.Boolean(),
  isPilot: Type.Boolean(),
  budget_fen: Text,
  grade: MaybeText,
  light: MaybeText,
  version: Type.Integer(),
})

export const ActView = Type.Object({
  id: Text,
  recordId: Text,
  action: Text,
  actionTitle: Text,
  recordTitle: Text,
  personName: Text,
  role: Text,
  roleTitle: Text,
  organisationName: MaybeText,
  opinion: MaybeText,
  documentNumber: MaybeText,
  actedAt: Text,
  /** 2023-01-12 主管部门退回修改：满意度指标缺少样本量 */
  sentence: Text,
})

export const FindingView = Type.Object({
  ruleId: Text,
  severity: Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('note')]),
  message: Text,
  where: Type.Object({
    section: Type.Optional(Text),
    field: Type.Optional(Text),
    row: Type.Optional(Type.Integer()),
    column: Type.Optional(Text),
    span: Type.Optional(Type.Object({ from: Type.Integer(), to: Type.Integer() })),
  }),
  source: Type.Optional(Type.Object({ title: Text, article: Type.Optional(Text) })),
})

export const ActionOffer = Type.Object({
  action: Text,
  title: Text,
  url: Text,
  opinion: Type.Union([Type.Literal('required'), Type.Literal('optional'), Type.Literal('none')]),
  isLegalAct: Type.Boolean(),
  isReturn: Type.Boolean(),
  isNumbered: Type.Boolean(),
  /** Where it goes: 待初审 */
  leadsTo: Text,
  /** In whose hands it is then: 主管部门 */
  nextHands: Type.Array(Text),
})

export const RecordSummary = Type.Object({
  id: Text,
  kind: Text,
  stage: Text,
  title: Text,
  state: Text,
  stateTitle: Text,
  isFinal: Type.Boolean(),
  stateSince: Text,
  dueOn: MaybeText,
  version: Type.Integer(),
  hands: Type.Array(Text),
})

export const RecordView = Type.Object({
  record: RecordSummary,
  project: Type.Union([ProjectHeader, Type.Null()]),
  jurisdictionId: Text,
  fiscalYear: Type.Integer(),
  form: Anything,
  content: Type.Record(Text, Anything),
  findings: Type.Array(FindingView),
  explanations: Type.Record(Text, Anything),
  figures: Type.Record(Text, Text),
  availableActions: Type.Array(ActionOffer),
  editableSections: Type.Array(Text),
  history: Type.Array(ActView),
  frozen: Type.Array(
    Type.Object({
      id: Text,
      number: Type.Integer(),
      action: Text,
      actionTitle: Text,
      digest: Text,
      frozenAt: Text,
      content: Anything,
    }),
  ),
  documents: Type.Array(
    Type.Object({ document: Text, title: Text, docx: Text, pdf: Text, isOfficial: Type.Boolean() }),
  ),
  attachments: Type.Array(
    Type.Object({
      id: Text,
      name: Text,
      mediaType: Text,
      size_bytes: Text,
      uploadedAt: Text,
      places: Type.Array(Text),
    }),
  ),
  names: Type.Record(Text, Text),
  isDemo: Type.Boolean(),
})
