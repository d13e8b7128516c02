import { makeGrid } from '../../src/domain/doctor/read/grid.ts'
import type { ReportFacts, ReportPart } from '../../src/domain/evaluation/report/report.ts'
import type { Subject } from './subjects.ts'

export type Row = {
  readonly level1: string
  readonly level2: string
  readonly name: string
  readonly weight: number
  score: number
  basis: string
}

/** A report as paragraphs and tables that can be spoiled. */
export type Draft = {
  readonly subject: Subject
  readonly style: number
  readonly parts: ReportPart[]
}

const FRAME: readonly (readonly [string, string, string, number])[] = [
  ['决策', '项目立项', '立项依据充分性', 3],
  ['决策', '项目立项', '立项程序规范性', 3],
  ['决策', '绩效目标', '绩效目标合理性', 4],
  ['决策', '资金投入', '预算编制科学性', 5],
  ['过程', '资金管理', '资金到位率', 4],
  ['过程', '资金管理', '预算执行率', 6],
  ['过程', '资金管理', '资金使用合规性', 5],
  ['过程', '组织实施', '制度执行有效性', 5],
  ['产出', '产出数量', '实际完成率', 15],
  ['产出', '产出质量', '质量达标率', 10],
  ['产出', '产出时效', '完成及时性', 10],
  ['效益', '项目效益', '实施效益', 20],
  ['效益', '项目效益', '满意度', 10],
]

const round2 = (value: number) => Math.floor(value * 100 + 0.5 + 1e-9) / 100
const percent = (top: number, bottom: number) => `${round2((top / bottom) * 100).toFixed(2)}%`
const points = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(2))

export function rowsOf(subject: Subject): Row[] {
  const { planned, done, received, budget, spent, problem, thing, measure } = subject
  const lost: Readonly<Record<string, readonly [number, string]>> = {
    资金到位率: [round2((4 * received) / budget), `预算${budget}万元，到位${received}万元`],
    预算执行率: [round2((6 * spent) / received), `到位${received}万元，支出${spent}万元，结余未使用`],
    实际完成率: [
      round2((15 * done) / planned),
      `计划${planned}${measure}，实际${done}${measure}，${problem[0][0]}`,
    ],
    完成及时性: [8, `${problem[0][0]}，${problem[0][1]}，扣2分`],
    制度执行有效性: [4, `${problem[1][0]}，扣1分`],
  }
  return FRAME.map(([level1, level2, name, weight]) => {
    const [score, basis] = lost[name] ?? [weight, `${thing}相关资料齐全，查阅文件和现场核对均符合评分标准`]
    const isFull = score >= weight
    return {
      level1,
      level2,
      name,
      weight,
      score,
      basis: isFull ? `按评分标准得满分，${thing}核对无异常` : basis,
    }
  })
}

export function gradeOf(total: number): string {
  return total >= 90 ? '优' : total >= 80 ? '良' : total >= 60 ? '中' : '差'
}

export const totalOf = (rows: readonly Row[]) => round2(rows.reduce((sum, { score }) => sum + score, 0))

