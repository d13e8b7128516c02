import { GRADES } from '../../shared/grade.ts'
import { formatWeight } from '../../shared/score.ts'
import { kindOf, PUBLIC_KINDS } from '../published-office.ts'
import type { PublishedProject, PublishedScoreRow } from '../published-project.ts'
import { OFFICE_TABLES } from './office-tables.ts'
import { count, HEAD, head, money, type OpenCell, type OpenTable, points, text, yuan } from './table-parts.ts'

/** The tables of one place and year or of one project; the indicator table follows the result model of IATI. */
export const OPEN_TABLES: readonly OpenTable[] = [
  {
    name: 'projects',
    title: '项目',
    key: ['project_id'],
    fields: [
      ...HEAD,
      text('place_code', '行政区划代码'),
      text('place', '地区'),
      { name: 'year', type: 'year', title: '预算年度' },
      text('name', '项目名称'),
      text('code', '项目代码'),
      text('department', '主管部门'),
      text('unit', '实施单位'),
      text('category', '项目类别'),
      yuan('budget_yuan', '年度预算'),
      { name: 'published_on', type: 'date', title: '公开日期' },
      text('correction', '更正原因'),
      text('kind', '种类：项目、部门整体、政策'),
    ],
    rowsOf: (one) => [
      [
        ...head(one),
        one.place.code,
        one.place.name,
        one.year,
        one.project.name,
        one.project.code,
        one.project.department,
        one.project.unit,
        one.project.category,
        money(one.project.budget_fen),
        one.published.on,
        one.published.correction,
        PUBLIC_KINDS[kindOf(one)],
      ],
    ],
  },
  {
    name: 'budget',
    title: '预算各阶段金额',
    key: ['project_id', 'phase'],
    fields: [
      ...HEAD,
      text('phase', '阶段：approved 批复、adjusted 调整后、executed 执行'),
      yuan('amount_yuan', '金额'),
    ],
    rowsOf: (one) =>
      (
        [
          ['approved', one.target?.total_fen ?? ''],
          ['adjusted', one.selfEvaluation?.budget_fen ?? ''],
          ['executed', one.selfEvaluation?.executed_fen ?? ''],
        ] as const
      ).flatMap(([phase, fen]) => (fen === '' ? [] : [[...head(one), phase, money(fen)]])),
  },
  {
    name: 'targets',
    title: '绩效目标',
    key: ['project_id'],
    fields: [
      ...HEAD,
      { name: 'approved_on', type: 'date', title: '批复日期' },
      text('annual_goal', '年度目标'),
      text('period_goal', '实施期目标'),
      yuan('total_yuan', '年度资金总额'),
      yuan('fiscal_yuan', '财政拨款'),
      yuan('other_yuan', '其他资金'),
    ],
    rowsOf: (one) =>
      one.target
        ? [
            [
              ...head(one),
              one.target.approvedOn,
              one.target.annualGoal,
              one.target.periodGoal,
              money(one.target.total_fen),
              money(one.target.fiscal_fen),
              money(one.target.other_fen),
            ],
          ]
        : [],
  },
  ...OFFICE_TABLES,
  {
    name: 'indicators',
    title: '绩效指标和完成情况',
    key: ['project_id', 'number'],
    fields: [
      ...HEAD,
      count('number', '序号'),
      text('result_type', '结果类别：output 产出、outcome 效益'),
      text('level1', '一级指标'),
      text('level2', '二级指标'),
      text('measure', '指标'),
      text('unit', '度量单位'),
      count('ascending', '越高越好为 1，越低越好为 -1，其他为 0'),
      { name: 'period_start', type: 'date', title: '考核期起' },
      { name: 'period_end', type: 'date', title: '考核期止' },
      text('target_value', '目标值'),
      text('target_text', '目标值文字'),
      text('actual_value', '实际完成值'),
      points('weight_points', '分值'),
      points('score_points', '得分'),
      text('comment', '计分说明'),
    ],
    rowsOf: indicatorRows,
  },
  {
    name: 'evaluations',
    title: '评价结果',
    key: ['project_id', 'kind'],
    fields: [
      ...HEAD,
      text('kind', '评价：self 单位自评、finance 财政评价'),
      { name: 'confirmed_on', type: 'date', title: '确认日期' },
      text('evaluator', '评价机构'),
      points('score_points', '总分'),
      text('grade', '等级'),
      text('conclusion', '结论'),
    ],
    rowsOf: (one) => [
      ...(one.selfEvaluation
        ? [
            [
              ...head(one),
              'self',
              one.selfEvaluation.confirmedOn,
              one.project.unit,
              score(one.selfEvaluation.total_x100),
              gradeOf(one.selfEvaluation.grade),
              null,
            ],
          ]
        : []),
      ...(one.evaluation
        ? [
            [
              ...head(one),
              'finance',
              one.evaluation.confirmedOn,
              one.evaluation.evaluator,
              score(one.evaluation.total_x100),
              gradeOf(one.evaluation.grade),
              one.evaluation.conclusion,
            ],
          ]
        : []),
    ],
  },
  {
    name: 'evaluation_items',
    title: '财政评价指标得分',
    key: ['project_id', 'number'],
    fields: [
      ...HEAD,
      count('number', '序号'),
      text('level1', '一级指标'),
      text('level2', '二级指标'),
      text('name', '三级指标'),
      points('weight_points', '分值'),
      points('score_points', '得分'),
      text('basis', '评分依据'),
    ],
    rowsOf: (one) =>
      (one.evaluation?.items ?? []).map((item, at) => [
        ...head(one),
        at + 1,
        item.level1,
        item.level2,
        item.name,
        score(item.weight_x100),
        score(item.score_x100),
        item.basis,
      ]),
  },
  {
    name: 'problems',
    title: '存在的问题',
    key: ['project_id', 'number'],
    fields: [
      ...HEAD,
      count('number', '序号'),
      text('problem', '问题'),
      text('indicator', '涉及指标'),
      yuan('amount_yuan', '涉及金额'),
      text('suggestion', '建议'),
    ],
    rowsOf: (one) =>
      (one.problems ?? []).map((row, at) => [
        ...head(one),
        at + 1,
        row.problem,
        row.indicator,
        money(row.amount_fen),
        row.suggestion,
      ]),
  },
  {
    name: 'rectification',
    title: '整改情况',
    key: ['project_id', 'number'],
    fields: [
      ...HEAD,
      count('number', '问题序号'),
      text('problem', '问题'),
      text('state', '进展'),
      text('measure', '措施'),
      text('result', '结果'),
      { name: 'completed_on', type: 'date', title: '完成日期' },
      yuan('recovered_yuan', '收回资金'),
    ],
    rowsOf: (one) =>
      (one.rectification ?? []).map((row) => [
        ...head(one),
        row.number,
        row.problem ?? '',
        row.state,
        row.measure,
        row.result,
        row.completedOn === '' ? null : row.completedOn,
        money(row.recovered_fen),
      ]),
  },
  {
    name: 'applications',
    title: '评价结果与预算安排',
    key: ['project_id'],
    fields: [
      ...HEAD,
      { name: 'decided_on', type: 'date', title: '决定日期' },
      text('measure', '处理方式'),
      yuan('current_yuan', '本年预算'),
      yuan('next_yuan', '下年安排'),
      yuan('performance_change_yuan', '因绩效结果增减'),
      text('reason', '理由'),
    ],
    rowsOf: ({ decision, ...one }) =>
      decision
        ? [
            [
              ...head(one),
              decision.decidedOn,
              decision.measure,
              money(decision.current_fen),
              money(decision.next_fen),
              money(decision.performanceChange_fen),
              decision.reason,
            ],
          ]
        : [],
  },
  {
    name: 'withheld',
    title: '没有公开的内容和理由',
    key: ['project_id', 'number'],
    fields: [
      ...HEAD,
      count('number', '序号'),
      text('what', '内容'),
      text('basis', '类别'),
      text('reason', '理由'),
    ],
    rowsOf: (one) => one.withheld.map((row, at) => [...head(one), at + 1, row.what, row.basis, row.reason]),
  },
]

