import { count, HEAD, head, money, type OpenTable, text, yuan } from './table-parts.ts'

/** What only the targets of departments and policies say. */
export const OFFICE_TABLES: readonly OpenTable[] = [
  {
    name: 'office_targets',
    title: '部门整体和政策绩效目标的其他内容',
    key: ['project_id'],
    fields: [
      ...HEAD,
      text('duty', '部门职责概述'),
      text('basis', '政策设立依据'),
      text('beneficiaries', '政策支持对象和标准'),
      { name: 'period_start', type: 'date', title: '执行期起' },
      { name: 'period_end', type: 'date', title: '执行期止' },
      yuan('period_total_yuan', '执行期资金总额'),
      text('no_satisfaction_reason', '不设满意度指标的原因'),
    ],
    rowsOf: ({ office, ...one }) =>
      office
        ? [
            [
              ...head(one),
              office.duty,
              office.basis,
              office.beneficiaries,
              office.periodStart || null,
              office.periodEnd || null,
              money(office.periodTotal_fen),
              office.noSatisfactionReason,
            ],
          ]
        : [],
  },
  {
    name: 'tasks',
    title: '部门年度主要任务',
    key: ['project_id', 'number'],
    fields: [
      ...HEAD,
      count('number', '序号'),
      text('name', '任务名称'),
      text('content', '主要内容'),
      text('project_code', '项目代码'),
      yuan('total_yuan', '预算金额'),
      yuan('fiscal_yuan', '财政拨款'),
      yuan('other_yuan', '其他资金'),
    ],
    rowsOf: (one) =>
      (one.office?.tasks ?? []).map((task, at) => [
        ...head(one),
        at + 1,
        task.name,
        task.content,
        task.projectCode,
        money(task.total_fen),
        money(task.fiscal_fen),
        money(task.other_fen),
      ]),
  },
]
