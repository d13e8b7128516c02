import { rowsOf } from '../../../forms/form-index.ts'
import { formatWanYuan } from '../../../shared/money.ts'
import { GRADES, type Grade } from '../../../shared/grade.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { formatScore } from '../../../shared/score.ts'
import { cite } from '../../../shared/sources.ts'
import { allOf, type CaseRecord, type ConsistencyCase, newestOf } from '../../consistency/case.ts'
import { numeralMismatches } from '../../consistency/numeral-mismatch.ts'
import { type ConsistencyFinding, inconsistent, type Relation } from '../../consistency/relation.ts'
import { sameValue, spotAt } from '../../consistency/spot.ts'
import { mismatched } from './stage-reports-tell.ts'

/** PIL-152 评价结果: score, grade and money are the same wherever the result is decided or disclosed. */
export const PIL_152: RuleHeader = {
  id: 'PIL-152',
  name: '评价结果与决定、公开一致',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（四）使用、评价、公示（公开）、应用'),
}

export const sameResults: Relation = {
  header: PIL_152,
  check: (given) => {
    const evaluation = newestOf(given, 'evaluation.finance')
    if (!evaluation || !['confirmed', 'closed'].includes(evaluation.state)) return []
    const decision = newestOf(given, 'results.budgetDecision')
    return [
      ...sameValue(PIL_152, spotAt(decision, 'grade'), spotAt(evaluation, 'grade')),
      ...projectGrade(given, evaluation),
      ...allOf(given, 'results.disclosure').flatMap((record) => disclosed(record, evaluation, given)),
    ]
  },
}

function projectGrade({ project }: ConsistencyCase, evaluation: CaseRecord): ConsistencyFinding[] {
  const grade = evaluation.content['grade']
  if (project.grade === null || project.grade === grade) return []
  const words = (value: unknown) => GRADES[value as Grade] ?? '未定'
  const message =
    `项目档案的评价等级“${words(project.grade)}”，与“${evaluation.title}”的等级“${words(grade)}”不一致，` +
    '请查明原因。'
  return [inconsistent(PIL_152, evaluation.id, message)]
}

/** Where the public text gives score, grade or budget, they are those of the records. */
function disclosed(record: CaseRecord, evaluation: CaseRecord, given: ConsistencyCase): ConsistencyFinding[] {
  const { project } = given
  const text = String(record.content['summary'] ?? '')
  const { totalScore_x100, grade } = evaluation.content
  const pairs = [
    [
      '评价得分',
      /评价得分([\d.]+)分/,
      typeof totalScore_x100 === 'number' ? formatScore(totalScore_x100) : '',
    ],
    ['评价等级', /评价等级为“(.)”/, GRADES[grade as Grade] ?? ''],
    ['年度预算', /年度预算([\d.,]+)万元/, formatWanYuan(project.budget_fen)],
  ] as const
  const problems = rowsOf(evaluation.content, 'problems').flatMap(({ problem }) => (problem ? [problem] : []))
  const listed = `主要问题：${problems.map((one, index) => `${index + 1}.${String(one)}`).join('')}`
  const sources = [{ recordId: evaluation.id }]
  const retold = [String(evaluation.content['conclusion'] ?? ''), listed].map((line) => ({
    text: line,
    sources,
  }))
  const repeated = numeralMismatches(text, retold).map((mismatch) =>
    mismatched(given, record.id, `“${record.title}”公开内容`, mismatch, PIL_152),
  )
  const figures = pairs.flatMap(([what, pattern, expected]) => {
    const said = pattern.exec(text)?.[1]
    if (said === undefined || said === expected) return []
    return [
      inconsistent(
        PIL_152,
        record.id,
        `“${record.title}”公开内容中的${what}${said}，与评价记录${expected}不一致，请更正公开内容。`,
      ),
    ]
  })
  return [...figures, ...repeated]
}