/** What was reached where it is public, else what was planned. */
function indicatorRows(one: PublishedProject): OpenCell[][] {
  const { target, selfEvaluation, year } = one
  const period = [`${year}-01-01`, `${year}-12-31`]
  const targets = new Map((target?.indicators ?? []).map((row) => [row.name, row]))
  if (!selfEvaluation) {
    return (target?.indicators ?? []).map((row, at) => [
      ...head(one),
      at + 1,
      resultType(row.level1),
      row.level1,
      row.level2,
      row.name,
      row.unit,
      row.direction,
      ...period,
      row.value,
      row.targetText,
      null,
      // The target of a whole department has no weights.
      kindOf(one) === 'departmentWhole' ? null : formatWeight(row.weight_x100),
      null,
      row.isWithheld ? '未公开' : null,
    ])
  }
  return selfEvaluation.rows.map((row, at) => [
    ...head(one),
    at + 1,
    resultType(row.level1),
    row.level1,
    row.level2,
    row.target.name,
    row.target.unit ?? '',
    targets.get(row.target.name)?.direction ?? directionOf(row.target.operator),
    ...period,
    row.target.value ?? row.target.dateValue ?? '',
    row.targetText,
    row.actualInWords,
    formatWeight(row.target.weight_x100),
    score(row.score_x100),
    commentOn(row),
  ])
}

function commentOn({ entered_x100, isWithheld }: PublishedScoreRow): string {
  if (isWithheld) return '未公开'
  return entered_x100 === null ? '按规则计算' : '单位填写'
}

function directionOf(operator: string | null | undefined): number {
  if (operator === 'ge' || operator === 'gt') return 1
  return operator === 'le' || operator === 'lt' ? -1 : 0
}

function resultType(level1: string): string {
  return level1.includes('产出') || level1.includes('成本') ? 'output' : 'outcome'
}

function score(score_x100: number | null): string | null {
  return score_x100 === null ? null : (score_x100 / 100).toFixed(2)
}

function gradeOf(grade: keyof typeof GRADES | null): string | null {
  return grade && GRADES[grade]
}
