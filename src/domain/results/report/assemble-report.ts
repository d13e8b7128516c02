import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { DateText } from '../../shared/dates.ts'
import { computeCircularLists } from '../compute/circular-lists.ts'
import { type FigureLine, openFigureBook } from './figure-book.ts'
import { tellApplication, tellLists, tellProblems, tellResults } from './report-texts.ts'
import { type ProjectFigures, stateProject } from './state-projects.ts'
import { findNamedTasks, tellNamedTasks } from './tell-overdue.ts'
import type { YearResult } from './year-result.ts'

export type ReportGiven = {
  readonly fiscalYear: number
  readonly placeName: string
  /** Of all places, told place by place. */
  readonly isProvincial: boolean
  readonly results: readonly YearResult[]
  readonly rules: ParameterReader
  /** The day it is assembled: who is named for overdue rectification depends on it. */
  readonly asOf: DateText
}

/** The part of a 专报 or 通报 that is assembled: texts, tables, and where each figure comes from. */
export type AssembledReport = {
  readonly resultsText: string
  readonly problemsText: string
  readonly applicationText: string
  readonly listsText: string
  readonly results: readonly ResultLine[]
  readonly applications: readonly ApplicationLine[]
  readonly figures: readonly FigureLine[]
}

export type ResultLine = {
  readonly place: string
  readonly departmentName: string
  readonly projectName: string
  readonly amount_fen: string
  readonly score_x100: number | null
  readonly grade: string | null
  readonly projectId: string
}

export type ApplicationLine = {
  readonly projectName: string
  readonly noticeNumber: string | null
  readonly tasks: number
  readonly verified: number
  readonly measure: string | null
  readonly current_fen: string | null
  readonly next_fen: string | null
  readonly performanceChange_fen: string | null
  readonly disclosedOn: string | null
}

/**
 * Puts a report together from confirmed results. Pure: the same records give the same text of a day, so that a later
 * run for that day shows whether a record has changed since.
 */
export function assembleReport(given: ReportGiven): AssembledReport {
  const { results, fiscalYear, placeName, isProvincial } = given
  const book = openFigureBook()
  const projects = results.map((result) => stateProject(book, result))
  const told = { book, fiscalYear, placeName, isProvincial, projects }
  const lists = computeCircularLists(projects.map(listed), given.rules)
  const listsOf = (of: 'praised' | 'named') => lists[of].map(({ project }) => project)
  const whom = { praised: listsOf('praised'), named: listsOf('named') }
  const overdue = findNamedTasks(projects, given)
  const texts = {
    resultsText: book.finish('resultsText', tellResults(told)),
    problemsText: book.finish('problemsText', tellProblems(told)),
    applicationText: book.finish('applicationText', tellApplication(told)),
    listsText: book.finish('listsText', [tellLists(book, whom), ...tellNamedTasks(book, overdue)].join('\n')),
  }
  return {
    ...texts,
    results: results.map(resultLine),
    applications: projects.map(applicationLine),
    figures: book.lines(),
  }
}

function listed(project: ProjectFigures) {
  const { projectName, evaluation } = project.result
  return { name: projectName, grade: evaluation.grade, score_x100: evaluation.score_x100, project }
}

function resultLine(result: YearResult): ResultLine {
  const { placeName, departmentName, projectName, budget_fen, projectId, evaluation } = result
  const { score_x100, grade } = evaluation
  return {
    place: placeName,
    departmentName,
    projectName,
    amount_fen: budget_fen,
    score_x100,
    grade,
    projectId,
  }
}

function applicationLine({ result, decision }: ProjectFigures): ApplicationLine {
  return {
    projectName: result.projectName,
    noticeNumber: result.notice?.documentNumber ?? null,
    tasks: result.tasks.length,
    verified: result.tasks.filter(({ isVerified }) => isVerified).length,
    measure: decision?.measure.text ?? null,
    current_fen: result.decision?.current_fen ?? null,
    next_fen: result.decision?.next_fen ?? null,
    performanceChange_fen: result.decision?.performanceChange_fen ?? null,
    disclosedOn: result.disclosure?.disclosedOn ?? null,
  }
}
