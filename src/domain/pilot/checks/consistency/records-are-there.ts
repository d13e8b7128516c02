import { computePanelScore } from '../../../exante/index.ts'
import { rowsOf } from '../../../forms/form-index.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import { dayOf } from '../../../workflow/sentences.ts'
import { allOf, type CaseRecord, type ConsistencyCase, newestOf } from '../../consistency/case.ts'
import { type ConsistencyFinding, inconsistent, type Relation } from '../../consistency/relation.ts'
import { momentOf } from '../../consistency/retell.ts'
import { trackingDays } from './follow-ups.ts'

/** PIL-157 记录齐全: a record that another one counts on is there. */
export const PIL_157: RuleHeader = {
  id: 'PIL-157',
  name: '相互引用的记录齐全',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '二、（三）全流程规范化绩效管理'),
}

export const recordsAreThere: Relation = {
  header: PIL_157,
  // Whoever may not see records of every kind cannot know that one is missing.
  check: (given) =>
    given.isWhole
      ? [
          ...scoreSheets(given),
          ...leadNote(given),
          ...engagement(given),
          ...groupPledges(given),
          ...tasks(given),
          ...adjustments(given),
          ...missingFollowUps(given),
        ]
      : [],
}

/** As many sheets as experts scored, once scoring is closed; before that they are shown to nobody. */
function scoreSheets(given: ConsistencyCase): ConsistencyFinding[] {
  const evaluation = newestOf(given, 'exante.evaluation')
  const raters = Number(evaluation?.content['raterCount'] ?? 0)
  const sheets = allOf(given, 'exante.scoreSheet').filter(({ state }) => state === 'submitted')
  if (!evaluation || momentOf(evaluation, 'closeScoring') === undefined) return []
  if (sheets.length === 0 || sheets.length === raters) return []
  return [missing(evaluation, `有${raters}人评分，专家评分表只有${sheets.length}份`)]
}

function leadNote(given: ConsistencyCase): ConsistencyFinding[] {
  const evaluation = newestOf(given, 'exante.evaluation')
  const closed = evaluation && momentOf(evaluation, 'closeScoring')
  if (!evaluation || closed === undefined || newestOf(given, 'exante.leadNote')) return []
  const marks = rowsOf(evaluation.content, 'panelMarks')
  const sheets = rowsOf(evaluation.content, 'panelRaters').map((row) => ({
    rater: String(row['person']),
    total_x100: Number(row['total_x100']),
    dimensions: marks
      .filter(({ person }) => person === row['person'])
      .map((mark) => ({
        code: mark['dimension'] as never,
        label: String(mark['dimensionLabel']),
        points_x100: Number(mark['weight_x100']),
        score_x100: Number(mark['score_x100']),
      })),
  }))
  const { spread } = computePanelScore(sheets, given.rulesAt(dayOf(closed)))
  const isNeeded = spread.needsNote || marks.some(({ isOutlier }) => isOutlier === true)
  return isNeeded ? [missing(evaluation, '专家评分差异较大，没有“评分差异组长说明”')] : []
}

/** An evaluation that an institution reported on had a contract. */
function engagement(given: ConsistencyCase): ConsistencyFinding[] {
  const evaluation = newestOf(given, 'evaluation.finance')
  const isReported = evaluation?.versions.some(({ action }) => action === 'finalise')
  if (!evaluation?.content['agency'] || !isReported) return []
  return newestOf(given, 'evaluation.engagement')
    ? []
    : [missing(evaluation, '由第三方机构提交报告，没有“第三方评价委托书”')]
}

/** Whoever the evaluation says has pledged left a pledge. */
function groupPledges(given: ConsistencyCase): ConsistencyFinding[] {
  const evaluation = newestOf(given, 'evaluation.finance')
  if (!evaluation) return []
  const pledged = allOf(given, 'evaluation.groupPledge').filter(({ state }) => state === 'pledged')
  const people = new Set(pledged.map(({ content }) => content['member']))
  const noted = rowsOf(evaluation.content, 'members').filter(({ pledgedOn }) => Boolean(pledgedOn))
  const lacking = noted.filter(({ person }) => !people.has(person ?? null)).length
  return lacking === 0
    ? []
    : [missing(evaluation, `自行组织，有${lacking}名成员登记为已承诺，没有“评价组成员申报和承诺书”`)]
}

function tasks(given: ConsistencyCase): ConsistencyFinding[] {
  const notice = newestOf(given, 'results.notice')
  if (!notice || momentOf(notice, 'issue') === undefined) return []
  const problems = rowsOf(notice.content, 'problems').length
  const numbers = new Set(allOf(given, 'results.task').map(({ content }) => content['problemNumber']))
  return Array.from({ length: problems }, (_, index) => index + 1)
    .filter((number) => !numbers.has(number))
    .map((number) => missing(notice, `第${number}个问题没有整改任务`))
}

function missingFollowUps(given: ConsistencyCase): ConsistencyFinding[] {
  const notice = newestOf(given, 'results.notice')
  const known = allOf(given, 'results.followUp')
  const days = trackingDays(given)
  if (!notice || known.length >= days.length) return []
  return [missing(notice, `办结后应跟踪${days.length}次，“结果应用跟踪问效”只有${known.length}件`)]
}

function adjustments(given: ConsistencyCase): ConsistencyFinding[] {
  const sheet = newestOf(given, 'targets.sheet')
  const made = sheet?.acts.filter(({ action }) => action === 'adjust').length ?? 0
  const decided = allOf(given, 'targets.adjustment').filter(({ state }) => state === 'approved').length
  if (!sheet || decided >= made) return []
  return [missing(sheet, `按批复的调整更新${made}次，批复的“绩效目标调整”只有${decided}件`)]
}

function missing(record: CaseRecord, what: string): ConsistencyFinding {
  const message = `“${record.title}”${what}，请补齐；原有记录不见的，请系统管理员从备份恢复。`
  return inconsistent(PIL_157, record.id, message)
}
