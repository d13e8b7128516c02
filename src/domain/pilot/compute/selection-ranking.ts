import type { ParameterReader, ParameterValues } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { GRADES, type Grade } from '../../shared/grade.ts'
import { formatWanYuan } from '../../shared/money.ts'
import { formatBp } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { type EarnedShare, type PointLine, pointLines, ranked, type WeightedItem } from './weighted-points.ts'

export const PIL_023: RuleHeader = {
  id: 'PIL-023',
  name: '候选试点项目排序',
  stage: 'pilot',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '二（二）'),
  standing: 'proposal',
  parameters: ['pilot.selection_ranking'],
}

/** What is known of a project that might be chosen. */
export type Candidate = {
  readonly projectId: string
  readonly name: string
  readonly budget_fen: string
  readonly isNew: boolean
  readonly isMajor: boolean
  /** Conditions of the plan that its recommendation ticks with evidence; null while there is none. */
  readonly conditions: readonly string[] | null
  /** Grade of the last evaluation, and the newest light. */
  readonly grade: string | null
  readonly light: string | null
}

/** Conditions of the plan (二(二)) that say what a project is about, and those that say where it fails. */
const ATTENTION = ['majorTask', 'wideCoverage', 'farReaching']
const PROBLEMS = ['changedEnvironment', 'poorExecution', 'weakBenefit']

export type RankedCandidate = Candidate & {
  readonly lines: readonly PointLine[]
  readonly total_x100: number
  readonly rank: number
  readonly isTied: boolean
}

/**
 * PIL-023: the candidates of a place, best first, each with its points line by line. The rank proposes; the
 * place chooses and says why.
 * @param items the points as the programme in force sets them; the parameter's own without it
 */
export function computeSelectionRanking(
  given: { readonly candidates: readonly Candidate[]; readonly items?: readonly WeightedItem[] },
  rules: ParameterReader,
): Explained<{ readonly candidates: readonly RankedCandidate[] }> {
  const parameter = rules.value('pilot.selection_ranking')
  const items = given.items ?? parameter.value.items
  const largest = given.candidates.reduce((most, { budget_fen }) => {
    const own = BigInt(budget_fen)
    return own > most ? own : most
  }, 0n)
  const shares = sharesOf(parameter.value, largest)
  const candidates = ranked(
    given.candidates.map((candidate) => {
      const lines = pointLines(items, ({ id }) => shares[id]?.(candidate) ?? NOTHING)
      return { ...candidate, lines, total_x100: lines.reduce((sum, line) => sum + line.points_x100, 0) }
    }),
  )
  const [first] = candidates
  return {
    candidates,
    explanation: explain(PIL_023, {
      sentence:
        first === undefined
          ? '没有可以选择的项目。'
          : `${candidates.length}个候选项目中，“${first.name}”得分最高，${formatScore(first.total_x100)}分；得分相同的名次并列。`,
      inputs: candidates.map(({ name, total_x100, rank }) => ({
        label: `第${rank}名 ${name}`,
        value: `${formatScore(total_x100)}分`,
      })),
      parameters: [parameter],
      formula: items
        .map(({ label, weight_x100 }) => `${label}${formatWeight(weight_x100)}分×比例`)
        .join('＋'),
      result: first?.name ?? '无',
      rounding: '每项得分保留两位小数，四舍五入',
    }),
  }
}

const NOTHING: EarnedShare = { part: '0', whole: '1', why: '没有这一项的数据' }

type Shares = Readonly<Record<string, (candidate: Candidate) => EarnedShare>>

function sharesOf(
  { category, history }: ParameterValues['pilot.selection_ranking'],
  largest: bigint,
): Shares {
  const bp = (share: number, why: string): EarnedShare => ({ part: String(share), whole: '10000', why })
  return {
    amount: ({ budget_fen }) => ({
      part: budget_fen,
      whole: largest.toString(),
      why: `预算${formatWanYuan(budget_fen)}万元÷候选项目中最大的${formatWanYuan(largest)}万元`,
    }),
    category: ({ isMajor, isNew }) => {
      const share = isMajor ? category.major_bp : isNew ? category.new_bp : category.other_bp
      return bp(share, `${isMajor ? '重大项目' : isNew ? '新增项目' : '其他延续项目'}，按${formatBp(share)}`)
    },
    attention: (candidate) => conditionShare(candidate, ATTENTION),
    problems: (candidate) => conditionShare(candidate, PROBLEMS),
    history: ({ grade, light }) => {
      if (grade !== null && grade in GRADES) {
        const share = history[`${grade as Grade}_bp`]
        return bp(share, `上次评价为${GRADES[grade as Grade]}，按${formatBp(share)}：越需要改进越靠前`)
      }
      const share = light === 'red' ? history.red_bp : light === 'yellow' ? history.yellow_bp : 0
      const words = { red: '监控超限', yellow: '监控预警' }[light ?? ''] ?? '没有评价，监控没有异常'
      return bp(share, `${words}，按${formatBp(share)}`)
    },
  }
}

function conditionShare({ conditions }: Candidate, wanted: readonly string[]): EarnedShare {
  const whole = String(wanted.length)
  if (conditions === null) return { part: '0', whole, why: '还没有填写推荐表，不得分' }
  const met = wanted.filter((one) => conditions.includes(one)).length
  return { part: String(met), whole, why: `推荐表中有依据的条件${met}条，共${wanted.length}条` }
}
