/** What can be brought in for many projects at once, and the records it is written into. */
export type BatchSubject = {
  readonly id: string
  readonly title: string
  readonly kind: string
  /** The table whose rows the file brings; without it one line of the file is one record. */
  readonly rows?: string
  readonly help: string
}

export const BATCH_SUBJECTS: readonly BatchSubject[] = [
  {
    id: 'budget',
    title: '预算申请和安排',
    kind: 'project.budgetLine',
    help: '一行一个项目：项目代码，以及申请金额、控制数、安排金额、批复文号等。',
  },
  {
    id: 'execution',
    title: '预算执行情况',
    kind: 'monitoring.round',
    rows: 'execution',
    help: '一行一个项目的一种资金来源：项目代码、资金来源、年初预算数、调整后预算数、截至本月执行数、全年预计执行数。',
  },
  {
    id: 'indicators',
    title: '绩效指标',
    kind: 'targets.sheet',
    rows: 'indicators',
    help: '一行一个指标：项目代码、一级指标、二级指标、三级指标、指标值、权重等。文件里没有的指标不会删除。',
  },
]

export function findSubject(id: string): BatchSubject | undefined {
  return BATCH_SUBJECTS.find((subject) => subject.id === id)
}
