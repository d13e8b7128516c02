import type {
  EvaluationFinanceContent,
  EvaluationSelfContent,
  MonitoringFindingContent,
  ResultsNoticeContent,
} from '../../domain/forms/contents.ts'
import { type ProblemSource, splitProblems } from '../../domain/results/index.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { findRecordData, type RecordData } from '../records/record-data.ts'

/** A problem as it goes into the notice. */
export type CollectedProblem = NonNullable<ResultsNoticeContent['problems']>[number]

/**
 * What a year's evaluations and monitoring found about a project, word for word: the confirmed finance and
 * department evaluations, the self-evaluation once it was checked and confirmed, and findings of the
 * monitoring that are still open. The same words twice are one problem, of the first that found it.
 */
export async function collectProblems(context: Context, project: ProjectRow): Promise<CollectedProblem[]> {
  const { jurisdictionId, id: projectId } = project
  const of = (kind: string) => findRecordData(context, { jurisdictionId, projectId, kind })
  const evaluated = [
    ...(await of('evaluation.finance')).flatMap((data) => evaluationProblems(data, 'finance')),
    ...(await of('evaluation.department')).flatMap((data) => evaluationProblems(data, 'department')),
  ]
  const all = [
    ...evaluated,
    ...(await of('evaluation.self')).flatMap(selfProblems),
    ...(await of('monitoring.finding')).flatMap(openFindings),
  ]
  const seen = new Set<string>()
  return all
    .filter(({ problem }) => {
      const words = problem?.trim() ?? ''
      if (words === '' || seen.has(words)) return false
      seen.add(words)
      return true
    })
    .map((problem) => ({ ...problem, dutyOffice: project.unitId }))
}

function evaluationProblems({ record, content }: RecordData, source: ProblemSource): CollectedProblem[] {
  if (!['confirmed', 'closed', 'filed'].includes(record.state)) return []
  const { problems } = content as EvaluationFinanceContent
  return (problems ?? []).map(({ problem, evidence, indicator, amount_fen, suggestion }) => ({
    problem: problem ?? '',
    ...(evidence ? { evidence } : {}),
    ...(indicator ? { indicator } : {}),
    ...(amount_fen ? { amount_fen } : {}),
    source,
    ...(suggestion ? { requirement: suggestion } : {}),
  }))
}

/** Room of a column of the notice. */
const ROOM = 2000

function selfProblems({ record, content }: RecordData): CollectedProblem[] {
  if (record.state !== 'confirmed') return []
  const { problems, measures } = content as EvaluationSelfContent
  return splitProblems(problems).map((problem) => ({
    problem: problem.slice(0, ROOM),
    evidence: '项目支出绩效自评表（已审核确认）',
    source: 'self' as const,
    ...(measures?.trim() ? { requirement: measures.trim().slice(0, ROOM) } : {}),
  }))
}

function openFindings({ record, content }: RecordData): CollectedProblem[] {
  if (getRecordKind(record.kind).workflow.states[record.state]?.isFinal) return []
  const { problem, evidence, indicator, amount_fen, requirement } = content as MonitoringFindingContent
  return [
    {
      problem: (problem ?? '').slice(0, ROOM),
      ...(evidence ? { evidence } : {}),
      ...(indicator ? { indicator } : {}),
      ...(amount_fen ? { amount_fen } : {}),
      source: 'monitoring' as const,
      ...(requirement ? { requirement: requirement.slice(0, ROOM) } : {}),
    },
  ]
}
