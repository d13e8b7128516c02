import { GRADES } from '../../shared/grade.ts'
import { formatWanYuan, parseFen, sumFen } from '../../shared/money.ts'
import { formatRatio } from '../../shared/ratio.ts'
import { type LinkageMeasure, LINKAGE_MEASURES } from '../compute/linkage.ts'
import { computeLinkageTotals } from '../compute/linkage-totals.ts'
import { computeRectificationRate } from '../compute/rectification-rate.ts'
import { computeYearTotals } from '../compute/year-totals.ts'
import type { FigureBook, Stated } from './figure-book.ts'
import { gradeOf, type ProjectFigures, projectSource } from './state-projects.ts'

/** Up to this many projects the text names each; more are in the annex only. */
const NAMED_MAX = 30

type Told = {
  readonly book: FigureBook
  readonly fiscalYear: number
  readonly placeName: string
  readonly isProvincial: boolean
  readonly projects: readonly ProjectFigures[]
}

/** 评价结果: how many projects and how much money, by grade, then each project or each place. */
export function tellResults(told: Told): string {
  const { book, projects, placeName, isProvincial } = told
  const whole = tellTotals(book, isProvincial ? '全区' : placeName, projects)
  const scope = isProvincial ? '自治区本级和各市、县（区）' : placeName
  const head = `${yearOf(told)}，${scope}共有${whole.count}项目的财政绩效评价结果得到确认，涉及资金${whole.amount}。按等级分：${whole.byGrade}。`
  if (isProvincial) return [head, ...placesOf(projects).map((place) => tellPlace(book, place))].join('\n')
  return [head, ...named(projects, tellProject)].join('\n')
}

/** 问题和整改: what was found, what was demanded, what is verified. */
export function tellProblems({ book, projects, isProvincial }: Told): string {
  const problems = projects.flatMap((one) => one.problems)
  const found = book.computed(counted('评价提出问题数', problems.length), 'RES-060', problems)
  const notices = projects.flatMap(({ notice }) => (notice ? [notice] : []))
  const issued = book.computed(counted('印发整改通知数', notices.length, '份'), 'RES-060', notices)
  const head = `评价共提出问题${found.mark}，印发整改通知${issued.mark}${tellTasks(book, projects)}。`
  return [head, ...(isProvincial ? [] : named(projects, (one) => tellOwnProblems(book, one)))].join('\n')
}

/** 结果应用: what was decided for the budget, and what was made public. */
export function tellApplication({ book, projects, isProvincial }: Told): string {
  const decided = projects.filter(({ decision }) => decision)
  const shown = projects.flatMap(({ disclosure }) => (disclosure ? [disclosure] : []))
  const published = book.computed(counted('公开评价结果的项目数', shown.length), 'RES-060', shown)
  const lines = [
    decided.length === 0 ? '评价结果与预算安排挂钩的决定尚未作出。' : tellDecisions(book, decided),
    `已公开评价结果的项目${published.mark}。`,
  ]
  return [lines.join(''), ...(isProvincial ? [] : named(decided, tellDecision))].join('\n')
}

/** 表扬和点名. */
export function tellLists(
  book: FigureBook,
  lists: { readonly praised: readonly ProjectFigures[]; readonly named: readonly ProjectFigures[] },
): string {
  const tell = (label: string, projects: readonly ProjectFigures[], verb: string, nobody: string) => {
    if (projects.length === 0) return nobody
    const count = book.computed(counted(label, projects.length), 'RES-061', scoresOf(projects))
    const names = projects.map(
      (one) => `${one.name}（${one.result.unitName}${one.score ? `，${one.score.mark}` : ''}）`,
    )
    return `${verb}${count.mark}项目：${names.join('；')}。`
  }
  return [
    tell('通报表扬的项目数', lists.praised, '通报表扬', '本年度没有通报表扬的项目。'),
    tell('点名的项目数', lists.named, '点名通报', '本年度没有点名通报的项目。'),
  ].join('\n')
}

function tellTotals(book: FigureBook, scope: string, projects: readonly ProjectFigures[]) {
  const totals = computeYearTotals(
    projects.map(({ result }) => ({
      name: result.projectName,
      grade: result.evaluation.grade,
      amount_fen: parseFen(result.budget_fen),
    })),
  )
  const amountOf = (label: string, own: readonly ProjectFigures[]) =>
    summed(
      book,
      `${scope}${label}`,
      own.map(({ budget }) => budget),
    )
  const byGrade = totals.byGrade.map(({ grade, count }) => {
    const own = projects.filter(({ result }) => result.evaluation.grade === grade)
    const number = book.computed(
      counted(`${scope}等级为${GRADES[grade]}的项目数`, count),
      'RES-060',
      scoresOf(own),
    )
    const amount = own.length === 0 ? '' : `、资金${amountOf(`等级为${GRADES[grade]}的资金`, own).mark}`
    return `${GRADES[grade]}${number.mark}${amount}`
  })
  return {
    count: book.computed(counted(`${scope}评价项目数`, totals.count), 'RES-060', scoresOf(projects)).mark,
    amount: amountOf('涉及资金', projects).mark,
    byGrade: byGrade.join('；'),
  }
}

function tellPlace(book: FigureBook, projects: readonly ProjectFigures[]): string {
  const name = projects[0]?.result.placeName ?? ''
  const { count, amount, byGrade } = tellTotals(book, name, projects)
  return `${name}：${count}项目，涉及资金${amount}，${byGrade}。`
}

function tellProject({ name, result, score, budget }: ProjectFigures): string {
  const points = score ? `得分${score.mark}，` : ''
  return `${name}（${result.unitName}）：${points}等级为${gradeOf(result)}，涉及资金${budget.mark}。`
}