/** Three ways reports are laid out: headings numbered or not, the basis in the table or in the text. */
export function writeReport(subject: Subject, style: number): Draft {
  const rows = rowsOf(subject)
  const total = totalOf(rows)
  const s = subject
  const h = (number: string, title: string) => (style === 2 ? title : `${number}、${title}`)
  const p = (text: string): ReportPart => ({ paragraph: text })
  const parts: ReportPart[] = [
    p(s.name),
    p(`${s.year}年度绩效评价报告`),
    p(`委托单位：${s.county}财政局`),
    p(`评价机构：${s.agency}`),
    ...(style === 1 ? [p('目录'), p('一、基本情况.........1'), p('二、绩效评价工作开展情况.........5')] : []),
    p(h('一', '基本情况')),
    p('（一）项目概况'),
    p(
      `${s.name}由${s.unit}实施，主管部门为${s.department}。项目内容是${s.thing}，计划完成${s.planned}${s.measure}，服务${s.people}。`,
    ),
    p(
      `${s.year}年预算资金${s.budget}万元，实际到位资金${s.received}万元，资金到位率${percent(s.received, s.budget)}；实际支出${s.spent}万元，预算执行率${percent(s.spent, s.received)}。`,
    ),
    p(
      `预算资金${s.budget}万元，其中：上级资金${round2(s.budget * 0.6)}万元、本级资金${round2(s.budget * 0.4)}万元。`,
    ),
    p('（二）项目绩效目标'),
    p(`年度目标是完成${s.thing}${s.planned}${s.measure}，${s.people}满意度不低于90%。`),
    p(h('二', '绩效评价工作开展情况')),
    p('（一）评价目的、对象和范围'),
    p(
      `通过评价了解${s.thing}的实施效果和资金使用情况，评价对象为${s.year}年度全部预算资金，范围覆盖${s.county}所有实施点。`,
    ),
    p('（二）评价原则、指标体系、方法和标准'),
    p(
      '评价遵循科学规范、公正公开、分级分类、绩效相关的原则，指标体系由决策、过程、产出、效益四类组成，满分100分，采用比较法、因素分析法和公众评判法。',
    ),
    p('（三）评价工作过程'),
    p(`评价组制定工作方案，收集资料，到现场核查${s.thing}，发放问卷，与${s.unit}交换意见后形成报告。`),
    p(h('三', '综合评价情况及评价结论')),
    p(
      `经评价组综合评价，项目综合得分${points(total)}分，评价等级为“${gradeOf(total)}”。单位自评得分98分，自评等级为“优”。`,
    ),
    { table: summaryTable(rows, style) },
    p(h('四', '绩效评价指标分析')),
    ...['决策', '过程', '产出', '效益'].flatMap((group, index) => [
      p(`（${'一二三四'[index]}）项目${group}情况`),
      ...rows.filter(({ level1 }) => level1 === group).map((row, at) => p(analysisOf(row, at + 1, style))),
    ]),
    p(h('五', '主要经验及做法、存在的问题及原因分析')),
    p('（一）主要经验及做法'),
    p(`${s.unit}把${s.thing}任务分解到每个实施点，建立周调度台账，${s.benefit}。`),
    p('（二）存在的问题及原因分析'),
    ...s.problem.map(([fact, cause], index) =>
      p(`${index + 1}.${fact}。主要原因是${cause}，影响了${s.people}的实际感受。`),
    ),
    p(h('六', '有关建议')),
    ...s.problem.map(([, , advice], index) => p(`${index + 1}.${advice}。`)),
    p(h('七', '其他需要说明的问题')),
    p(`评价所用数据由${s.unit}提供，${s.agency}对原始凭证作了抽查核对。`),
    p(`评价机构（盖章）：${s.agency}`),
    p('附件1 绩效评价指标评分表'),
    { table: scoreTable(rows, style) },
  ]
  return { subject, style, parts }
}

function analysisOf({ name, weight, score, basis }: Row, number: number, style: number): string {
  const told = style === 0 ? `${basis}。` : `评价组核对了原始资料，${basis}。`
  return `${number}.${name}。分值${weight}分，得分${points(score)}分。${told}`
}

/** Styles 0 and 2 give the reason in the table; style 1 only in the text. */
export function scoreTable(rows: readonly Row[], style: number, name = '表2') {
  const head =
    style === 1
      ? ['一级指标', '二级指标', '三级指标', '权重', '评分']
      : ['一级指标', '二级指标', '三级指标', '分值', '得分', '评分依据']
  const body = rows.map((row) => [
    row.level1,
    row.level2,
    row.name,
    String(row.weight),
    points(row.score),
    ...(style === 1 ? [] : [row.basis]),
  ])
  const weights = rows.reduce((sum, { weight }) => sum + weight, 0)
  const sum = ['合计', '', '', String(weights), points(totalOf(rows)), ...(style === 1 ? [] : [''])]
  return makeGrid({ name, rows: [head, ...body, sum], addressing: 'words' })
}

export function summaryTable(rows: readonly Row[], style: number) {
  const groups = ['决策', '过程', '产出', '效益'].map((group) => {
    const own = rows.filter(({ level1 }) => level1 === group)
    const weight = own.reduce((sum, row) => sum + row.weight, 0)
    return [group, String(weight), points(totalOf(own)), percent(totalOf(own), weight)]
  })
  const total = ['合计', '100', points(totalOf(rows)), percent(totalOf(rows), 100)]
  const head = style === 1 ? ['指标', '权重', '得分', '得分率'] : ['一级指标', '分值', '得分', '得分率']
  return makeGrid({ name: '表1', rows: [head, ...groups, total], addressing: 'words' })
}

/** What the product knows when the report is handed in. */
export function factsOf({ county: _county, ...subject }: Subject): ReportFacts {
  return {
    projectName: subject.name,
    unitName: subject.unit,
    departmentName: subject.department,
    agencyName: subject.agency,
    fiscalYear: subject.year,
    total_x100: Math.round(totalOf(rowsOf(subject as Subject)) * 100),
  }
}
