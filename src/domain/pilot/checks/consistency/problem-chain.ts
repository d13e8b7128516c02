import { rowsOf } from '../../../forms/form-index.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import { allOf, type CaseRecord, newestOf } from '../../consistency/case.ts'
import { type ConsistencyFinding, inconsistent, type Relation } from '../../consistency/relation.ts'
import { cellSpot, columnSpots, sameSum, sameValue, spotAt } from '../../consistency/spot.ts'

/** PIL-150 问题链: problems of the evaluation are those of the notice, one problem one task. */
export const PIL_150: RuleHeader = {
  id: 'PIL-150',
  name: '评价问题、整改通知、整改任务一致',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（五）以评促改'),
}

export const problemChain: Relation = {
  header: PIL_150,
  check: (given) => {
    const notice = newestOf(given, 'results.notice')
    if (!notice || notice.state === 'draft') return []
    const evaluation = newestOf(given, 'evaluation.finance')
    return [
      ...(evaluation ? compareNotice(notice, evaluation) : []),
      ...allOf(given, 'results.task').flatMap((task) => compareTask(task, notice)),
    ]
  },
}

const PAIRS = [
  ['problem', 'problem'],
  ['evidence', 'evidence'],
  ['indicator', 'indicator'],
  ['amount_fen', 'amount_fen'],
] as const

/** By problem where it is word for word the same, else by number; a notice may also join several evaluations. */
function compareNotice(notice: CaseRecord, evaluation: CaseRecord): ConsistencyFinding[] {
  const asked = rowsOf(notice.content, 'problems')
  const found = rowsOf(evaluation.content, 'problems')
  const score = sameValue(
    PIL_150,
    spotAt(notice, 'evaluatedScore_x100'),
    spotAt(evaluation, 'totalScore_x100'),
  )
  const grade = sameValue(PIL_150, spotAt(notice, 'grade'), spotAt(evaluation, 'grade'))
  // A notice also joins what self-evaluation or monitoring found; it may leave out nothing the evaluators found.
  const number =
    asked.length >= found.length
      ? []
      : [
          inconsistent(
            PIL_150,
            notice.id,
            `“${notice.title}”列出${asked.length}个问题，少于评价发现的${found.length}个，请核对。`,
            'warning',
          ),
        ]
  const rows = asked.flatMap((row, index) => {
    const same = found.findIndex(({ problem }) => problem === row['problem'])
    if (same < 0 && asked.length !== found.length) return []
    const at = same < 0 ? index : same
    return PAIRS.flatMap(([own, theirs]) =>
      sameValue(
        PIL_150,
        cellSpot(notice, 'problems', index, own),
        cellSpot(evaluation, 'problems', at, theirs),
      ),
    )
  })
  return [...score, ...grade, ...number, ...rows]
}

function compareTask(task: CaseRecord, notice: CaseRecord): ConsistencyFinding[] {
  const row = Number(task.content['problemNumber']) - 1
  const of = (column: string) => cellSpot(notice, 'problems', row, column)
  const known = rowsOf(notice.content, 'problems')[row]
  if (!known)
    return [
      inconsistent(
        PIL_150,
        task.id,
        `“${task.title}”的问题序号在“${notice.title}”中没有对应的问题，请核对。`,
      ),
    ]
  const isNumberRight = !/\d$/.test(task.title) || task.title.endsWith(String(task.content['problemNumber']))
  return [
    ...(isNumberRight
      ? []
      : [inconsistent(PIL_150, task.id, `“${task.title}”的问题序号与任务名称不一致，请核对。`)]),
    ...sameValue(PIL_150, spotAt(task, 'problem'), of('problem')),
    ...sameValue(PIL_150, spotAt(task, 'requirement'), of('requirement')),
    ...sameValue(PIL_150, spotAt(task, 'basis'), of('evidence')),
    ...sameValue(PIL_150, spotAt(task, 'indicator'), of('indicator')),
    ...sameValue(PIL_150, spotAt(task, 'amount_fen'), of('amount_fen')),
    ...sameValue(PIL_150, spotAt(task, 'recover_fen'), of('recover_fen')),
    ...sameValue(PIL_150, spotAt(task, 'planDueOn'), spotAt(notice, 'planDueOn')),
    ...sameValue(PIL_150, firstDueOn(task), of('dueOn') ?? spotAt(notice, 'completionDueOn')),
    ...sameSum(PIL_150, spotAt(task, 'recovered_fen'), columnSpots(task, 'recoveries', 'paid_fen')),
  ]
}

/** The day before anything was put off. */
function firstDueOn(task: CaseRecord) {
  return spotAt(task, 'firstDueOn') ?? spotAt(task, 'completionDueOn')
}