function tellTasks(book: FigureBook, projects: readonly ProjectFigures[]): string {
  const tasks = projects.flatMap((one) => one.tasks)
  if (tasks.length === 0) return ''
  const states = tasks.map(({ state }) => state)
  const verified = states.filter(({ value }) => value === 'true')
  const recovered = tasks.flatMap((task) => (task.recovered ? [task.recovered] : []))
  const { rate } = computeRectificationRate(
    states.map(({ value }) => ({ state: value === 'true' ? 'verified' : 'open' })),
  )
  const all = book.computed(counted('整改任务数', tasks.length, '项'), 'RES-060', states)
  const done = book.computed(counted('已核实的整改任务数', verified.length, '项'), 'RES-060', verified)
  const share = book.computed(
    { label: '整改完成率', text: formatRatio(rate), value: `${verified.length}/${tasks.length}` },
    'RES-003',
    [done, all],
  )
  const money = recovered.length === 0 ? '' : `，核实收回资金${summed(book, '核实收回资金', recovered).mark}`
  return `，形成整改任务${all.mark}，已核实${done.mark}，整改完成率${share.mark}${money}`
}

const FIRST = ['一是', '二是', '三是', '四是', '五是', '六是', '七是', '八是', '九是', '十是']

function tellOwnProblems(book: FigureBook, { name, result }: ProjectFigures): string {
  const { evaluation } = result
  if (evaluation.problems.length === 0) return ''
  const told = evaluation.problems.map((text, index) => {
    const field = `problems[${index}].problem`
    const words = book.quoted(
      text.trim().replace(/[。；;.]+$/, ''),
      `${result.projectName}问题原文`,
      evaluation,
      field,
    )
    const order = evaluation.problems.length === 1 ? '' : (FIRST[index] ?? '此外，')
    return `${order}${words.replaceAll('\n', ' ')}`
  })
  return `${name}：${told.join('；')}。`
}

function tellDecisions(book: FigureBook, projects: readonly ProjectFigures[]): string {
  const decisions = projects.flatMap(({ decision }) => (decision ? [decision] : []))
  const totals = computeLinkageTotals(
    decisions.map(({ measure, current, next, change }) => ({
      name: measure.label,
      measure: measure.value as LinkageMeasure,
      current_fen: parseFen(current.value),
      next_fen: parseFen(next.value),
      performanceChange_fen: parseFen(change.value),
    })),
  )
  const count = book.computed(
    counted('作出预算安排决定的项目数', decisions.length),
    'RES-005',
    measuresOf(decisions),
  )
  const byMeasure = totals.byMeasure.map(({ measure, count: number }) => {
    const own = measuresOf(decisions).filter(({ value }) => value === measure)
    const label = `决定${LINKAGE_MEASURES[measure]}的项目数`
    return `“${LINKAGE_MEASURES[measure]}”${book.computed(counted(label, number), 'RES-005', own).mark}`
  })
  const [current, next] = (['current', 'next'] as const).map((part) =>
    summed(
      book,
      part === 'current' ? '本年预算合计' : '下年安排合计',
      decisions.map((one) => one[part]),
    ),
  )
  const money = (label: string, value: bigint, inputs: readonly Stated[]) =>
    book.computed({ label, text: `${formatWanYuan(value)}万元`, value: value.toString() }, 'RES-005', inputs)
      .mark
  const changes = decisions.map(({ change }) => change)
  const both = [current, next].filter((line) => line !== undefined)
  return (
    `已对${count.mark}项目作出预算安排决定：${byMeasure.join('、')}；本年预算合计${current?.mark}，` +
    `下年安排合计${next?.mark}，净变动${money('净变动', totals.net_fen, both)}，` +
    `其中因绩效结果核减${money('因绩效结果核减', totals.performanceCut_fen, changes)}。`
  )
}

function tellDecision({ name, decision }: ProjectFigures): string {
  if (!decision) return ''
  const { measure, current, next, change } = decision
  return `${name}：${measure.mark}，本年预算${current.mark}，下年安排${next.mark}，因绩效结果增减${change.mark}。`
}

function measuresOf(decisions: readonly { readonly measure: Stated }[]): Stated[] {
  return decisions.map(({ measure }) => measure)
}

function yearOf({ book, fiscalYear, projects }: Told): string {
  const [first] = projects
  if (!first) return `${fiscalYear}年度`
  const stated = { label: '评价年度', text: `${fiscalYear}年度`, value: String(fiscalYear) }
  return book.record(stated, projectSource(first.result), 'fiscalYear').mark
}

function placesOf(projects: readonly ProjectFigures[]): ProjectFigures[][] {
  const names = [...new Set(projects.map(({ result }) => result.placeName))]
  return names.map((name) => projects.filter(({ result }) => result.placeName === name))
}

function named(projects: readonly ProjectFigures[], tell: (project: ProjectFigures) => string): string[] {
  return projects.length > NAMED_MAX ? [] : projects.map(tell).filter((line) => line !== '')
}

function counted(label: string, count: number, unit = '个') {
  return { label, text: `${count}${unit}`, value: String(count) }
}

function summed(book: FigureBook, label: string, lines: readonly Stated[]): Stated {
  const sum = sumFen(lines.map(({ value }) => parseFen(value)))
  const stated = { label, text: `${formatWanYuan(sum)}万元`, value: sum.toString() }
  return book.computed(stated, 'RES-060', lines)
}

function scoresOf(projects: readonly ProjectFigures[]): Stated[] {
  return projects.map(({ score, budget }) => score ?? budget)
}
