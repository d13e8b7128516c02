import { GRADES } from '../../shared/grade.ts'
import { formatWanYuan } from '../../shared/money.ts'
import { formatScore } from '../../shared/score.ts'
import { LINKAGE_MEASURES } from '../compute/linkage.ts'
import type { FigureBook, Stated } from './figure-book.ts'
import type { ResultSource, YearResult } from './year-result.ts'

/** The lines of one project that texts and sums are made of. */
export type ProjectFigures = {
  readonly result: YearResult
  readonly name: string
  readonly budget: Stated
  readonly score: Stated | undefined
  readonly problems: readonly Stated[]
  readonly notice: Stated | undefined
  readonly tasks: readonly { readonly state: Stated; readonly recovered: Stated | undefined }[]
  readonly decision:
    | {
        readonly measure: Stated
        readonly current: Stated
        readonly next: Stated
        readonly change: Stated
      }
    | undefined
  readonly disclosure: Stated | undefined
}

/** Enters everything a report may say of a project, each value with the version it was read from. */
export function stateProject(book: FigureBook, result: YearResult): ProjectFigures {
  const { evaluation, notice, disclosure } = result
  const project = projectSource(result)
  const word = wordsOf(book, result)
  const { score_x100 } = evaluation
  return {
    result,
    name: book.quoted(result.projectName, '项目名称中的数字', project, 'name'),
    budget: moneyOf(book, result)(
      '涉及资金',
      result.budget_fen,
      result.isBudgetOfEvaluation ? evaluation : project,
      'budget_fen',
    ),
    score:
      score_x100 === null
        ? undefined
        : word('评价得分', `${formatScore(score_x100)}分`, String(score_x100), evaluation, 'totalScore_x100'),
    problems: evaluation.problems.map((text, index) =>
      word(`问题${index + 1}`, clip(text), text.slice(0, 100), evaluation, `problems[${index}].problem`),
    ),
    notice:
      notice === null
        ? undefined
        : word(
            '整改通知',
            notice.documentNumber ?? '未编号',
            notice.documentNumber ?? '',
            notice,
            'documentNumber',
          ),
    tasks: result.tasks.map((task) => stateTask(book, result, task)),
    decision: stateDecision(book, result),
    disclosure:
      disclosure?.disclosedOn == null
        ? undefined
        : word('公开日期', disclosure.disclosedOn, disclosure.disclosedOn, disclosure, 'disclosedOn'),
  }
}

function stateTask(book: FigureBook, result: YearResult, task: YearResult['tasks'][number]) {
  const { isVerified, recovered_fen, recordTitle } = task
  const text = isVerified ? '已核实' : '未核实'
  return {
    state: wordsOf(book, result)(recordTitle, text, String(isVerified), task, 'state'),
    recovered:
      recovered_fen === null
        ? undefined
        : moneyOf(book, result)(`${recordTitle}核实收回资金`, recovered_fen, task, 'verifiedRecovered_fen'),
  }
}

function stateDecision(book: FigureBook, result: YearResult): ProjectFigures['decision'] {
  const { decision } = result
  if (decision === null) return undefined
  const money = moneyOf(book, result)
  const { measure, current_fen, next_fen, performanceChange_fen } = decision
  return {
    measure: wordsOf(book, result)('处理方式', LINKAGE_MEASURES[measure], measure, decision, 'measure'),
    current: money('本年预算', current_fen, decision, 'current_fen'),
    next: money('下年安排', next_fen, decision, 'next_fen'),
    change: money('因绩效结果增减', performanceChange_fen, decision, 'performanceChange_fen'),
  }
}

function moneyOf(book: FigureBook, { projectName }: YearResult) {
  return (label: string, fen: string, source: ResultSource, field: string) =>
    book.record({ label: projectName + label, text: `${formatWanYuan(fen)}万元`, value: fen }, source, field)
}

function wordsOf(book: FigureBook, { projectName }: YearResult) {
  return (label: string, text: string, value: string, source: ResultSource, field: string) =>
    book.record({ label: projectName + label, text, value }, source, field)
}

/** The project file itself, as a source of its name, year and money. */
export function projectSource({ projectId, projectName, projectVersion }: YearResult): ResultSource {
  return { recordId: projectId, recordTitle: `项目档案：${projectName}`, version: projectVersion }
}

/** 优、良、中、差 of a project, in words. */
export function gradeOf({ evaluation }: YearResult): string {
  return evaluation.grade === null ? '未定' : GRADES[evaluation.grade]
}

/** Room of the column 文中写法. */
function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
