import { getRecordKind } from '../../domain/record-kinds.ts'
import { isOverdueTask, rectificationTask, splitProblems } from '../../domain/results/index.ts'
import {
  computeRepeatedProblems,
  makeTraitReader,
  type ProblemText,
} from '../../domain/results/compute/index.ts'
import { RES_910 } from '../../domain/results/gates.ts'
import { found } from '../../domain/shared/check.ts'
import type { Finding, FindingPlace } from '../../domain/shared/finding.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import { findProblemsOfDepartment, type FoundProblemRow } from '../../storage/rectification-repository.ts'
import type { Context } from '../kernel/context.ts'

/** A problem known of a department, and what it repeats. */
export type KnownProblem = FoundProblemRow & {
  readonly stateTitle: string
  readonly isClosed: boolean
  readonly isOverdue: boolean
  readonly repeats: Repeat | null
}
export type Repeat = {
  readonly year: number
  readonly problem: string
  readonly projectName: string
  /** How near it lies: the same project, unit or only department. */
  readonly relation: string
  readonly reason: string
}

type Place = Pick<ProjectRow, 'jurisdictionId' | 'departmentId' | 'fiscalYear' | 'unitId' | 'code'>

/**
 * Everything known of the department up to the project's year, each problem beside the nearest one of an
 * earlier year. A self-evaluation, which has one text for all, counts as several.
 * @param ofUnit only the problems of this unit, each beside those of the whole department
 */
export async function findKnownProblems(
  context: Context,
  project: Place,
  ofUnit?: string,
): Promise<KnownProblem[]> {
  const rules = rulesFor(context, project)
  const read = makeTraitReader(rules.value('results.problem_words').value)
  const { years } = rules.value('results.repeat_similarity').value
  const { jurisdictionId, departmentId, fiscalYear } = project
  const rows = (
    await findProblemsOfDepartment(context.db, {
      jurisdictionId,
      departmentId,
      from: fiscalYear - years,
      through: fiscalYear,
    })
  ).flatMap(oneByOne)
  const perYear = [...new Set(rows.map((row) => row.fiscalYear))]
  return perYear.flatMap((year) => {
    const now = rows.filter((row) => row.fiscalYear === year && (ofUnit ?? row.unitId) === row.unitId)
    if (now.length === 0) return []
    const earlier = rows.filter((row) => row.fiscalYear < year)
    const { repeated } = computeRepeatedProblems(
      { now, earlier: earlier.map((row) => ({ ...row, year: row.fiscalYear })) },
      rules,
      read,
    )
    return now.map((row, at) => {
      const match = repeated.find((one) => one.now === at)
      const before = match && earlier[match.earlier]
      const repeats = before && { ...repeatOf(before, row), reason: match.reason }
      return { ...row, ...standing(row, context.today), repeats: repeats ?? null }
    })
  })
}

/** A problem of this year, with the project it was found in. */
export type ProblemOfProject = ProblemText & Pick<FoundProblemRow, 'unitId' | 'projectCode'>

/** Which of these texts of one department repeat what is known of it from before a year. */
export async function findRepeats(
  context: Context,
  department: Pick<Place, 'jurisdictionId' | 'departmentId' | 'fiscalYear'>,
  now: readonly ProblemOfProject[],
): Promise<{
  readonly explanation: ReturnType<typeof computeRepeatedProblems>['explanation']
  readonly repeats: readonly (Repeat | null)[]
}> {
  const rules = rulesFor(context, department)
  const { years } = rules.value('results.repeat_similarity').value
  const { jurisdictionId, departmentId, fiscalYear } = department
  const where = { jurisdictionId, departmentId, from: fiscalYear - years, through: fiscalYear - 1 }
  const earlier = (await findProblemsOfDepartment(context.db, where)).flatMap(oneByOne)
  const { repeated, explanation } = computeRepeatedProblems(
    { now, earlier: earlier.map((row) => ({ ...row, year: row.fiscalYear })) },
    rules,
  )
  const repeats = now.map((own, at) => {
    const match = repeated.find((one) => one.now === at)
    const before = match && earlier[match.earlier]
    return before ? { ...repeatOf(before, own), reason: match.reason } : null
  })
  return { explanation, repeats }
}

/** How many a finding names before it only counts the others. */
const NAMED = 3

/** 屡查屡犯提示 for whoever decides about money: problems of the unit that an earlier year knew already. */
export async function repeatFindings(
  context: Context,
  project: Place,
  where: FindingPlace,
): Promise<Finding[]> {
  const known = await findKnownProblems(context, project, project.unitId)
  const own = known.filter(({ repeats }) => repeats !== null)
  if (own.length === 0) return []
  const named = own
    .slice(0, NAMED)
    .map(
      ({ fiscalYear, problem, repeats }) =>
        `${fiscalYear}年“${short(problem)}”与${repeats?.year}年“${short(repeats?.problem ?? '')}”相近`,
    )
  const more = own.length > NAMED ? `等${own.length}个` : ''
  return [found(RES_910, `本单位疑似屡查屡犯：${named.join('；')}${more}，请核对后再定。`, where)]
}

export function short(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}……` : text
}

function rulesFor(
  context: Context,
  { jurisdictionId: jurisdiction, fiscalYear }: Pick<Place, 'jurisdictionId' | 'fiscalYear'>,
) {
  return context.rules.at({ date: context.today, jurisdiction, fiscalYear })
}

function oneByOne(row: FoundProblemRow): FoundProblemRow[] {
  if (!row.problem?.trim()) return []
  return row.kind === 'evaluation.self'
    ? splitProblems(row.problem).map((problem) => ({ ...row, problem }))
    : [row]
}

function repeatOf(before: FoundProblemRow, now: Pick<FoundProblemRow, 'unitId' | 'projectCode'>) {
  const isSameProject = before.projectCode === now.projectCode
  const relation = isSameProject ? '同一项目' : before.unitId === now.unitId ? '同一单位' : '同一部门'
  const { fiscalYear: year, problem, projectName } = before
  return { year, problem, projectName, relation }
}

/** A verified problem that came back by the newest follow-up is open again. */
function standing(row: FoundProblemRow, today: string) {
  const state = getRecordKind(row.kind).workflow.states[row.state]
  const isTask = row.kind === rectificationTask.kind
  const { planDueOn, completionDueOn, verdict } = row
  const title = row.kind === 'evaluation.self' ? '自评已确认' : (state?.title ?? row.state)
  return {
    stateTitle: verdict === null ? title : `${title}，跟踪核查：${VERDICTS[verdict]}`,
    isClosed: verdict !== 'relapsed' && (state?.isFinal ?? false),
    isOverdue: isTask && isOverdueTask({ state: row.state, content: { planDueOn, completionDueOn } }, today),
  }
}

const VERDICTS = { lasting: '成效巩固', partial: '部分巩固', relapsed: '出现反弹' } as const
