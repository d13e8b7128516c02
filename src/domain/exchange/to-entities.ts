import type {
  EvaluationSelfContent,
  MonitoringRoundContent,
  ProjectBudgetLineContent,
  TargetsSheetContent,
} from '../forms/contents.ts'
import type { FormDefinition } from '../forms/form.ts'
import { optionLabel } from '../forms/form-index.ts'
import type { IndicatorLibrary } from '../indicators/index.ts'
import { findFen, sumFen } from '../shared/money.ts'
import type { Entity } from './profile.ts'

/** A record with what other systems know its project by. */
export type ExchangeSource<Content> = {
  readonly jurisdictionId: string
  readonly fiscalYear: number
  readonly projectCode: string
  readonly projectName: string
  readonly unitCode: string | null
  readonly unitName: string
  readonly departmentCode: string | null
  readonly departmentName: string
  readonly recordId: string
  readonly version: number
  readonly createdAt: string
  readonly stateSince: string
  readonly content: Content
}

/** 项目绩效目标: one row for the period, one for the year, where something is written. */
export function goalEntities(source: ExchangeSource<TargetsSheetContent>): Entity[] {
  const { periodGoal, annualGoal } = source.content
  const rows = [
    { suffix: '1', isLongTerm: 'true', goal: periodGoal },
    { suffix: '0', isLongTerm: 'false', goal: annualGoal },
  ]
  return rows.flatMap(({ suffix, isLongTerm, goal }) =>
    goal
      ? [{ ...headOf(source), ...versionOf(source), id: `${source.recordId}-${suffix}`, isLongTerm, goal }]
      : [],
  )
}

/** 项目绩效指标: the rows of the sheet. */
export function indicatorEntities(
  source: ExchangeSource<TargetsSheetContent>,
  form: FormDefinition,
): Entity[] {
  const label = (column: string, value: unknown) => optionLabel(form, 'indicators', value, column)
  return (source.content.indicators ?? []).map((row) => ({
    ...headOf(source),
    ...versionOf(source),
    id: (row as { readonly id?: string }).id ?? '',
    level1: row.level1 ?? null,
    level2: row.level2 ?? null,
    name: row.name ?? null,
    explanation: row.explanation ?? null,
    scoringRule: row.scoringRule ? label('scoringRule', row.scoringRule) : null,
    valueText: row.valueText ?? row.value ?? row.dateValue ?? null,
    weight_x100: textOf(row.weight_x100),
    unit: row.unit ?? null,
    sign: row.operator ? label('operator', row.operator) : null,
  }))
}

/** 部门预算项目年度预算: the budget line; what is arranged is the current amount too. */
export function annualBudgetEntities(source: ExchangeSource<ProjectBudgetLineContent>): Entity[] {
  const { requested_fen, control_fen, arranged_fen, accountSubject, economicSubject } = source.content
  const codeOf = (text: string | null | undefined) => /^\d{3,7}/.exec(text ?? '')?.[0] ?? null
  return [
    {
      ...headOf(source),
      id: source.recordId,
      recordId: source.recordId,
      functionCode: codeOf(accountSubject),
      economicCode: codeOf(economicSubject),
      requested_fen: requested_fen ?? null,
      control_fen: control_fen ?? null,
      arranged_fen: arranged_fen ?? null,
      current_fen: arranged_fen ?? null,
    },
  ]
}

export type SelfEvaluationEntities = {
  readonly selfEvaluation: Entity[]
  readonly selfGoal: Entity[]
  readonly selfIndicator: Entity[]
  readonly selfFund: Entity[]
}

/** 项目绩效自评: the sheet, its goal, its indicators and its money. */
export function selfEvaluationEntities(
  source: ExchangeSource<EvaluationSelfContent>,
  isFinal: boolean,
): SelfEvaluationEntities {
  const { content, recordId: evaluationId } = source
  return {
    selfEvaluation: [
      {
        ...headOf(source),
        ...namesOf(source),
        id: evaluationId,
        recordId: evaluationId,
        problems: content.problems ?? null,
        measures: content.measures ?? null,
        totalScore_x100: textOf(content.totalScore_x100),
        isFinal: String(isFinal),
      },
    ],
    selfGoal: [
      {
        id: evaluationId,
        recordId: evaluationId,
        evaluationId,
        expected: content.expectedGoal ?? null,
        actual: content.actualGoal ?? null,
      },
    ],
    selfIndicator: (content.scores ?? []).map((row) => ({
      id: row.id ?? '',
      recordId: evaluationId,
      evaluationId,
      indicatorId: row.indicatorId ?? null,
      level1: row.level1 ?? null,
      level2: row.level2 ?? null,
      name: row.name ?? null,
      targetText: row.targetText ?? null,
      actualText: row.actualText ?? row.actual ?? row.actualDate ?? null,
      weight_x100: textOf(row.weight_x100),
      score_x100: textOf(row.score_x100),
      deviationReason: row.deviationReason ?? null,
    })),
    selfFund: (content.funds ?? []).map((row) => ({
      id: `${evaluationId}-${row.fund ?? ''}`,
      recordId: evaluationId,
      evaluationId,
      fund: row.fund ?? null,
      initial_fen: row.initial_fen ?? null,
      adjusted_fen: row.adjusted_fen ?? null,
      executed_fen: row.executed_fen ?? null,
    })),
  }
}

/** 绩效监控信息: one row an indicator, the money of the round on each. */
export function monitorEntities(source: ExchangeSource<MonitoringRoundContent>, isFinal: boolean): Entity[] {
  const { execution, progress } = source.content
  const sum = (field: 'paid_fen' | 'expected_fen') => {
    const amounts = (execution ?? []).flatMap((row) => findFen(row[field]) ?? [])
    return amounts.length === 0 ? null : sumFen(amounts).toString()
  }
  return (progress ?? []).map((row) => ({
    ...headOf(source),
    ...namesOf(source),
    id: row.id ?? '',
    recordId: source.recordId,
    roundId: source.recordId,
    paid_fen: sum('paid_fen'),
    expected_fen: sum('expected_fen'),
    level1: row.level1 ?? null,
    level2: row.level2 ?? null,
    name: row.name ?? null,
    targetText: row.targetText ?? null,
    actualText: row.actualText ?? row.actual ?? null,
    expectedText: row.expectedText ?? row.expected ?? null,
    causeText: row.causeText ?? null,
    likelihood: row.likelihood ?? null,
    isFinal: String(isFinal),
  }))
}

/** 绩效监控任务: one row a round of a project. */
export function monitorTaskEntities(
  source: ExchangeSource<MonitoringRoundContent>,
  isFinal: boolean,
): Entity[] {
  const { month, dueOn } = source.content
  return [
    {
      ...headOf(source),
      ...namesOf(source),
      id: source.recordId,
      recordId: source.recordId,
      title: `${source.fiscalYear}年1—${month ?? ''}月绩效运行监控：${source.projectName}`.slice(0, 400),
      dueOn: dueOn ?? null,
      isFinal: String(isFinal),
    },
  ]
}

/** A file that proves a figure of a round. */
export type MonitorFile = {
  readonly id: string
  readonly recordId: string
  readonly name: string
  /** Field, or field/row/column, that it proves. */
  readonly place: string
}

/** 监控附件: one row a file, at the line of the indicator it proves, or at the round. */
export function monitorFileEntities(files: readonly MonitorFile[]): Entity[] {
  return files.map(({ id, recordId, name, place }) => ({
    id,
    recordId,
    lineId: /^progress\/([0-9a-f-]{36})\//.exec(place)?.[1] ?? recordId,
    name,
    path: `/api/attachments/${id}`,
  }))
}

/** 绩效指标库: what the place may use, the region's indicators first. */
export function libraryEntities(library: IndicatorLibrary, jurisdiction: string, year: number): Entity[] {
  return library.indicators.map(({ id, name, definition, sector }) => ({
    id,
    code: id,
    name,
    definition,
    isCommon: String(sector === 'common'),
    jurisdiction,
    year: String(year),
    level: '3',
    isLeaf: 'true',
    isEnabled: 'true',
    isDeleted: 'false',
  }))
}

/** Where a row belongs. */
export function headOf({
  jurisdictionId,
  fiscalYear,
  projectCode,
  unitCode,
  departmentCode,
}: Pick<
  ExchangeSource<unknown>,
  'jurisdictionId' | 'fiscalYear' | 'projectCode' | 'unitCode' | 'departmentCode'
>): Entity {
  return {
    jurisdiction: jurisdictionId,
    year: String(fiscalYear),
    projectCode,
    unitCode,
    departmentCode,
    isDeleted: 'false',
  }
}

/** What people call it and its offices. */
export function namesOf({
  projectName,
  unitName,
  departmentName,
}: Pick<ExchangeSource<unknown>, 'projectName' | 'unitName' | 'departmentName'>): Entity {
  return { projectName, unitName, departmentName }
}

function versionOf({ version, createdAt, stateSince, recordId }: ExchangeSource<unknown>): Entity {
  return { recordId, version: String(version), createdAt: utc(createdAt), updatedAt: utc(stateSince) }
}

/** To the millisecond, which is what the column holds. */
function utc(moment: string): string {
  return `${moment.slice(0, 19).replace(' ', 'T')}.${(/\.(\d{1,3})/.exec(moment)?.[1] ?? '').padEnd(3, '0')}Z`
}

function textOf(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}
